"""Each page on the curated table, on a filtered view and on an empty workspace."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from claimsdash.app import shelf
from claimsdash.store.ledger import By

OpenApp = Callable[..., AppTest]


def words_of(at: AppTest) -> str:
    return "\n".join(element.value for element in (*at.markdown, *at.caption))


@pytest.mark.parametrize("page", ["topics", "topic", "source", "add_data", "about"])
def test_a_page_opens_on_the_curated_table(open_app: OpenApp, page: str) -> None:
    at = open_app(page)
    assert not at.exception
    assert words_of(at)


@pytest.mark.parametrize("page", ["topics", "topic", "source", "add_data", "about"])
def test_a_page_opens_without_any_claims(open_app: OpenApp, page: str) -> None:
    open_app()
    shelf.shelf().workspace.ledger.retire("curated", By(when=datetime.now(UTC)))
    at = open_app(page)
    assert not at.exception


def test_the_source_page_shows_one_claimant_with_its_place_among_the_others(open_app: OpenApp) -> None:
    at = open_app("source", claimant="rok_mnd")
    assert not at.exception
    assert "What ROK Ministry of National Defense said" in words_of(at)
    assert at.query_params["claimant"] == "rok_mnd"
    assert "Containers shipped" in set(at.dataframe[0].value["topic"])


def test_another_source_can_be_chosen_and_the_address_follows(open_app: OpenApp) -> None:
    at = open_app("source", claimant="rok_mnd")
    at.selectbox(key="source_choice").set_value("ua_hur").run()
    assert not at.exception
    assert at.query_params["claimant"] == "ua_hur"
