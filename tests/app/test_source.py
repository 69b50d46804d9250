"""The source page: one claimant, its revisions, its place among the others."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from turning import events_of, listing_of, tables_of, words_of

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
