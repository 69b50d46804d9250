"""The number of a row: wording, numbers, or both."""

import math

import pandas as pd
import pytest

from claimsdash.domain.wording import Figure, VagueTable, read_wording
from claimsdash.intake.checking import wordings
from making_package import a_package
from making_rows import check, told

NAN = math.nan
FILLED_IN = {
    "report_id": "r",
    "claim_id": "c",
    "basis": "stock",
    "modality": "asserted",
    "status": "normal",
    "as_of": "2024",
}
ABOUT = (6566, 6700, 6834)


@pytest.mark.parametrize(
    ("cells", "qualifier", "ends", "value_at", "inferred"),
    [
        ({"value_text": "6,700"}, "exact", (6700, 6700, 6700), 6700, "best,qualifier"),
        ({"value_text": "about 6,700"}, "approximate", (6566, 6700, 6834), 6700, "low,best,high,qualifier"),
        ({"value_text": "more than 3 million"}, "lower_bound", (3e6, NAN, NAN), 3e6, "low,qualifier"),
        ({"value_text": "up to 100,000"}, "upper_bound", (NAN, NAN, 1e5), 1e5, "high,qualifier"),
        ({"value_text": "4 to 6 million"}, "range", (4e6, NAN, 6e6), 5e6, "low,high,qualifier"),
        ({"value_text": "hundreds"}, "vague", (200, NAN, 1000), 200, "low,high,qualifier"),
        ({"value_text": "no evidence", "modality": "denied"}, "none", (NAN, NAN, NAN), NAN, "qualifier"),
        ({"value_text": "", "modality": "denied"}, "none", (NAN, NAN, NAN), NAN, "qualifier"),
        ({"value_text": "more than 1,000", "low": "1000"}, "lower_bound", (1000, NAN, NAN), 1000, "qualifier"),
        ({"value_text": "more than 1,000", "best": "1000"}, "lower_bound", (1000, NAN, NAN), 1000, "low,qualifier"),
        ({"value_text": "about 30", "low": "25", "high": "35"}, "approximate", (25, 30, 35), 30, "best,qualifier"),
        ({"value_text": "", "best": "6,700"}, "exact", (6700, 6700, 6700), 6700, "qualifier"),
        ({"value_text": "", "low": "20", "high": "40"}, "range", (20, NAN, 40), 30, "qualifier"),
        ({"value_text": "", "low": "20", "best": "25", "high": "40"}, "range", (20, 25, 40), 25, "qualifier"),
        ({"value_text": "", "low": "20"}, "lower_bound", (20, NAN, NAN), 20, "qualifier"),
        ({"value_text": "", "high": "20"}, "upper_bound", (NAN, NAN, 20), 20, "qualifier"),
        ({"value_text": "", "low": "7", "high": "7"}, "exact", (7, 7, 7), 7, "best,qualifier"),
        ({"value_text": "", "best": "6700", "qualifier": "approximate"}, "approximate", ABOUT, 6700, "low,high"),
        ({"value_text": "", "best": "3", "qualifier": "Approximate"}, "approximate", (2.7, 3, 3.3), 3, "low,high"),
        ({"value_text": "", "best": "50", "qualifier": "lower bound"}, "lower_bound", (50, NAN, NAN), 50, "low"),
        ({"value_text": "unzählige", "qualifier": "vague"}, "vague", (NAN, NAN, NAN), NAN, None),
        ({"value_text": "insgesamt zehn", "best": "10", "qualifier": "exact"}, "exact", (10, 10, 10), 10, None),
    ],
)  # fmt: skip  # several to a line
def test_a_row_is_read_as_it_was_said(
    cells: dict[str, str],
    qualifier: str,
    ends: tuple[float, float, float],
    value_at: float,
    inferred: str | None,
) -> None:
    checked = check({**FILLED_IN, **cells})
    assert checked.problems == []
    row = checked.claims.iloc[0]
    assert row["qualifier"] == qualifier
    assert [row["low"], row["best"], row["high"], row["value_at"]] == pytest.approx([*ends, value_at], nan_ok=True)
    assert (row["inferred"] if pd.notna(row["inferred"]) else None) == inferred


@pytest.mark.parametrize(
    ("cells", "ends"),
    [
        ({"value_text": "about 30 percent", "unit": "percent"}, (27, 30, 33)),
        ({"value_text": "about 30%", "unit": "ratio"}, (0.27, 0.3, 0.33)),
        ({"value_text": "a third of the factories", "unit": "percent"}, (100 / 3, 100 / 3, 100 / 3)),
        ({"value_text": "half", "unit": "ratio"}, (0.5, 0.5, 0.5)),
        ({"value_text": "a third", "best": "33.3", "unit": "percent"}, (33.3, 33.3, 33.3)),
    ],
)
def test_a_share_is_expressed_in_the_unit_of_the_row(cells: dict[str, str], ends: tuple[float, float, float]) -> None:
    checked = check({"topic": "factory_use", **cells})
    assert checked.problems == []
    assert [checked.claims[end].iloc[0] for end in ("low", "best", "high")] == pytest.approx(list(ends))


