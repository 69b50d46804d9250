import pytest

from claimsdash.domain.claim import Qualifier
from claimsdash.domain.wording import WordingError, read_wording


@pytest.mark.parametrize(
    ("phrase", "kind", "low", "best", "high"),
    [
        ("mehr als eine Million", "lower_bound", 1e6, 1e6, None),
        ("eine Million", "exact", 1e6, 1e6, 1e6),
        ("2,3 Millionen", "exact", 2.3e6, 2.3e6, 2.3e6),
        ("rund 150.000", "approximate", 145_000, 150_000, 155_000),
        ("insgesamt zehn", "exact", 10, 10, 10),
        ("insgesamt 60", "exact", 60, 60, 60),
        ("fast 40%", "approximate", 36, 40, 40),
        ("zwischen 20 und 30 Raketen", "range", 20, 25, 30),
        ("zwei bis drei Millionen", "range", 2e6, 2.5e6, 3e6),
        ("zweihundertfünfzig Mann", "exact", 250, 250, 250),
        ("hunderttausende", "vague", 200_000, 200_000, 1_000_000),
        ("bis zu 12.000 Soldaten", "upper_bound", 0, 12_000, 12_000),
        ("knapp 700", "approximate", 650, 700, 700),
        ("unos cien", "approximate", 90, 100, 110),
        ("alrededor de 300", "approximate", 270, 300, 330),
        ("más de 3.000", "lower_bound", 3000, 3000, None),
        ("al menos quinientos", "lower_bound", 500, 500, None),
        ("più di 3.000", "lower_bound", 3000, 3000, None),
        ("almeno tremila", "lower_bound", 3000, 3000, None),
        ("plus de 3 millions", "lower_bound", 3e6, 3e6, None),
        ("au moins trois cents", "lower_bound", 300, 300, None),
        ("des dizaines de milliers", "vague", 20_000, 20_000, 100_000),
        ("zeker zeventig", "lower_bound", 70, 70, None),
        ("meer dan 1.200", "lower_bound", 1200, 1200, None),
        ("kétezer", "exact", 2000, 2000, 2000),
        ("mintegy ötszáz", "approximate", 450, 500, 550),
        ("legalább 300", "lower_bound", 300, 300, None),
        ("18 tisíc", "exact", 18_000, 18_000, 18_000),
        ("okoli 200", "approximate", 180, 200, 220),
        ("более 3 млн", "lower_bound", 3e6, 3e6, None),
        ("около двух", None, None, None, None),
        ("до 12 тысяч", "upper_bound", 0, 12_000, 12_000),
        ("десятки тысяч", "vague", 20_000, 20_000, 100_000),
        ("понад 6 мільйонів", "lower_bound", 6e6, 6e6, None),
        ("близько 4000", "approximate", 3600, 4000, 4400),
        ("ponad 3 tys", "lower_bound", 3000, 3000, None),
    ],
)
def test_the_number_words_of_other_languages_are_read(
    phrase: str, kind: str | None, low: float | None, best: float | None, high: float | None
) -> None:
    if kind is None:
        with pytest.raises(WordingError):
            read_wording(phrase)
    else:
        assert read_wording(phrase).bounds == (Qualifier(kind), low, best, high)


@pytest.mark.parametrize("phrase", ["3,125 mehr als", "vähintään 300", "ít nhất 300", "최소한 뭔가"])
def test_a_number_beside_words_of_an_unknown_language_is_unread(phrase: str) -> None:
    with pytest.raises(WordingError):
        read_wording(phrase)
