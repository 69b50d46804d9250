"""Periods for property tests."""

from calendar import monthrange
from datetime import date

from hypothesis import strategies as st

from claimsdash.domain.dates import Period


@st.composite
def _ends(draw: st.DrawFn, first_day: date, last_day: date) -> tuple[date, date]:
    """Draw a first and a last day; whole months and whole years come up as often as odd days."""
    first, last = sorted(draw(st.dates(first_day, last_day)) for _ in range(2))
    unit = draw(st.sampled_from(("day", "month", "year", "one day", "one month", "one year")))
    if unit.startswith("one"):
        last = first
    if unit.endswith("month"):
        first, last = first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])
    if unit.endswith("year"):
        first, last = date(first.year, 1, 1), date(last.year, 12, 31)
    return first, last


@st.composite
def periods(draw: st.DrawFn, first_day: date = date.min, last_day: date = date.max) -> Period:
    """Draw any period that there can be."""
    first, last = draw(_ends(first_day, last_day))
    approximate, open_end = draw(st.booleans()), draw(st.booleans())
    missing = draw(st.sampled_from(("neither", "neither", "start", "end")))
    if missing == "start":
        return Period(None, last, approximate, open_start=open_end)
    if missing == "end":
        return Period(first, None, approximate, open_end=open_end)
    return Period(first, last, approximate)
