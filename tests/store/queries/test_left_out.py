"""What a selection leaves out."""

from collections.abc import Callable
from datetime import date

import pandas as pd
from hypothesis import given

from choosing import chosen
from claimsdash.domain.selection import Selection
from claimsdash.store.engine import Engine
from claimsdash.store.queries import relaxations, undated
from drawing import drawn, selections, tables
from making import a_claim, a_table

EngineOver = Callable[[pd.DataFrame], Engine]


@drawn
@given(tables, selections)
def test_each_filter_tells_what_there_would_be_without_it(
    engine_over: EngineOver, claims: pd.DataFrame, selection: Selection
) -> None:
    expected = {}
    for field in selection.active():
        rows = chosen(claims, selection, but=(field,))
        expected[field] = (rows["claim_id"].nunique(), len(rows))
    found = relaxations(engine_over(claims), selection)
    assert {row.field: (row.n_claims, row.n_reports) for row in found.itertuples()} == expected
    assert found["n_claims"].is_monotonic_decreasing


@drawn
@given(tables, selections)
def test_reports_without_a_day_of_publication_are_counted_where_one_is_asked_for(
    engine_over: EngineOver, claims: pd.DataFrame, selection: Selection
) -> None:
    fields = ("known_on", "reported_from", "reported_to")
    asked = set(fields) & set(selection.active())
    rows = chosen(claims, selection, but=fields)
    assert undated(engine_over(claims), selection) == (rows["reported_end"].isna().sum() if asked else 0)


def test_a_topic_alone_cannot_be_relaxed(engine_over: EngineOver) -> None:
    assert relaxations(engine_over(a_table(a_claim())), Selection(topic="containers_shipped")).empty


def test_a_report_without_a_day_is_left_out_of_what_was_known_and_counted(engine_over: EngineOver) -> None:
    engine = engine_over(a_table(a_claim(), a_claim(report_id="b", reported_on=None)))
    assert undated(engine, Selection(known_on=date(2025, 1, 1))) == 1
