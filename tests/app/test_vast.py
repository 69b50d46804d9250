"""Pages of a workspace with more reports than can be read at once say so, and the others open."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from claimsdash.app import shelf

OpenApp = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def _few_are_vast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "MOST_REPORTS", 100)
    monkeypatch.setattr(shelf, "MOST_COMPARED", 100)


def told(page: AppTest) -> list[str]:
    assert not page.exception
    return [str(info.value).replace("\\", "") for info in page.info]


def test_checks_judge_one_table_where_all_reports_are_too_many(open_app: OpenApp) -> None:
    (words,) = told(open_app("checks"))
    assert words.startswith("495 reports are too many to judge together")
    assert "claimsdash findings" in words


def test_a_source_on_many_topics_is_told_by_counts_and_leads_to_their_pages(open_app: OpenApp) -> None:
    page = open_app("source", claimant="rok_nis")
    (words,) = told(page)
    assert "with this source chosen" in words
    assert {"## Its latest claim on each topic", "## Who printed it"} <= {str(text.value) for text in page.markdown}


def test_a_source_on_few_reports_keeps_its_whole_page(open_app: OpenApp) -> None:
    page = open_app("source", claimant="bain")
    assert told(page) == []


def test_home_and_topic_read_only_what_they_show(open_app: OpenApp) -> None:
    assert told(open_app()) == []
    assert told(open_app("topic", topic="containers_shipped")) == []
