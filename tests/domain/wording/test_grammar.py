import pytest

from claimsdash.domain.wording import WordingError, read_wording


def test_a_bound_keeps_its_open_end() -> None:
    figure = read_wording("more than 3 million shells")
    assert (figure.low, figure.best, figure.high, figure.unit_phrase) == (3_000_000, 3_000_000, None, "shells")


def test_a_phrase_without_a_number_is_unread() -> None:
    with pytest.raises(WordingError, match="groundless"):
        read_wording("groundless as a rule")
