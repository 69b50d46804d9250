"""Each page on the curated table, on a filtered view and on an empty workspace."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from claimsdash.app import shelf
from claimsdash.store.ledger import By
from claimsdash.store.ledger.entries import entry_name
from turning import listing_of, told_by_card, turn_to, words_of

OpenApp = Callable[..., AppTest]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("topics", "Contested numbers, with every hedge kept"),
        ("topic", "How many containers of military cargo has North Korea shipped to Russia\\?"),
        ("source", "What ROK National Intelligence Service said"),
        ("add_data", "Add data"),
        ("about", "About claimsdash"),
    ],
)
def test_a_page_opens_on_the_curated_table(open_app: OpenApp, page: str, title: str) -> None:
    at = open_app(page)
    assert not at.exception
    assert [title.value for title in at.title] == [title]


@pytest.mark.parametrize("page", ["topics", "topic", "source", "add_data", "about"])
def test_a_page_opens_without_any_claims(open_app: OpenApp, page: str) -> None:
    open_app()
    shelf.shelf().workspace.ledger.retire("curated", By(when=datetime.now(UTC)))
    at = open_app(page)
    assert not at.exception


def test_the_source_page_shows_one_claimant_with_its_place_among_the_others(open_app: OpenApp) -> None:
    at = open_app("source", claimant="rok_mnd")
    assert not at.exception
    assert at.title[0].value == "What ROK Ministry of National Defense said"
    assert at.query_params["claimant"] == "rok_mnd"
    assert "Containers shipped" in listing_of(at)["Topic"]


def test_another_source_can_be_chosen_and_the_address_follows(open_app: OpenApp) -> None:
    at = open_app("source", claimant="rok_mnd")
    at.selectbox(key="source_choice").set_value("ua_hur").run()
    assert not at.exception
    assert at.query_params["claimant"] == "ua_hur"


CONTAINERS = {"topic": "containers_shipped"}


@pytest.mark.parametrize(
    ("parameters", "counted"),
    [
        ({}, "27 claims from 79 reports, by 16 claimants"),
        ({"country": "KR"}, "9 claims from 37 reports"),
        ({"country": ["KR", "RU"]}, "11 claims from 40 reports"),
        ({"q": "GROUNDLESS"}, "1 claim from 1 report, by 1 claimant"),
        ({"q": "50% _"}, "0 claims from 0 reports"),
        ({"known_on": "2030-01-01"}, "25 claims from 63 reports"),
        ({"known_on": "1999-01-01"}, "0 claims from"),
        ({"as_of_from": "2024-01-01", "as_of_to": "2023-01-01"}, "claim"),
        ({"marks": "reports", "log": "1"}, "27 claims from 79 reports"),
    ],
)
def test_a_filtered_topic_says_how_many_claims_and_reports_are_left(
    open_app: OpenApp, parameters: dict[str, str | list[str]], counted: str
) -> None:
    at = open_app("topic", **CONTAINERS, **parameters)
    assert not at.exception
    assert not at.warning
    assert counted in words_of(at)


@pytest.mark.parametrize("tab", ["time", "source", "table"])
def test_a_topic_of_one_claim_has_every_tab(open_app: OpenApp, tab: str) -> None:
    at = open_app("topic", topic="containers_received_by_dprk", tab=tab)
    assert not at.exception
    assert "1 claim from 2 reports, by 1 claimant" in words_of(at)


def test_an_address_in_disorder_is_told_once_and_cleaned(open_app: OpenApp) -> None:
    at = open_app("topic", **CONTAINERS, claimant="kgb", unit="furlong", tab="pie", colour="red")
    assert not at.exception
    told = at.warning[0].value
    for named in ("kgb", "furlong", "pie", "colour"):
        assert named in told
    assert dict(at.query_params) == CONTAINERS
    at.button(key="forget_problems").click().run()
    assert not at.warning


def test_a_filter_comes_and_goes_with_the_address(open_app: OpenApp) -> None:
    at = open_app("topic", **CONTAINERS)
    assert "9 claims" in words_of(turn_to(at, country="KR"))
    assert "27 claims" in words_of(turn_to(at, country=None))


def test_the_topics_own_axis_is_left_out_of_the_address(open_app: OpenApp) -> None:
    at = open_app("topic", **CONTAINERS, unit="container")
    assert dict(at.query_params) == CONTAINERS | {"unit": "container"}
    assert "unit" not in open_app("topic", **CONTAINERS, log="1").query_params


def test_a_filter_without_matches_can_be_taken_off(open_app: OpenApp) -> None:
    at = open_app("topic", **CONTAINERS, q="zzzz")
    assert at.button(key="relax_text").label == "Take off “Search”: 27 claims"
    at.button(key="relax_text").click().run()
    assert "q" not in at.query_params
    assert "27 claims" in words_of(at)


def test_a_home_page_without_matches_says_so(open_app: OpenApp) -> None:
    at = open_app(q="zzzz")
    assert not at.exception
    assert "No report passes all filters together" in at.info[0].value


def test_a_removed_claim_is_named_on_its_card(open_app: OpenApp) -> None:
    at = open_app("topic", **CONTAINERS, claim="gone")
    assert not at.exception
    assert "No claim or report has the key gone" in told_by_card(at)


def test_the_curated_table_is_no_change_to_undo(open_app: OpenApp) -> None:
    at = open_app("add_data")
    assert at.button(key="undo").disabled
    at.button(key="remove_curated").click().run()
    assert at.button(key="undo").label == "Undo: curated retired"
    at.button(key="undo").click().run()
    assert not at.exception
    assert "Remove" in [button.label for button in at.button]


def test_a_damaged_entry_of_the_log_is_named_and_the_rest_is_shown(open_app: OpenApp) -> None:
    open_app()
    workspace = shelf.shelf().workspace
    entry = Path(workspace.address) / entry_name(workspace.ledger.version() + 1)
    entry.write_bytes(b"")
    at = open_app("topic", topic="troops_deployed")
    assert not at.exception
    assert [error.value.replace("\\", "").startswith(f"{entry} is damaged") for error in at.error] == [True]
    assert "42 claims from 58 reports" in words_of(at)
