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


@pytest.mark.parametrize("page", ["topics", "topic", "add_data", "about"])
def test_a_page_opens_on_the_curated_table(open_app: OpenApp, page: str) -> None:
    at = open_app(page)
    assert not at.exception
    assert words_of(at)


@pytest.mark.parametrize("page", ["topics", "topic", "add_data", "about"])
def test_a_page_opens_without_any_claims(open_app: OpenApp, page: str) -> None:
    open_app()
    shelf.shelf().workspace.ledger.retire("curated", By(when=datetime.now(UTC)))
    at = open_app(page)
    assert not at.exception
