from datetime import date

import pytest

from claimsdash.domain.dates import DateError, read_period
from domain.dates.more_phrase_cases import MORE_CASES
from domain.dates.phrase_cases import CASES, REFUSED

REFERENCE = date(2024, 11, 5)


def _rows(table: str) -> list[list[str]]:
    lines = [line for line in table.splitlines() if line and not line.startswith("#")]
    return [[cell.strip() for cell in line.split("|")] for line in lines]


@pytest.mark.parametrize(("reference", "phrase", "start", "end"), _rows(CASES + MORE_CASES))
def test_a_phrase_is_read_as_its_first_and_last_day(reference: str, phrase: str, start: str, end: str) -> None:
    period = read_period(phrase, date.fromisoformat(reference))
    assert (str(period.start or ""), str(period.end or "")) == (start, end)
    assert period.open_start == (not start)


@pytest.mark.parametrize(("phrase", "told"), _rows(REFUSED))
def test_what_is_not_certain_is_refused_with_a_reason(phrase: str, told: str) -> None:
    with pytest.raises(DateError, match=told):
        read_period(phrase, REFERENCE)
