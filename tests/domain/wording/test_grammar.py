import csv
from pathlib import Path

import pytest

from claimsdash.domain.claim import Qualifier
from claimsdash.domain.wording import WordingError, read_wording
from domain.wording.cases import NONE, UNREAD, Ends, read_cases

with Path(__file__).with_name("more_cases.csv").open(encoding="utf-8", newline="") as rows:
    MORE_CASES = [tuple(row.values()) for row in csv.DictReader(rows)]


@pytest.mark.parametrize(("phrase", "ends", "unit"), read_cases())
def test_a_wording_commits_to_these_bounds_and_this_unit(phrase: str, ends: Ends, unit: str) -> None:
    figure = read_wording(phrase)
    assert figure.kind == ends[0]
    for read, expected in zip((figure.low, figure.best, figure.high), ends[1:], strict=True):
        assert (read is None) == (expected is None)
        assert read == (None if expected is None else pytest.approx(expected, rel=1e-5))
    assert figure.unit_phrase == unit


@pytest.mark.parametrize(("phrase", "kind", "low", "best", "high"), MORE_CASES)
def test_further_wordings_commit_to_these_bounds(phrase: str, kind: str, low: str, best: str, high: str) -> None:
    figure = read_wording(phrase)
    assert figure.kind == kind
    for read, expected in zip(figure.bounds[1:], (low, best, high), strict=True):
        assert read == (pytest.approx(float(expected), rel=1e-5) if expected else None)


@pytest.mark.parametrize("phrase", UNREAD.splitlines()[1:])
def test_a_phrase_without_a_certain_number_is_unread(phrase: str) -> None:
    with pytest.raises(WordingError):
        read_wording(phrase)


@pytest.mark.parametrize("phrase", ["1:5", "1 : 5", "losses of 1:5", "a ratio of 1 to 5", "odds of 3-1", "10:30"])
def test_a_ratio_is_refused_with_what_would_be_right(phrase: str) -> None:
    with pytest.raises(WordingError, match=r"give one of them, or the share that is meant, such as 1 in 5 or 20 %: “"):
        read_wording(phrase)


@pytest.mark.parametrize("phrase", NONE.split("\n")[1:-1])
def test_a_refusal_to_give_a_number_is_a_figure_without_one(phrase: str) -> None:
    figure = read_wording(phrase)
    assert (figure.kind, figure.low, figure.best, figure.high) == (Qualifier.NONE, None, None, None)


def test_the_reading_names_the_letters_that_it_rests_on() -> None:
    phrase = "well over 6,000 troops"
    parts = {part.name: phrase[part.start : part.end] for part in read_wording(phrase).parts}
    assert parts == {"qualifier": "well over", "number": "6,000", "unit": "troops"}
