"""What the evidence card says."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from claimsdash.app.evidence import facts
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


def test_an_inferred_date_is_marked_and_missing_facts_have_no_line() -> None:
    lines = dict(facts(a_report(inferred="as_of"), {"curated": "2026-11-23"}))
    assert "inferred from the day of publication" in lines["As of"]
    assert "Speaker" not in lines
    assert lines["Window"] == "start not stated"
    assert "2026" in lines["Loaded"]


def test_the_chain_of_relays_runs_from_the_printer_to_the_first_source() -> None:
    lines = dict(facts(a_report(outlet_name="Cambodia Tribune", relayed_from="Yonhap; AFP"), {}))
    assert lines["Printed by"] == "Cambodia Tribune ← Yonhap ← AFP"


def test_hostile_text_is_shown_as_typed() -> None:
    lines = dict(facts(a_report(notes="![x](http://evil.example/a.png)", url="javascript:alert(1)"), {}))
    assert lines["Editor’s note"].startswith("\\!\\[x\\]")
    assert lines["Page"] == "page"


def _card() -> None:
    from claimsdash.app import evidence
    from making import a_claim, a_table  # the script runs apart from this module

    floor = {"qualifier": "lower_bound", "best": None, "high": None}
    origin = a_claim(report_id="a", value_text="more than 6,700", **floor)
    relay = a_claim(report_id="b", value_text="6,700", reported_on="2024-03-01", outlet_name="A *bold* outlet")
    evidence.show(a_table(origin, relay), chosen="mnd-2024-02-26-containers", loaded_on={"curated": "2026-11-23"})


def test_the_card_shows_the_origin_and_names_what_the_relay_dropped() -> None:
    at = AppTest.from_function(_card, default_timeout=30).run()
    assert not at.exception
    texts = " ".join(element.value for element in (*at.header, *at.markdown))
    assert "more than 6\\,700" in texts
    assert ":orange-badge[bound dropped]" in texts
    assert "A \\*bold\\* outlet" in texts
    assert at.code[0].value.startswith("ROK Ministry of National Defense")
