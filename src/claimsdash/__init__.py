"""claimsdash: a dashboard for contested numbers.

For notebooks and scripts; each function is imported when it is first used.

>>> import claimsdash as cd
>>> reports = cd.select(cd.curated(), topic="containers_shipped", countries="KR")
>>> figure = cd.timeline(reports)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimsdash.export.notebook import (
        by_source,
        claims,
        curated,
        problems,
        read,
        select,
        table,
        timeline,
        workspace,
    )

__all__ = ["by_source", "claims", "curated", "problems", "read", "select", "table", "timeline", "workspace"]


def __getattr__(name: str) -> Any:
    """Import a function of the public interface when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("claimsdash.export.notebook"), name)


def __dir__() -> list[str]:
    """Name the functions of the public interface beside the modules."""
    return sorted({*globals(), *__all__})
