"""How a test of a chart finds what is drawn."""

from typing import Any


def role(figure: Any, name: str) -> list[Any]:
    """Return the traces of a figure that have this role."""
    return [trace for trace in figure.data if trace.meta == name]


def the(figure: Any, name: str) -> Any:
    """Return the one trace of a figure that has this role."""
    (trace,) = role(figure, name)
    return trace
