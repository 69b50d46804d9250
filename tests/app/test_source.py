"""The source page: one claimant, its revisions, its place among the others."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from turning import events_of, listing_of, tables_of, turn_to_page, words_of

OpenApp = Callable[..., AppTest]


def headings_of(at: AppTest) -> set[str]:
    return set(listing_of(at)).union(*(table["columns"] for table in tables_of(at)))


def test_it_holds_what_the_source_said_its_revisions_its_place_and_its_relayers(open_app: OpenApp) -> None:
    at = open_app("source", claimant="rok_nis")
    assert not at.exception
    assert {"As printed", "80 % interval", "Reported", "Other source", "Outlet"} <= headings_of(at)
    said = words_of(at)
    assert "pairs that can be compared in conflict" in said
    assert "not how far from the truth" in said
    assert "A model, not a claim." in said
    assert "Its topics over time" in said
    assert events_of(at)
    assert any(expander.label.startswith("No house effect: ") for expander in at.expander)


def test_the_topic_of_the_revisions_is_chosen_and_kept_in_the_address(open_app: OpenApp) -> None:
    at = open_app("source", claimant="rok_nis")
    choice = at.selectbox(key="source_about")
    assert choice.value == "troops_deployed"
    choice.set_value("troops_killed").run()
    assert not at.exception
    assert at.query_params["about"] == "troops_killed"
    at.selectbox(key="source_choice").set_value("rok_mnd").run()
    assert not at.exception
    assert at.selectbox(key="source_about").value == "artillery_shells_transferred"


def test_a_source_of_one_claim_and_one_of_few_have_their_page(open_app: OpenApp) -> None:
    for claimant in ("bain", "dprk_state_media"):
        at = open_app("source", claimant=claimant)
        assert not at.exception
        assert at.title[0].value.startswith("What ")


def test_a_source_that_only_denied_has_no_revisions(open_app: OpenApp) -> None:
    at = open_app("source", claimant="ru_kremlin")
    assert not at.exception
    said = words_of(at)
    assert "No topic on which it gave a figure." in said
    assert "On no topic do its claims allow one." in said


def test_a_visit_leaves_the_filters_of_the_topics_as_they_were(open_app: OpenApp) -> None:
    at = open_app("topic", topic="troops_deployed", country="KR", tab="source")
    before = dict(at.query_params)
    turn_to_page(at, "source")
    at.selectbox(key="source_choice").set_value("ua_hur").run()
    turn_to_page(at, "about")
    assert turn_to_page(at, "source").query_params["claimant"] == "ua_hur"
    assert dict(turn_to_page(at, "topic").query_params) == before
    at.query_params["country"] = "UA"
    at.run()
    assert at.query_params["country"] == "UA"


def test_a_link_to_a_source_sets_no_filter_for_the_pages_after_it(open_app: OpenApp) -> None:
    at = turn_to_page(open_app("source", claimant="ua_hur", known_on="2025-01-01"), "topics")
    assert dict(at.query_params) == {"known_on": "2025-01-01"}
