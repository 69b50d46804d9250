"""The latest claims and the bins: claims and not echoes, like with like."""

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from choosing import chosen
from claimsdash.analysis.latest import latest_claims
from claimsdash.analysis.origins import claims_of
from claimsdash.domain.selection import Selection
from claimsdash.store.engine import Engine
from claimsdash.store.queries import Grain, latest_per_claimant, time_bins
from claimsdash.store.queries.series import LIKE_WITH_LIKE
from drawing import drawn, selections, tables
from making import a_claim, a_table

EngineOver = Callable[[pd.DataFrame], Engine]
GROUP = list(LIKE_WITH_LIKE)


@drawn
@given(tables, selections)
def test_the_latest_claims_are_those_that_the_analysis_finds_in_each_topic(
    engine_over: EngineOver, claims: pd.DataFrame, selection: Selection
) -> None:
    held = claims_of(chosen(claims, selection))
    topics = [latest_claims(part) for _, part in held.groupby("topic")]
    expected = pd.concat([held.head(0), *topics]).sort_values(GROUP)
    found = latest_per_claimant(engine_over(claims), selection)
    assert found["report_id"].tolist() == expected["report_id"].tolist()
    assert found["n_reports"].tolist() == expected["n_reports"].tolist()
    in_group = held.groupby(GROUP)["claim_id"].size().to_dict()
    assert found["n_claims"].tolist() == [in_group[key] for key in found[GROUP].itertuples(index=False, name=None)]


@drawn
@given(tables, selections, st.sampled_from(Grain))
def test_a_bin_holds_the_extremes_and_the_median_of_its_claims(
    engine_over: EngineOver, claims: pd.DataFrame, selection: Selection, grain: Grain
) -> None:
    rows = claims_of(chosen(claims, selection))
    periods = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}
    rows = rows.assign(bin=rows["as_of_end"].dt.to_period(periods[grain]).dt.start_time)
    found = time_bins(engine_over(claims), selection, grain)
    groups = dict(tuple(rows.groupby(["bin", *GROUP], dropna=False)))
    assert len(found) == len(groups)
    for row in found.to_dict("records"):
        group = next(part for key, part in groups.items() if _same(key, [row[name] for name in ("bin", *GROUP)]))
        figures = [group["base_low"].min(), group["base_best"].median(), group["base_high"].max()]
        assert _same([row["low"], row["best"], row["high"]], figures)
        is_none = group["qualifier"] == "none"
        is_open = ~is_none & (group["base_low"].isna() | group["base_high"].isna())
        assert (row["n_claims"], row["n_none"], row["n_open"]) == (len(group), is_none.sum(), is_open.sum())


def _same(found: Iterable[Any], expected: Iterable[Any]) -> bool:
    pairs = zip(found, expected, strict=True)
    return all((pd.isna(one) and pd.isna(other)) or one == other for one, other in pairs)


def test_an_echo_of_an_old_claim_is_not_the_latest(engine_over: EngineOver) -> None:
    old = {"claim_id": "old", "as_of": "2024-01-01", "claimant": "nis"}
    claims = a_table(
        a_claim(**old, report_id="old", reported_on="2024-01-01"),
        a_claim(report_id="new", claim_id="new", as_of="2024-03-01", reported_on="2024-03-01", claimant="nis"),
        a_claim(**old, report_id="echo", reported_on="2024-06-01"),
    )
    assert latest_per_claimant(engine_over(claims), Selection())["report_id"].tolist() == ["new"]


def test_the_latest_claim_is_that_known_on_the_day(engine_over: EngineOver) -> None:
    claims = a_table(
        *(
            a_claim(report_id=day, claim_id=day, as_of=day, reported_on=day)
            for day in ("2024-01-01", "2024-02-01", "2024-03-01")
        )
    )
    on = pd.Timestamp("2024-02-20").date()
    assert latest_per_claimant(engine_over(claims), Selection(known_on=on))["report_id"].tolist() == ["2024-02-01"]


def test_an_empty_table_has_no_bins_and_no_latest_claim(engine_over: EngineOver) -> None:
    engine = engine_over(a_table())
    assert time_bins(engine, Selection(), Grain.MONTH).empty
    assert latest_per_claimant(engine, Selection()).empty
