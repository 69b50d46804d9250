from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimsdash.domain.dates import Period, read_edtf, read_period, say_period
from claimsdash.domain.dates.parts import widened
from claimsdash.domain.dates.spans import Span, month_span, year_span
from domain.dates.making_periods import periods

SAID = [
    ("2023", "2023"),
    ("2023-08", "August 2023"),
    ("2023-08-15", "15 August 2023"),
    ("2023-08~", "about August 2023"),
    ("2023-08/2024-02-26", "1 Aug 2023 – 26 Feb 2024"),
    ("2023-08-02/2023-11-05", "2 Aug – 5 Nov 2023"),
    ("2023-08-02/2023-08-05", "2 – 5 Aug 2023"),
    ("2023-33", "January – March 2023"),
    ("2023-08/2024-02", "August 2023 – February 2024"),
    ("202X", "2020 – 2029"),
    ("2023-09/..", "since September 2023"),
    ("2023-09-07/..", "since 7 September 2023"),
    ("2023~/..", "since about 2023"),
    ("2023-09/", "since September 2023, end unknown"),
    ("../2024-02", "before March 2024"),
    ("../2024-02-26", "before 27 February 2024"),
    ("../2023", "before 2024"),
    ("../9999", "until 9999"),
    ("/2024-02", "until February 2024, start unknown"),
]


@pytest.mark.parametrize(("edtf", "words"), SAID)
def test_a_period_is_said_in_a_few_words(edtf: str, words: str) -> None:
    assert say_period(read_edtf(edtf)) == words


def _unit(span: Span) -> str:
    """Name the unit that a stretch makes up, if any."""
    months = {month_span(span.start.year, span.start.month): "month", year_span(span.start.year): "year"}
    return "day" if span.start == span.end else months.get(span, "")


def _as_read(period: Period, reference: date) -> Period:
    """Return what a phrase can say of a period: no end but the day of reading, and "about" one unit as three."""
    if period.open_end:
        return replace(period, end=reference, open_end=False)
    if period.approximate and period.start and period.end:
        wide = widened(Span(period.start, period.end), _unit(Span(period.start, period.end)))
        return replace(period, start=wide.start, end=wide.end)
    return period


_FIRST, _LAST = date(1002, 1, 1), date(2900, 12, 31)
_SAID = periods(_FIRST, _LAST).filter(lambda period: bool(period.start and period.end) or not period.approximate)


@given(_SAID, st.dates(_LAST, date(2990, 1, 1)))
def test_what_is_said_reads_back_as_the_same_period(period: Period, reference: date) -> None:
    assert read_period(say_period(period), reference) == _as_read(period, reference)
