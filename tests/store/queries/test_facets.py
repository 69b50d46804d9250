"""The choices of the filters and their counts."""

from collections.abc import Callable

import pandas as pd
from hypothesis import given

from choosing import chosen
from claimsdash.domain.selection import Selection
from claimsdash.store.engine import Engine
from claimsdash.store.queries import FACETS, facets
from claimsdash.store.queries.conditions import LIST_COLUMNS
from drawing import drawn, selections, tables
from making import a_claim, a_table

EngineOver = Callable[[pd.DataFrame], Engine]


@drawn
@given(tables, selections)
def test_each_choice_counts_what_the_other_filters_leave_of_it(
    engine_over: EngineOver, claims: pd.DataFrame, selection: Selection
) -> None:
    expected: dict[tuple[str, str], tuple[int, int]] = {}
    for facet, field in FACETS.items():
        rows = chosen(claims, selection, but=(field,)).dropna(subset=LIST_COLUMNS[field])
        expected |= {(facet, key): (0, 0) for key in getattr(selection, field)}
        for key, group in rows.groupby(LIST_COLUMNS[field]):
            expected[facet, str(key)] = (group["claim_id"].nunique(), len(group))
    counted = facets(engine_over(claims), selection)
    found = counted.set_index(["facet", "value"])[["n_claims", "n_reports"]]
    assert found.index.is_unique
    assert {key: (row.n_claims, row.n_reports) for key, row in found.iterrows()} == expected


def test_choices_carry_names_and_come_most_claims_first(engine_over: EngineOver) -> None:
    rows = [a_claim(report_id=str(n), claim_id=str(n), claimant="nis", claimant_name="NIS") for n in range(2)]
    counted = facets(engine_over(a_table(*rows, a_claim())), Selection())
    claimants = counted[counted["facet"] == "claimant"]
    assert claimants[["value", "label", "n_claims"]].to_numpy().tolist() == [
        ["nis", "NIS", 2],
        ["rok_mnd", "ROK Ministry of National Defense", 1],
    ]
    assert counted["facet"].drop_duplicates().tolist() == list(FACETS)


def test_a_choice_that_leaves_nothing_is_shown_with_its_name_from_elsewhere(engine_over: EngineOver) -> None:
    engine = engine_over(a_table(a_claim()))
    counted = facets(engine, Selection(topic="other", claimants=("rok_mnd", "gone")))
    assert counted.to_numpy().tolist() == [
        ["claimant", "rok_mnd", "ROK Ministry of National Defense", 0, 0],
        ["claimant", "gone", "gone", 0, 0],
    ]


def test_a_claim_of_two_tables_counts_once_in_each_and_once_for_what_both_share(engine_over: EngineOver) -> None:
    rows = [a_claim(report_id=f"{table}{n}", claim_id="one", table_id=table) for table in ("a", "b") for n in range(2)]
    alone = a_claim(report_id="alone", claim_id="two", table_id="a")
    counted = facets(engine_over(a_table(*rows, alone)), Selection())
    counts = counted.set_index(["facet", "value"])[["n_claims", "n_reports"]]
    assert counts.loc["table"].to_numpy().tolist() == [[2, 3], [1, 2]]
    assert counts.loc["claimant"].to_numpy().tolist() == [[2, 5]]
