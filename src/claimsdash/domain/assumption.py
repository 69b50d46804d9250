"""Cited conditions on which one thing is counted as another."""

from dataclasses import dataclass

from claimsdash.domain.bounds import Bounds


@dataclass(frozen=True)
class Assumption:
    """So many `to_unit` for each `from_unit`, as somebody said.

    An end that does not follow from what was said is None, and `best`, the quotient of two printed numbers, is no end:
    from "more than 6 million in more than 13,000" neither follows. `on` says whether the package applies the
    assumption before anyone chooses.
    """

    key: str
    from_unit: str
    to_unit: str
    low: float | None
    best: float | None
    high: float | None
    said_by: str = ""
    said_on: str = ""
    url: str = ""
    on: bool = False
    note: str = ""
    scope: str = ""

    @property
    def bounds(self) -> Bounds:
        """The ends that follow from what was said."""
        return Bounds(self.low, self.high)


def convert_bounds(bounds: Bounds, assumption: Assumption) -> Bounds:
    """Express bounds in `from_unit` of the assumption in its `to_unit`; a lower bound stays a lower bound.

    >>> load = Assumption("ap", "container", "shell", low=400, best=None, high=450)
    >>> convert_bounds(Bounds(10_000, None), load)
    Bounds(low=4000000, high=None)
    """
    return bounds * assumption.bounds
