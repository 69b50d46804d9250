"""The house effects of one claimant."""

import pandas as pd
import pytest

from analysis.curated import curated, package
from claimsdash.analysis.consensus import band_claims, fit, poolable
from claimsdash.analysis.latest import Like
from claimsdash.analysis.leaning import FEW, Question, leans_of
from making import a_claim, a_table

TOPICS = {
    key: Question(Like(package().units.base(topic.unit)[1], topic.basis.value, topic.scope), topic.growth.value)
    for key, topic in package().topics.items()
}


@pytest.fixture(scope="module")
def leans() -> pd.DataFrame:
    return leans_of(curated(), "rok_nis", TOPICS)


def test_a_house_effect_is_that_of_the_band_of_its_topic(leans: pd.DataFrame) -> None:
    asked = TOPICS["troops_killed"]
    reports = curated()[curated()["topic"].eq("troops_killed")]
    house = fit(band_claims(poolable(reports, asked.like)), growth=asked.growth).house.set_index("claimant")
    columns = ["n", "factor", "low", "high"]
    (row,) = leans.loc[leans["topic"].eq("troops_killed"), columns].to_numpy("float64").tolist()
    assert row == house.loc[["rok_nis"], columns].to_numpy("float64")[0].tolist()
    n, factor, low, high = row
    assert n >= 3
    assert low < factor < high


def test_none_is_shown_under_three_comparable_claims_and_the_reason_is(leans: pd.DataFrame) -> None:
    few = leans[leans["n"].lt(3)]
    assert len(few)
    assert few[["factor", "low", "high"]].isna().all().all()
    assert set(few["why"]) == {FEW}


def test_where_no_band_follows_its_reason_stands(leans: pd.DataFrame) -> None:
    (why,) = leans.loc[leans["topic"].eq("troops_wounded"), "why"]
    assert why.startswith("No band: it would rest on 1 source")


def test_a_topic_that_nobody_asks_about_and_no_report_at_all_have_no_row() -> None:
    assert leans_of(a_table(a_claim()), "rok_mnd", {}).empty
    assert leans_of(a_table(), "rok_mnd", TOPICS).empty
