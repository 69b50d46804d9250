"""The claims of a card are all that it needs: it says the same as one made of every claim."""

from collections.abc import Callable

import pandas as pd
from hypothesis import given

from choosing import chosen
from claimsdash.analysis.latest import Like
from claimsdash.analysis.overview import Glance, glances
from claimsdash.domain.selection import Selection
from claimsdash.store.engine import Engine
from claimsdash.store.queries import claims_at_a_glance, topics_overview
from claimsdash.store.queries.glances import NEWEST
from drawing import drawn_seldom, selections, tables
from glancing import glances_of_table
from making import a_claim, a_table

EngineOver = Callable[[pd.DataFrame], Engine]
LIKE = {"shells": Like("shell", "stock", "152 mm"), "troops": Like("person", "cumulative")}


def asked(engine: Engine, selection: Selection) -> list[Glance]:
    scopes = {topic: like.scope for topic, like in LIKE.items() if like.scope}
    return glances(topics_overview(engine, selection), claims_at_a_glance(engine, selection, scopes), LIKE)


def words(glance: Glance) -> tuple[object, ...]:
    counts = (glance.n_claims, glance.n_reports, glance.n_claimants, glance.last_reported)
    drawn = sorted(glance.claims["report_id"])
    return (glance.topic, *counts, glance.modality, glance.lowest, glance.highest, glance.base_unit, drawn)


@drawn_seldom
@given(tables, selections)
def test_each_topic_is_summed_up_as_from_all_its_claims(
    engine_over: EngineOver, claims: pd.DataFrame, selection: Selection
) -> None:
    expected = glances_of_table(chosen(claims, selection), LIKE)
    assert [words(glance) for glance in asked(engine_over(claims), selection)] == [words(each) for each in expected]


def test_of_many_claims_the_newest_are_drawn_and_an_old_one_of_another_claimant_still_counts(
    engine_over: EngineOver,
) -> None:
    days = [f"{day.date()}" for day in pd.date_range("2024-01-01", periods=NEWEST + 20)]
    many = [a_claim(report_id=day, claim_id=day, as_of=day) for day in days]
    old = a_claim(report_id="old", claim_id="old", as_of="2020-01-01", claimant="us", low=1.0, best=1.0, high=1.0)
    (glance,) = asked(engine_over(a_table(*many, old)), Selection())
    assert glance.n_claims == NEWEST + 21
    assert sorted(glance.claims["report_id"]) == [*days[20:], "old"]
    assert glance.lowest is not None
    assert (glance.lowest.said, glance.lowest.as_of) == ("1 container", "2020-01-01")


def test_an_empty_workspace_has_no_topics_to_glance_at(engine_over: EngineOver) -> None:
    assert asked(engine_over(a_table()), Selection()) == []
