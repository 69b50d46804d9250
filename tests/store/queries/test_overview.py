"""What there is: topics, claimants, spans."""

from collections.abc import Callable
from typing import Any

import pandas as pd
from hypothesis import given

from choosing import chosen
from claimsdash.domain.selection import Selection
from claimsdash.store.engine import Engine
from claimsdash.store.queries import (
    Extent,
    Spans,
    Tally,
    claimants_of_topics,
    days_of_publication,
    extent,
    spans,
    tally,
    topics_overview,
)
from drawing import drawn, selections, tables
from making import a_table

EngineOver = Callable[[pd.DataFrame], Engine]


@drawn
@given(tables, selections)
def test_each_topic_is_counted_as_selected(engine_over: EngineOver, claims: pd.DataFrame, selection: Selection) -> None:
    rows = chosen(claims, selection)
    overview = topics_overview(engine_over(claims), selection)
    assert overview["topic"].tolist() == sorted(rows["topic"].unique())
    for row in overview.itertuples(index=False):
        topic = rows[rows["topic"] == row.topic]
        counts = [topic[name].nunique() for name in ("claim_id", "claimant", "outlet")]
        assert [row.n_claims, row.n_claimants, row.n_outlets, row.n_reports] == [*counts, len(topic)]
        days = (topic["reported_start"].fillna(topic["reported_end"]).min(), topic["reported_end"].max())
        assert same((row.first_reported, row.last_reported, row.last_as_of), (*days, topic["as_of_end"].max()))
        assert row.base_units == "; ".join(sorted(topic["base_unit"].unique()))


@drawn
@given(tables, selections)
def test_spans_and_tally_are_those_of_the_selected_reports(
    engine_over: EngineOver, claims: pd.DataFrame, selection: Selection
) -> None:
    rows, engine = chosen(claims, selection), engine_over(claims)
    found = spans(engine, selection)
    for name, days in (
        ("as_of", (found.as_of_first, found.as_of_last)),
        ("reported", (found.reported_first, found.reported_last)),
    ):
        start, end = rows[f"{name}_start"], rows[f"{name}_end"]
        expected = (start.fillna(end).min(), end.fillna(start).max())
        assert same(tuple(None if day is None else pd.Timestamp(day) for day in days), expected)
    counted = Tally(rows["claim_id"].nunique(), len(rows))
    assert tally(engine, selection) == counted
    held = Extent(counted.n_claims, counted.n_reports, found.as_of_first, found.as_of_last)
    assert extent(engine, selection) == held


@drawn
@given(tables)
def test_claimants_of_a_topic_are_counted_whatever_is_selected(engine_over: EngineOver, claims: pd.DataFrame) -> None:
    found = claimants_of_topics(engine_over(claims))
    expected = claims.groupby(["topic", "claimant"])["claim_id"].nunique().to_dict()
    assert {(row.topic, row.claimant): row.n_claims for row in found.itertuples()} == expected


@drawn
@given(tables)
def test_the_days_of_publication_of_a_topic_come_once_and_in_order(
    engine_over: EngineOver, claims: pd.DataFrame
) -> None:
    engine = engine_over(claims)
    for topic, rows in claims.groupby("topic"):
        assert days_of_publication(engine, str(topic)) == sorted({day.date() for day in rows["reported_end"].dropna()})


def test_an_empty_workspace_has_no_topics_and_no_days(engine_over: EngineOver) -> None:
    engine = engine_over(a_table())
    assert topics_overview(engine, Selection()).empty
    assert spans(engine, Selection()) == Spans(None, None, None, None)
    assert claimants_of_topics(engine).empty


def same(found: tuple[Any, ...], expected: tuple[Any, ...]) -> bool:
    return [None if pd.isna(day) else day for day in found] == [None if pd.isna(day) else day for day in expected]
