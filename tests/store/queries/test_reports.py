"""The reports that a selection keeps."""

from collections.abc import Callable

import pandas as pd
from hypothesis import given
from pandas.testing import assert_frame_equal

from choosing import chosen
from claimsdash.domain.selection import Selection
from claimsdash.intake.table import CLAIM_DTYPES
from claimsdash.store.engine import Engine
from claimsdash.store.queries import keys_at_which_rows_may_point, report_or_claim, reports_of
from drawing import drawn, selections, tables
from making import a_claim, a_table

EngineOver = Callable[[pd.DataFrame], Engine]


@drawn
@given(tables, selections)
def test_reports_are_those_that_the_selection_keeps_in_reading_order(
    engine_over: EngineOver, claims: pd.DataFrame, selection: Selection
) -> None:
    order = ["as_of_end", "reported_end", "report_id"]
    expected = chosen(claims, selection).sort_values(order, na_position="last").reset_index(drop=True)
    assert_frame_equal(reports_of(engine_over(claims), selection), expected)


def test_no_reports_are_an_empty_claims_table(engine_over: EngineOver) -> None:
    for rows in (reports_of(engine_over(a_table()), Selection()), report_or_claim(engine_over(a_table()), "x")):
        assert {name: str(dtype) for name, dtype in rows.dtypes.items()} == CLAIM_DTYPES
        assert rows.empty


def test_a_claim_is_found_by_its_own_key_and_by_that_of_any_report(engine_over: EngineOver) -> None:
    claims = a_table(
        a_claim(report_id="a", claim_id="one"),
        a_claim(report_id="b", claim_id="one", table_id="mine"),
        a_claim(report_id="c", claim_id="other"),
    )
    engine = engine_over(claims)
    for key in ("one", "a", "b"):
        assert report_or_claim(engine, key)["report_id"].tolist() == ["a", "b"]
    assert report_or_claim(engine, "nobody's").empty


def test_a_withdrawn_report_stays(engine_over: EngineOver) -> None:
    engine = engine_over(a_table(a_claim(status="withdrawn")))
    assert reports_of(engine, Selection())["status"].tolist() == ["withdrawn"]


def test_every_key_of_the_workspace_may_be_pointed_at(engine_over: EngineOver) -> None:
    engine = engine_over(a_table(a_claim(report_id="a", claim_id="one"), a_claim(report_id="b", claim_id="one")))
    assert keys_at_which_rows_may_point(engine) == {"a", "b", "one"}
