"""How far claims lie from the pooled level."""

import math

import pandas as pd
import pytest

from analysis.curated import curated, package
from claimsdash.analysis.agreement import spread_factor
from claimsdash.analysis.consensus import band_claims, fit, poolable
from claimsdash.analysis.consensus.residuals import residuals
from claimsdash.analysis.latest import Like

TOPIC = package().topics["troops_killed"]


def fitted() -> tuple[pd.DataFrame, pd.DataFrame]:
    reports = curated()[curated()["topic"].eq(TOPIC.key)]
    like = Like(package().units.base(TOPIC.unit)[1], TOPIC.basis.value, TOPIC.scope)
    claims = band_claims(poolable(reports, like))
    return claims, residuals(claims, fit(claims, growth=TOPIC.growth.value))


def test_two_sided_claims_alone_have_a_residual_and_it_is_that_from_the_level_of_its_date() -> None:
    claims, found = fitted()
    two_sided = claims[claims["kind"].isin(["exact", "approximate", "range"])]
    assert 3 <= len(found) <= two_sided["relay_of"].fillna(two_sided["id"]).nunique()
    assert set(found["claimant"]) <= set(two_sided["claimant"])
    assert found["residual"].abs().lt(math.log(1000)).all()


def test_they_give_the_spread_factor_of_a_topic() -> None:
    _, found = fitted()
    factor = spread_factor(found)
    means = found.groupby("claimant")["residual"].mean().tolist()
    apart = [abs(one - other) for place, one in enumerate(means) for other in means[place + 1 :]]
    assert factor == pytest.approx(math.exp(sum(apart) / len(apart)))
    assert factor > 1
