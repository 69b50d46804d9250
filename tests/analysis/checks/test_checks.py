"""The rules: what each finds, and what it lets pass."""

from datetime import UTC, datetime
from typing import Any

import pandas as pd
import pytest

from analysis.curated import curated, package
from claimsdash.analysis.checks import RULES, Acknowledgement, Known, acknowledge, find, known_of
from claimsdash.analysis.checks.acknowledging import AcknowledgementError
from claimsdash.domain.assumption import Assumption
from claimsdash.domain.bounds import Bounds
from claimsdash.domain.relation import Relation
from claimsdash.domain.units import DIMENSIONLESS, load_units
from making import a_claim, a_table

LOAD = Assumption("cited", "container", "shell", low=400, best=None, high=450, scope="152 mm")
KNOWN = Known(
    units=load_units("munition = [munition]\nshell = munition\ncontainer = [container]"),
    relations=(Relation("killed", "casualties", adds=True), Relation("wounded", "casualties", adds=True)),
    assumptions=(LOAD,),
)
NONE: dict[str, Any] = {}


def figure(low: float | None, high: float | None = None, **given: Any) -> dict[str, Any]:
    kind = "lower_bound" if high is None else "range"
    return {"low": low, "best": None, "high": high, "qualifier": kind} | given


def rows(*changes: dict[str, Any]) -> pd.DataFrame:
    """Return claims a, b, c … of one claimant, each a claim of its own unless it names one."""
    return a_table(*(a_claim(**({"report_id": key, "claim_id": key} | change)) for key, change in zip("abcd", changes)))  # noqa: B905 - fewer changes than keys


def found(rule: str, reports: pd.DataFrame) -> list[tuple[str, float | None]]:
    table = find(reports, KNOWN).table
    mine = table[table["rule"].eq(rule)]
    factors = [None if pd.isna(factor) else round(factor, 2) for factor in mine["factor"]]
    return list(zip(mine["report_ids"], factors, strict=True))


EARLY, LATE = {"as_of": "2024-01-01"}, {"as_of": "2024-02-01"}
CLAIM = {"claim_id": "one"}
RELAY = CLAIM | {"outlet": "kbs", "outlet_name": "KBS", "line": 3}
SHARE: dict[str, Any] = {"unit": "percent", "base_unit": DIMENSIONLESS, "basis": "share"}
CEILING = figure(None, 6700, qualifier="upper_bound")
SHELLS: dict[str, Any] = {
    "topic": "shells",
    "unit": "shell",
    "base_unit": "munition",
    "scope": "152 mm",
    "basis": "cumulative",
}


CASES: list[tuple[str, tuple[dict[str, Any], ...], list[tuple[str, float | None]]]] = [
    ("falling-total", (figure(2000) | EARLY, figure(900, 1000) | LATE), [("a; b", 2)]),
    ("falling-total", (figure(1000, 2000) | EARLY, figure(1500, 1500) | LATE), []),
    ("falling-total", (figure(2000) | EARLY, figure(900, 1000, supersedes="a") | LATE), []),
    ("falling-total", (figure(2000, basis="stock") | EARLY, figure(900, 1000, basis="stock") | LATE), []),
    ("falling-total", (figure(2000, claimant="x") | EARLY, figure(900, 1000) | LATE), []),
    ("low-above-high", (figure(3, 2),), [("a", None)]),
    ("low-above-high", (figure(2, 3, best=2.5),), []),
    ("low-above-high", (figure(2, 3, best=4),), [("a", None)]),
    ("part-above-whole", (figure(300, topic="killed"), figure(100, 200, topic="casualties")), [("a; b", 1.5)]),
    ("part-above-whole", (figure(100, topic="killed"), figure(100, 200, topic="casualties")), []),
    ("part-above-whole", (figure(300, topic="killed"), figure(100, topic="casualties")), []),
    (
        "part-above-whole",
        (figure(300, topic="killed") | LATE, figure(100, 200, topic="casualties") | EARLY),
        [],
    ),
    ("share-above-100", (figure(1.2, **SHARE),), [("a", 1.2)]),
    ("share-above-100", (figure(1.0, **SHARE),), []),
    ("date-after-report", ({"as_of": "2024-03-01"},), [("a", None)]),
    ("date-after-report", ({"as_of": "2024-03-01", "modality": "planned"},), []),
    ("capacity-as-count", (CLAIM | {"modality": "capacity"}, RELAY), [("b", None)]),
    ("capacity-as-count", (CLAIM | {"modality": "capacity"}, RELAY | {"modality": "capacity"}), []),
    ("number-changed", (CLAIM, RELAY | figure(9000, 9000)), [("a; b", 1.34)]),
    ("number-changed", (CLAIM | figure(6700), RELAY | CEILING), [("a; b", None)]),
    ("number-changed", (CLAIM, RELAY | {"base_at": 7000.0}), []),
    ("number-changed", (CLAIM | {"base_at": 7000.0}, RELAY), []),
    ("two-units", (NONE, NONE, {"unit": "shipment", "base_unit": "voyage"}), [("c", None)]),
    ("two-units", (NONE, {"unit": "shipment", "base_unit": "container"}), []),
    ("stale-as-new", (CLAIM, RELAY | {"reported_on": "2025-01-01", "as_of": "2025-01-01"}), [("b", None)]),
    ("stale-as-new", (CLAIM, RELAY | {"reported_on": "2025-01-01", "inferred": "as_of"}), [("b", None)]),
    ("stale-as-new", (CLAIM, RELAY | {"reported_on": "2025-01-01"}), []),
    (
        "sum-above-whole",
        (figure(300, topic="killed"), figure(800, topic="wounded"), figure(900, 1000, topic="casualties")),
        [("a; b; c", 1.1)],
    ),
    (
        "sum-above-whole",
        (figure(300, topic="killed"), figure(700, topic="wounded"), figure(900, 1000, topic="casualties")),
        [],
    ),
    ("product-does-not-close", (figure(6566, 6834), figure(3_500_000, **SHELLS)), [("a; b", 1.14)]),
    ("product-does-not-close", (figure(6566, 6834), figure(3_000_000, **SHELLS)), []),
    ("product-does-not-close", (figure(6566, 6834), figure(3_500_000, **SHELLS | {"claim_id": "cited"})), []),
]


