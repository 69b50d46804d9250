import pytest

from claimsdash.domain.dates import read_edtf, say_period

SAID = [
    ("2023", "2023"),
    ("2023-08", "August 2023"),
    ("2023-08-15", "15 August 2023"),
    ("2023-08~", "about August 2023"),
    ("2023-08/2024-02-26", "1 Aug 2023 – 26 Feb 2024"),
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
