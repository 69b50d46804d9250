"""The process that opens one file: a fresh interpreter with limits, which may die without harm to anyone.

It takes the bytes on standard input and a request as JSON in its argument. Code 3 means a refusal, with its message on
standard error.
"""

import json
import sys
from importlib import import_module

from claimsdash.intake.limits import Limits
from claimsdash.intake.refusal import ReadingError

REFUSED = 3

READERS = {
    "workbook": "claimsdash.intake.child.workbook",
    "parquet": "claimsdash.intake.child.parquet",
    "json": "claimsdash.intake.child.json_rows",
}
"""Kind of file to the module with its `write(data, sheet, limits)`, imported only where it is called for."""


def main() -> None:
    """Read the request, limit this process, and write the table."""
    request = json.loads(sys.argv[1])
    limits = Limits(**request["limits"])
    limit_process(limits)
    try:
        import_module(READERS[request["kind"]]).write(sys.stdin.buffer.read(), request["sheet"], limits)
    except ReadingError as refusal:
        sys.stderr.write(str(refusal))
        raise SystemExit(REFUSED) from refusal


def limit_process(limits: Limits) -> None:
    """Set the limits of this process, where the system has such limits."""
    try:
        import resource
    except ImportError:
        return
    seconds = limits.processor_seconds
    for kind, most in (
        (resource.RLIMIT_CPU, (seconds, seconds + 1)),
        (resource.RLIMIT_AS, (limits.memory_bytes,) * 2),
        (resource.RLIMIT_FSIZE, (limits.text_bytes,) * 2),
        (resource.RLIMIT_CORE, (0, 0)),
    ):
        resource.setrlimit(kind, most)


if __name__ == "__main__":
    main()