@pytest.mark.parametrize(
    ("cells", "column", "said"),
    [
        ({"value_text": ""}, "value_text", "holds no number"),
        ({"value_text": "gazillions of them"}, "value_text", "is not understood"),
        ({"value_text": "", "low": "3", "high": "2"}, "low", "is above high"),
        ({"value_text": "", "low": "1", "best": "5", "high": "2"}, "best", "is not between low and high"),
        ({"value_text": "", "best": "6.700,5"}, "best", "is not certainly a number"),
        ({"value_text": "", "best": "many"}, "best", "is not certainly a number"),
        ({"value_text": "", "low": "3", "qualifier": "range"}, "qualifier", "is a range with one end"),
        ({"value_text": "30 percent of the shells"}, "value_text", "is a share or a multiple"),
        ({"value_text": "twice as many"}, "value_text", "is a share or a multiple"),
    ],
)
def test_a_row_without_a_certain_number_is_kept_out_with_one_reason(
    cells: dict[str, str], column: str, said: str
) -> None:
    checked = check(cells, {})
    ((line, named, reason),) = told(checked)
    assert (line, named) == (2, column)
    assert reason.startswith(said)
    assert checked.claims["line"].tolist() == [3]
    assert checked.kept_out.index.tolist() == [2]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"value_text": "more than 3 million", "best": "3", "qualifier": "lower_bound"}, "says lower_bound: best 3"),
        ({"value_text": "more than 1,000", "best": "1000", "qualifier": "exact"}, "lower_bound"),
        ({"value_text": "4 to 6 million", "low": "4000000", "high": "5000000"}, "range"),
        ({"value_text": "up to 100", "high": "10"}, "upper_bound"),
        ({"value_text": "about 100", "best": "110"}, "approximate"),
        ({"value_text": "gazillions of them", "best": "2000"}, "not understood"),
        ({"value_text": "3%", "best": "3"}, "share"),
        ({"value_text": "no evidence", "best": "3", "qualifier": "none"}, "is none"),
    ],
)
def test_words_and_numbers_that_disagree_are_let_in_with_a_warning(cells: dict[str, str], said: str) -> None:
    checked = check(cells)
    ((_, _, reason),) = told(checked)
    assert said in reason
    assert len(checked.claims) == 1


def test_what_is_typed_wins_over_the_wording() -> None:
    row = check({"value_text": "more than 3 million", "best": "3", "qualifier": "exact"}).claims.iloc[0]
    assert (row["qualifier"], row["low"], row["best"]) == ("exact", 3, 3)


def test_each_distinct_wording_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(text: str, *, vague: VagueTable) -> Figure:
        read.append(text)
        return read_wording(text, vague=vague)

    monkeypatch.setattr(wordings, "read_wording", reading)
    wordings._read.cache_clear()
    check(*({"value_text": text, "report_id": str(n)} for n, text in enumerate(["12", "13", "12", "12"])))
    assert read == ["12", "13"]


@pytest.mark.parametrize(
    ("wording", "best"), [("4 to 6 million", "6700"), ("4 to 6 million", "6700000"), ("dozens", "4"), ("dozens", "900")]
)
def test_a_number_outside_what_the_wording_allows_is_told(wording: str, best: str) -> None:
    ((_, column, reason),) = told(check({"value_text": wording, "best": best}))
    assert column == "value_text"
    assert "but the row says" in reason


@pytest.mark.parametrize(("wording", "best"), [("4 to 6 million", "5000000"), ("4 to 6 million", "6000000")])
def test_a_number_inside_the_range_of_the_wording_is_right(wording: str, best: str) -> None:
    assert told(check({"value_text": wording, "best": best})) == []


def test_the_vague_words_of_the_package_decide() -> None:
    own = a_package().with_vague_words("word,low,high,said_by\ndozens,12,60,ACLED\n")
    read = [check({"value_text": "dozens"}, package=package).claims for package in (a_package(), own)]
    assert [(table["low"].iat[0], table["high"].iat[0]) for table in read] == [(24.0, 100.0), (12.0, 60.0)]


@pytest.mark.parametrize("wording", ["1e3", "2.5E+6 shells", "1e999"])
def test_a_wording_with_an_exponent_is_not_read_as_its_first_digits(wording: str) -> None:
    checked = check({"value_text": wording})
    assert told(checked) == [(2, "value_text", "has an exponent")]
    assert checked.claims.empty
