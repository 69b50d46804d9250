"""Units, bases and keys of a workspace, counted by the engine."""

from collections.abc import Callable

import pandas as pd
from hypothesis import given

from claimsdash.domain.selection import Selection
from claimsdash.store.engine import Engine
from claimsdash.store.queries import facets, keys, measures
from drawing import drawn_seldom, tables
from making import a_claim, a_table

EngineOver = Callable[[pd.DataFrame], Engine]
MEASURE = ["topic", "unit", "base_unit", "basis"]


@drawn_seldom
@given(tables)
def test_measures_are_counted_with_their_largest_figure_and_the_keys_are_those_of_the_facets(
    engine_over: EngineOver, claims: pd.DataFrame
) -> None:
    engine = engine_over(claims)
    offered = {str(facet): frozenset(rows["value"]) for facet, rows in facets(engine, Selection()).groupby("facet")}
    assert {facet: found for facet, found in keys(engine).items() if found} == offered
    found = measures(engine).set_index(MEASURE)
    ends = claims[["base_low", "base_best", "base_high"]].max(axis=1)
    grouped = claims.assign(base_most=ends).groupby(MEASURE)
    assert found["n_reports"].to_dict() == grouped.size().to_dict()
    expected = grouped["base_most"].max()
    pd.testing.assert_series_equal(found["base_most"].sort_index(), expected.sort_index())


def test_the_commonest_measure_of_a_topic_comes_first(engine_over: EngineOver) -> None:
    units = ["shell", "shell/month", "shell/month", "container", "container"]
    rows = [a_claim(report_id=f"r{place}", unit=unit) for place, unit in enumerate(units)]
    assert measures(engine_over(a_table(*rows)))["unit"].tolist() == ["container", "shell/month", "shell"]
