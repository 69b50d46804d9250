"""Rows to claims and problems."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimsdash.domain.claim import FIELDS
from claimsdash.domain.errors import Severity
from claimsdash.intake.checking import check_claims
from claimsdash.intake.package import KnownProblem
from claimsdash.intake.raw import RawTable
from claimsdash.intake.table import CLAIM_DTYPES
from making_package import a_package
from making_rows import a_raw_table, check, told

PACKAGE = a_package()


def test_the_result_is_a_claims_table() -> None:
    table = check({}, {"value_text": "2"}).claims
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == CLAIM_DTYPES
    assert table["line"].tolist() == [2, 3]
    assert table["table_id"].tolist() == ["test", "test"]


def test_blank_cells_are_filled_in_and_named_as_inferred() -> None:
    row = check({}).claims.iloc[0]
    assert (row["basis"], row["modality"], row["status"]) == ("cumulative", "asserted", "normal")
    assert (row["as_of"], row["claim_id"]) == ("2024-02-27", row["report_id"])
    assert row["inferred"] == "report_id,claim_id,best,qualifier,basis,modality,as_of,status"


def test_days_are_those_of_the_periods() -> None:
    row = check({"since": "2023-08~", "as_of": "../2024-02", "reported_on": "2024-03"}).claims.iloc[0]
    assert [str(row[name].date()) for name in ("since_start", "since_end")] == ["2023-08-01", "2023-08-31"]
    assert [str(row[name].date()) for name in ("reported_start", "reported_end")] == ["2024-03-01", "2024-03-31"]
    assert str(row["as_of_end"].date()) == "2024-02-29"
    assert pd.isna(row["as_of_start"])


def test_a_report_without_any_date_has_none() -> None:
    row = check({"reported_on": ""}).claims.iloc[0]
    assert row[["as_of", "as_of_start", "as_of_end", "reported_end"]].isna().all()


def test_base_values_are_in_base_units() -> None:
    row = check({"topic": "shell_rate", "value_text": "70 to 140", "unit": "shells / week"}).claims.iloc[0]
    assert (row["unit"], row["base_unit"]) == ("shell/week", "munition/day")
    assert [row["base_low"], row["base_high"], row["base_at"]] == pytest.approx([10, 20, 15])
    assert row["basis"] == "rate"


@pytest.mark.parametrize(
    ("unit", "basis"), [("shell/month", "rate"), ("percent", "share"), ("shell", "stock"), ("percent/month", "rate")]
)
def test_the_basis_of_a_new_topic_follows_from_its_unit(unit: str, basis: str) -> None:
    assert check({"topic": "new", "unit": unit, "value_text": "12"}).claims["basis"].tolist() == [basis]


@pytest.mark.parametrize(
    ("cells", "column", "said"),
    [
        ({"topic": ""}, "topic", "is blank"),
        ({"claimant": " "}, "claimant", "is blank"),
        ({"unit": ""}, "unit", "is blank"),
        ({"unit": "furlong"}, "unit", "is not a unit that is known"),
        ({"unit": "9**9**9"}, "unit", "is not a unit that is known"),
        ({"qualifier": "roughly"}, "qualifier", "is not in the list"),
        ({"basis": "capacity"}, "basis", "is not in the list"),
        ({"modality": "maybe"}, "modality", "is not in the list"),
        ({"status": "gone"}, "status", "is not in the list"),
        ({"reliability": "G"}, "reliability", "is not in the list"),
        ({"credibility": "0"}, "credibility", "is not in the list"),
        ({"as_of": "soon"}, "as_of", ""),
        ({"since": "2024-13"}, "since", ""),
        ({"reported_on": "26/02/2024", "as_of": "2024"}, "reported_on", ""),
        ({"url": "javascript:alert(1)"}, "url", "is not the address of a page"),
        ({"url": "www.example.org"}, "url", "is not the address of a page"),
        ({"url": "https://"}, "url", "is not the address of a page"),
        ({"archived_url": "data:text/html,x"}, "archived_url", "is not the address of a page"),
        ({"url": "https://exam ple.org"}, "url", "is not the address of a page"),
    ],
)
def test_a_cell_that_cannot_be_read_keeps_its_row_out_and_no_other(
    cells: dict[str, str], column: str, said: str
) -> None:
    checked = check(cells, {"value_text": "5"})
    (problem,) = checked.problems
    assert (problem.line, problem.column, problem.severity) == (2, column, Severity.ERROR)
    assert problem.reason.startswith(said)
    assert problem.reason
    assert problem.remedy
    assert checked.claims["line"].tolist() == [3]


def test_an_unread_date_of_publication_is_told_once_though_it_stands_in_for_as_of() -> None:
    assert [column for _, column, _ in told(check({"reported_on": "soon"}))] == ["reported_on"]


@pytest.mark.parametrize(
    ("cells", "column", "said"),
    [
        ({"as_of": "2024-03", "reported_on": "2024-02-27"}, "as_of", "lies after reported_on"),
        ({"since": "2024-03", "as_of": "2024-02"}, "since", "lies after as_of"),
        ({"as_of": "2024-03", "reported_on": "2567-05-01"}, "reported_on", "lies five centuries ahead"),
        ({"unit": "container"}, "unit", "measures another thing"),
        ({"topic": "factory_use", "unit": "percent", "value_text": "120"}, "value_text", "is above the most"),
        ({"topic": "factory_use", "unit": "ratio", "value_text": "1.2"}, "value_text", "is above the most"),
        ({"value_text": "", "best": "-5"}, "value_text", "is below the least"),
        ({"derived_from": "nobody"}, "derived_from", "is the report_id of no other row"),
        ({"alternative_of": "nobody"}, "alternative_of", "is the report_id of no other row"),
        ({"supersedes": "nothing"}, "supersedes", "is the claim_id of no other row"),
        ({"report_id": "me", "derived_from": "me"}, "derived_from", "is the report_id of no other row"),
    ],
)
def test_a_broken_rule_is_a_warning(cells: dict[str, str], column: str, said: str) -> None:
    checked = check(cells)
    (problem,) = checked.problems
    assert (problem.line, problem.column, problem.severity) == (2, column, Severity.WARNING)
    assert problem.reason.startswith(said)
    assert len(checked.claims) == 1


def test_a_share_of_a_new_topic_above_the_whole_is_told() -> None:
    checked = check({"topic": "new", "unit": "percent", "value_text": "more than 120"})
    assert told(checked)[-1] == (2, "value_text", "is above the most that the topic allows")


@pytest.mark.parametrize("modality", ["planned", "forecast"])
def test_what_is_planned_or_forecast_may_lie_ahead(modality: str) -> None:
    assert check({"as_of": "2026", "modality": modality}).problems == []


def test_references_may_point_at_rows_here_or_elsewhere() -> None:
    rows = a_raw_table(
        {"report_id": "a"}, {"report_id": "b", "derived_from": "a"}, {"report_id": "c", "derived_from": "far"}
    )
    assert check_claims(rows, PACKAGE, table_id="t", known_ids=frozenset({"far"})).problems == []


def test_a_repeated_report_id_keeps_the_later_row_out() -> None:
    checked = check({"report_id": "a"}, {"report_id": "a", "value_text": "2"})
    assert told(checked) == [(3, "report_id", "is the report_id of line 2 too")]
    assert checked.claims["line"].tolist() == [2]


def test_the_same_row_twice_is_told_and_its_hash_is_the_same_in_another_table() -> None:
    checked = check({}, {})
    assert told(checked) == [(3, None, "is the same row as line 2")]
    again = check({"value_text": "2"}, {"notes": ""})
    assert again.claims["report_id"].iloc[1] == checked.claims["report_id"].iloc[0]
    assert checked.claims["report_id"].iloc[0] == "1bcf6190c11ff962e832"


@pytest.mark.parametrize(("column", "other"), [("claimant", "rok_nis"), ("topic", "containers_shipped")])
def test_a_claim_of_two_claimants_or_topics_is_told(column: str, other: str) -> None:
    more = {"unit": "container"} if column == "topic" else {}
    checked = check({"claim_id": "c"}, {"claim_id": "c", column: other, "value_text": "2", **more})
    ((line, named, reason),) = told(checked)
    assert (line, named) == (3, "claim_id")
    assert reason.startswith(f"has two {column}s")


def test_declared_warnings_do_not_count_but_errors_do() -> None:
    rows = a_raw_table(
        {"report_id": "known-one", "value_text": "about 100", "best": "110"},
        {"report_id": "other", "value_text": "about 100", "best": "110"},
        {"report_id": "bad", "value_text": "about 100", "unit": "furlong"},
    )
    declared = (
        *PACKAGE.known_problems,
        KnownProblem("bad", "unit", "right"),
        KnownProblem("other", "value_text", "", "is"),
    )
    checked = check_claims(rows, PACKAGE, table_id="t", known=declared)
    assert [(problem.line, problem.column) for problem in checked.problems] == [(3, "value_text"), (4, "unit")]
    assert [problem.line for problem in checked.known] == [2]


def test_a_table_without_a_required_column_gives_no_claims_and_one_error() -> None:
    raw = RawTable("t", ("topic", "unit"), pd.DataFrame({"topic": ["a"], "unit": ["b"]}, dtype="str"), pd.Series([2]))
    checked = check_claims(raw, PACKAGE, table_id="t")
    assert (len(checked.claims), len(checked.problems), len(checked.kept_out)) == (0, 1, 1)


def test_problems_are_in_the_order_of_lines() -> None:
    checked = check({"unit": "furlong"}, {"topic": ""}, {"as_of": "soon"})
    assert [line for line, _, _ in told(checked)] == [2, 3, 4]


CELL = st.text(max_size=12) | st.sampled_from(
    ["6,700", "about 30%", "2024-02", "percent", "exact", "rok_mnd", "https://a.org"]
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.dictionaries(st.sampled_from([f.name for f in FIELDS]), CELL, max_size=6), min_size=1, max_size=4))
def test_every_row_is_let_in_or_kept_out_with_a_reason(rows: list[dict[str, str]]) -> None:
    checked = check_claims(a_raw_table(*rows), PACKAGE, table_id="t")
    kept_out = {problem.line for problem in checked.problems if problem.severity is Severity.ERROR}
    assert len(checked.claims) + len(checked.kept_out) == len(rows)
    assert set(checked.kept_out.index) == kept_out
    assert not kept_out & set(checked.claims["line"])
    assert checked.claims["qualifier"].notna().all()
