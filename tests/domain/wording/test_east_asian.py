import pytest

from claimsdash.domain.claim import Qualifier
from claimsdash.domain.wording import read_wording


@pytest.mark.parametrize(
    ("phrase", "kind", "low", "best", "high", "unit"),
    [
        ("약 300만 발", "approximate", 2.7e6, 3e6, 3.3e6, "발"),
        ("1만2천여 명", "approximate", 12_000, 12_000, 13_000, "명"),
        ("최대 100만 발", "upper_bound", 0, 1e6, 1e6, "발"),
        ("6천700개 이상", "lower_bound", 6700, 6700, None, "개"),
        ("수천 명", "vague", 2000, 2000, 10_000, "명"),
        ("2~3만 명", "range", 20_000, 25_000, 30_000, "명"),
        ("최소 1,500명", "lower_bound", 1500, 1500, None, "명"),
        ("약 30%", "approximate", 27, 30, 33, "%"),
        ("約1万2000人", "approximate", 11_500, 12_000, 12_500, "人"),
        ("300人以上", "lower_bound", 300, 300, None, "人"),
        ("数百人", "vague", 200, 200, 1000, "人"),
        ("最大10万人", "upper_bound", 0, 100_000, 100_000, "人"),
        ("100人未満", "upper_bound", 0, 100, 100, "人"),
    ],
)
def test_korean_and_japanese_numbers_are_read(
    phrase: str, kind: str, low: float, best: float, high: float | None, unit: str
) -> None:
    figure = read_wording(phrase)
    assert figure.bounds == (Qualifier(kind), low, best, high)
    assert figure.unit_phrase == unit
