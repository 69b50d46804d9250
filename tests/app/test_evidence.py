"""What the evidence card says."""

from typing import Any

import pytest

from claimsdash.app.evidence import Evidence, evidence_of
from claimsdash.export.card import say_reading
from making import a_claim, a_table

CEILING = {"qualifier": "upper_bound", "low": None, "best": None, "high": 1e5}
RANGE = {"qualifier": "range", "low": 4e6, "best": None, "high": 6e6}
FLOOR = {"qualifier": "lower_bound", "low": 3e6, "best": None, "high": None, "unit": "shell"}


def a_report(**given: Any) -> dict[Any, Any]:
    rows: list[dict[Any, Any]] = a_table(a_claim(**given)).to_dict("records")
    return rows[0]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "Read as printed: 6,700 containers"),
        (FLOOR, "Read as a lower bound: at least 3,000,000 shells"),
        (
            {"qualifier": "upper_bound", "low": None, "best": None, "high": 1e5},
            "Read as an upper bound: at most 100,000 containers",
        ),
        (
            {"qualifier": "range", "low": 4e6, "best": None, "high": 6e6},
            "Read as a range: 4,000,000 to 6,000,000 containers",
        ),
        ({"qualifier": "none", "low": None, "best": None, "high": None}, "Read as no figure"),
    ],
)
def test_the_reading_never_sounds_firmer_than_the_wording(given: dict[str, Any], words: str) -> None:
    assert say_reading(a_report(**given)) == words


def test_bounds_read_from_the_wording_say_so() -> None:
    report = a_report(qualifier="approximate", low=6566.0, high=6834.0, inferred="low,high")
    assert say_reading(report).endswith("(bounds read from the wording)")


LOADED = {"curated": "2026-11-23"}


def evidence(*claims: dict[str, Any], chosen: str = "mnd-2024-02-26-containers") -> Evidence:
    return evidence_of(a_table(*claims), chosen=chosen, loaded_on=LOADED)


def test_an_inferred_date_is_marked_and_missing_facts_have_no_line() -> None:
    lines = dict(evidence(a_claim(inferred="as_of")).facts)
    assert "inferred from the day of publication" in lines["As of"]
    assert "Speaker" not in lines
    assert lines["Window"] == "start not stated"
    assert "2026" in lines["Loaded"]


def test_the_chain_of_relays_runs_from_the_printer_to_the_first_source() -> None:
    lines = dict(evidence(a_claim(outlet_name="Cambodia Tribune", relayed_from="Yonhap; AFP")).facts)
    assert lines["Printed by"] == "Cambodia Tribune ← Yonhap ← AFP"


def test_hostile_text_has_one_line_and_no_marks_that_turn_it_and_only_pages_of_the_web_are_links() -> None:
    page = {"url": "javascript:alert(1)", "archived_url": "https://a.example/x y"}
    shown = evidence(a_claim(notes="<b>one</b>\n\u202etwo", **page))
    assert dict(shown.facts)["Editor’s note"] == "<b>one</b> two"
    assert shown.pages == [("", "page"), ("https://a.example/x%20y", "a.example")]


def test_the_card_shows_the_origin_and_names_what_the_relay_dropped() -> None:
    floor = {"qualifier": "lower_bound", "best": None, "high": None}
    origin = a_claim(report_id="a", value_text="more than 6,700", **floor)
    relay = a_claim(report_id="b", value_text="6,700", reported_on="2024-03-01", outlet_name="Tribune")
    shown = evidence(origin, relay)
    assert shown.wording == "more than 6,700"
    assert shown.counted == "1 claim from 2 reports. The others:"
    [echo] = shown.echoes
    assert (echo.wording, echo.outlet[1], list(echo.differs)) == ("6,700", "Tribune", ["bound dropped"])
    assert shown.citation.startswith("ROK Ministry of National Defense")
    assert evidence(origin, relay, chosen="b").wording == "6,700"
