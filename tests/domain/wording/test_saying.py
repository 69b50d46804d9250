import re
from math import isclose, nan

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claimsdash.domain.claim import Qualifier
from claimsdash.domain.wording import Figure, WordingError, read_wording, say_bounds, say_figure, say_number
from domain.wording.cases import read_cases

NUMBERS = st.one_of(
    st.integers(0, 10**9).map(lambda n: f"{n:,}"),
    st.decimals("0.1", "999", places=1).map(str),
    st.tuples(st.integers(1, 999), st.sampled_from(["thousand", "million", "billion", "dozen", "hundred"])).map(
        lambda pair: f"{pair[0]} {pair[1]}"
    ),
    st.sampled_from(["half", "a third", "two thirds", "one in five", "7 out of 13", "half a million", "two dozen"]),
    st.sampled_from(["a quarter of a million", "twice as many", "12 percent", "2.5 times", "$3bn", "€40"]),
)
VAGUE = st.sampled_from(["dozens", "several", "a few hundred", "tens of thousands", "the low hundreds", "a handful"])
BEFORE = st.sampled_from(
    ["", "about ", "nearly ", "just over ", "more than ", "at least ", "up to ", "under ", "no more than ", "some "]
)
AFTER = st.sampled_from(
    ["", " or so", " or more", " shells", " of the fleet", "-odd", " people at most", "%", " a day"]
)
RANGES = st.one_of(
    st.tuples(NUMBERS, NUMBERS).map(lambda ends: f"between {ends[0]} and {ends[1]}"),
    st.tuples(NUMBERS, NUMBERS).map(lambda ends: f"{ends[0]} to {ends[1]}"),
    st.tuples(NUMBERS, NUMBERS).map(lambda ends: f"{ends[0]} plus or minus {ends[1]}"),
    st.tuples(VAGUE, VAGUE).map(lambda ends: f"{ends[0]}, if not {ends[1]}"),
)
WORDINGS = st.one_of(st.tuples(BEFORE, st.one_of(NUMBERS, VAGUE), AFTER).map("".join), RANGES)


def _same(one: Figure, two: Figure) -> bool:
    pairs = zip(one.bounds[1:], two.bounds[1:], strict=True)
    return one.kind is two.kind and all(a == b or (a and b and isclose(a, b, rel_tol=1e-12)) for a, b in pairs)


def _assert_read_back(wording: str) -> None:
    figure = read_wording(wording)
    said = say_figure(figure)
    assert _same(read_wording(_with_clear_mark(said)), figure), said


def _with_clear_mark(said: str) -> str:
    """Add a fourth decimal: in a file the mark before three digits could group thousands."""
    return re.sub(r"(?<![\d.,])([1-9]\d{0,2}\.\d{3})(?!\d| [mbt])", r"\g<1>0", said)


@given(WORDINGS)
@settings(deadline=None)
def test_what_is_said_reads_back_as_the_same_bounds(wording: str) -> None:
    try:
        read_wording(wording)
    except WordingError:
        assume(False)
    _assert_read_back(wording)


@pytest.mark.parametrize("wording", [phrase for phrase, _, _ in read_cases()])
def test_every_case_reads_back_as_the_same_bounds(wording: str) -> None:
    _assert_read_back(wording)


@given(st.integers(1, 10**15 - 1), st.sampled_from(["", "more than ", "at least ", "under ", "up to "]))
@settings(deadline=None)
def test_whole_numbers_said_in_digits_alone_read_back(number: int, before: str) -> None:
    _assert_read_back(f"{before}{number:,}")


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ("well over three million shells", "more than 3 million shells"),
        ("no fewer than 24 people", "at least 24 people"),
        ("two or three million", "2-3 million"),
        ("roughly 30 per cent of the crop", "about 30 % of the crop"),
        ("dozens of buildings", "dozens of buildings"),
        ("several hundred", "several hundred"),
        ("almost $60bn", "nearly $60 billion"),
        ("fewer than 100 families", "under 100 families"),
        ("no more than 100 families", "up to 100 families"),
        ("two thirds of the fleet", "two thirds of the fleet"),
        ("twice as many", "2 times"),
        ("between 15 and 20 per cent", "15-20 %"),
        ("between $2 and $3 billion", "$2-3 billion"),
        ("dozens, if not hundreds, of graves", "dozens, if not hundreds of graves"),
        ("about a quarter of a million", "about 250,000 (225,000 to 275,000)"),
        ("declined to give a figure", "no figure"),
        ("no casualties", "0 casualties"),
    ],
)
def test_a_figure_is_said_in_short_plain_english(wording: str, said: str) -> None:
    assert say_figure(read_wording(wording)) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0"), (24, "24"), (6700, "6,700"), (3.2e6, "3.2 million"), (1_234_567, "1,234,567"), (-0.5, "-0.5")],
)
def test_a_number_alone_is_said_in_millions_where_that_is_short(number: float, said: str) -> None:
    assert say_number(number) == said


def test_bounds_of_a_claims_table_are_said_where_ends_are_missing() -> None:
    assert say_bounds(Qualifier.LOWER_BOUND, 24, nan, nan, "people") == "at least 24 people"
    assert say_bounds(Qualifier.UPPER_BOUND, nan, nan, 100, "percent") == "up to 100 %"
    assert say_bounds(Qualifier.APPROXIMATE, None, 6700, None) == "about 6,700"
    assert say_bounds(Qualifier.VAGUE, 24, None, 100, "missiles") == "dozens of missiles"
    assert say_bounds(Qualifier.LOWER_BOUND, 1.056, None, None) == "at least 1.056"
    assert say_bounds(Qualifier.RANGE, 1.056, None, 1.344) == "1.056-1.344"
    assert say_bounds(Qualifier.NONE, None, None, None) == "no figure"
    assert say_bounds(Qualifier.EXACT, None, None, None) == "no figure"


def test_a_word_that_every_reader_knows_goes_before_a_regional_one() -> None:
    assert say_figure(read_wording("hundreds of thousands of shells")) == "hundreds of thousands of shells"
    assert say_figure(read_wording("lakhs of people")) == "hundreds of thousands of people"
