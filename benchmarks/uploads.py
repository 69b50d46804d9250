"""A claim table of 100,000 rows from bytes to checked claims, against `pandas.read_csv` with `dtype=str` of the same.

    PYTHONPATH=src python benchmarks/uploads.py [ROWS]

The two run in turn in one process; the median of five ratios of processor time is what counts. Peak memory is that of
the whole process above what it held before, over the size of the file.
"""

import io
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pandas as pd

from claimsdash.intake.importing import ImportOptions, import_bytes
from claimsdash.intake.limits import Limits
from claimsdash.intake.package import read_package

HEADER = "report_id,topic,value_text,qualifier,unit,as_of,reported_on,claimant,outlet,url,notes"


def a_table(rows: int) -> bytes:
    """Return a table whose ids, addresses and notes are all distinct, and whose wordings and dates are as usual."""
    lines = [HEADER]
    for row in range(rows):
        day = f"2024-{row % 12 + 1:02}-{row % 28 + 1:02}"
        amount = f'"more than {row % 500 + 1:,}00"'
        page = f"https://example.org/{row}"
        lines.append(f"r{row},shells_shipped,{amount},,shell,{day},{day},rok_mnd,yonhap,{page},note {row}")
    return "\n".join(lines).encode()


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that a piece of work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def main(rows: int) -> None:
    """Measure and print."""
    data = a_table(rows)
    package = read_package(Path(__file__).parents[1] / "data")
    import_bytes(data[:5_000], "warm.csv", package)
    options = ImportOptions(limits=Limits(file_bytes=10**9, cells=10**8))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    import_bytes(data, "t.csv", package, options=options)
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    ratios = []
    for _ in range(5):
        read = seconds(lambda: pd.read_csv(io.BytesIO(data), dtype=str))
        whole = seconds(lambda: import_bytes(data, "t.csv", package, options=options))
        ratios.append(whole / read)
        print(f"read_csv {read:.2f} s, import {whole:.2f} s, ratio {whole / read:.1f}")
    print(f"{rows:,} rows, {len(data) / 1e6:.1f} MB: median ratio {median(ratios):.1f}")
    print(f"peak memory {peak / len(data):.1f} x the file")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