@pytest.mark.parametrize(("rule", "changes", "findings"), CASES)
def test_a_rule_finds(rule: str, changes: tuple[dict[str, Any], ...], findings: list[tuple[str, float | None]]) -> None:
    assert found(rule, rows(*changes)) == findings


def test_every_rule_is_seen_to_find_and_to_let_pass() -> None:
    for rule in RULES:
        assert {bool(findings) for key, _, findings in CASES if key == rule.key} == {True, False}, rule.key


def test_the_product_of_the_briefing_holds_2_63_to_3_08_million() -> None:
    (load,) = KNOWN.assumptions
    assert KNOWN.units is not None
    held = KNOWN.units.convert_bounds(Bounds(6566, 6834), load, unit="container", to="shell")
    assert [held.low, held.high] == pytest.approx([2.63e6, 3.08e6], rel=0.002)


def test_every_rule_counts_what_it_judged() -> None:
    tally = find(rows(figure(2000) | EARLY, figure(900, 1000) | LATE), KNOWN).tally.set_index("rule")
    assert set(tally.index) == {rule.key for rule in RULES}
    assert tally.loc["falling-total"].to_dict() == {
        "title": "A running total that falls",
        "n_checked": 1,
        "n_conflicts": 1,
        "n_unclear": 0,
    }


def test_a_finding_says_on_how_much_it_stands_and_why_it_matters() -> None:
    (row,) = find(rows(figure(2000) | EARLY, figure(900, 1000) | LATE), KNOWN).table.to_dict("records")
    assert (row["n_claims"], row["n_reports"], row["verdict"]) == (2, 2, "conflict")
    assert row["words"] == (
        "ROK Ministry of National Defense gives less for 2024-02-01 than for 2024-01-01, by a factor of 2.00."
    )
    assert row["why"]


def test_the_curated_table_has_the_findings_that_it_was_made_to_show() -> None:
    findings = find(curated(), known_of(package())).table
    by_rule = findings.groupby("rule")["report_ids"].agg("; ".join)
    assert "rok-mnd-2024-02-26-shells152-rfa" in by_rule["capacity-as-count"]
    assert "rok-mnd-2024-02-26-shells152-politico" in by_rule["number-changed"]
    assert "us-state-2024-02-23-vostochny-bi" in by_rule["two-units"]
    assert "us-nato-2023-12-20-containers-up-2025" in by_rule["stale-as-new"]
    assert findings["finding_id"].is_unique


def test_without_reports_nothing_is_found() -> None:
    nothing = find(a_table(), KNOWN)
    assert nothing.table.empty
    assert len(nothing.tally) == len(RULES)
    assert acknowledge(nothing.table, []).empty


def test_an_acknowledged_finding_comes_last_with_its_reason() -> None:
    findings = find(rows(figure(3, 2), figure(5, 4)), KNOWN).table
    key = findings["finding_id"].iloc[0]
    said = [
        Acknowledgement(key, reason, "me", datetime(2026, 1, day, tzinfo=UTC))
        for day, reason in ((2, "newer"), (1, "older"))
    ]
    table = acknowledge(findings, said)
    assert table["acknowledged"].tolist() == [False, True]
    assert table["reason"].tolist() == ["", "newer"]
    assert table["finding_id"].iloc[1] == key


def test_an_acknowledgement_needs_a_reason() -> None:
    with pytest.raises(AcknowledgementError):
        Acknowledgement("x", "  ", "me", datetime(2026, 1, 1, tzinfo=UTC))
