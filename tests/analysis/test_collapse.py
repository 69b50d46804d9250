"""Many claims to one figure."""

import math

import pytest

from analysis.test_agreement import between
from claimsdash.analysis.collapse import RULE_WORDS, Rule, collapse
from claimsdash.analysis.origins import claims_of
from making import a_table

CLAIMS = a_table(between("a", 5, 5), between("b", 7, 7), between("c", 6, None), between("d", 4, 9))


@pytest.mark.parametrize(
    ("rule", "low", "high", "whose"),
    [
        (Rule.LOWEST, 4, 4, ("d",)),
        (Rule.BEST, 5, 5, ("a",)),
        (Rule.HIGHEST, 9, 9, ("d",)),
        (Rule.SHARED, 7, 7, ()),
    ],
)
def test_each_rule_gives_a_stated_figure(rule: Rule, low: float, high: float, whose: tuple[str, ...]) -> None:
    found = collapse(claims_of(CLAIMS), rule)
    assert (found.low, found.high, found.claim_ids) == (low, high, whose)
    assert found.words == f"Rule: {RULE_WORDS[rule]}. 4 claims from 4 reports."


@pytest.mark.parametrize("rule", Rule)
def test_nothing_to_collapse_gives_no_number(rule: Rule) -> None:
    assert math.isnan(collapse(claims_of(a_table()), rule).low)


def test_bounds_alone_have_no_best_number_and_an_open_shared_interval() -> None:
    bounds = claims_of(a_table(between("a", 5, None), between("b", 8, None)))
    assert math.isnan(collapse(bounds, Rule.BEST).low)
    shared = collapse(bounds, Rule.SHARED)
    assert (shared.low, math.isnan(shared.high)) == (8, True)
