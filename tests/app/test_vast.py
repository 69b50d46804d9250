"""Pages of a workspace with more reports than can be read at once say so, and the others open."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from claimsdash.app import shelf

OpenApp = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def _few_are_vast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "MOST_REPORTS", 100)


def told(page: AppTest) -> list[str]:
    assert not page.exception
    return [str(info.value) for info in page.info]


def test_a_page_that_needs_every_report_says_that_there_are_too_many(open_app: OpenApp) -> None:
    (words,) = told(open_app("checks"))
    assert words.replace("\\", "").startswith("Here 495 reports would have to be read at once, and at most 100 can be")


def test_home_and_topic_read_only_what_they_show(open_app: OpenApp) -> None:
    assert told(open_app()) == []
    assert told(open_app("topic", topic="containers_shipped")) == []
