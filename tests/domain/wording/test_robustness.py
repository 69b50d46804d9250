"""Any text is read or refused with a reason, quickly."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimsdash.domain.claim import Qualifier
from claimsdash.domain.wording import Figure, WordingError, read_wording, say_figure
from domain.wording.cases import UNREAD, read_cases

PHRASES = [phrase for phrase, _, _ in read_cases()] + UNREAD.splitlines()
WORDS = sorted({word for phrase in PHRASES for word in phrase.split()} | set("$%-–,.()/½±<>~+'\""))


def _is_consistent(figure: Figure, text: str) -> bool:
    ends = [end for end in (figure.low, figure.best, figure.high) if end is not None]
    inside = all(0 <= part.start <= part.end <= len(text) for part in figure.parts)
    return inside and ends == sorted(ends) and (figure.kind is Qualifier.NONE) <= (not ends)


def _read_or_refuse(text: str) -> None:
    try:
        figure = read_wording(text)
    except WordingError:
        return
    assert _is_consistent(figure, text)
    assert say_figure(figure)


@given(st.text(max_size=10_000))
@settings(deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    _read_or_refuse(text)


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
@settings(deadline=None, max_examples=500)
def test_any_order_of_the_words_of_number_is_read_or_refused(text: str) -> None:
    _read_or_refuse(text)


@given(
    st.sampled_from(PHRASES),
    st.sampled_from([" ", " or ", " to ", ", ", " of ", " (", " and "]),
    st.sampled_from(PHRASES),
)
@settings(deadline=None, max_examples=500)
def test_two_wordings_together_are_read_or_refused(one: str, link: str, two: str) -> None:
    _read_or_refuse(one + link + two)


@given(st.lists(st.sampled_from(WORDS), max_size=8).map("".join))
@settings(deadline=None)
def test_words_of_number_without_spaces_are_read_or_refused(text: str) -> None:
    _read_or_refuse(text)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 5000,
        "1," * 5000,
        "1 000" * 2000,
        "between " * 1200,
        "thousand " * 1000,
        "a " * 5000,
        "(" * 10_000,
        "-" * 10_000,
        "１" * 10_000,
        "만" * 10_000,
        "zwei" * 2500,
        "and a half " * 900,
    ],
    ids=lambda text: text[:10],
)
def test_long_text_is_refused_with_a_short_reason(text: str) -> None:
    with pytest.raises(WordingError) as refusal:
        read_wording(text)
    assert len(str(refusal.value)) < 600


@pytest.mark.parametrize("phrase", ["about 13,000 containers", "between 2 and 3 million", "dozens, if not hundreds"])
def test_a_space_of_any_kind_or_a_capital_changes_nothing(phrase: str) -> None:
    expected = read_wording(phrase).bounds
    for space, change in itertools.product("\u00a0\u2009\u202f\t", (str.upper, str.capitalize)):
        assert read_wording(change(phrase).replace(" ", space)).bounds == expected
