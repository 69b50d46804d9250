"""Stories: the list, one of them, and the form in which they are written."""

from collections.abc import Callable
from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

from claimsdash.app import shelf
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View
from claimsdash.store.ledger import By
from claimsdash.store.stories import Story, add_story, change_story, stories_drawer, stories_in
from claimsdash.store.views import save_view, views_drawer

OpenApp = Callable[..., AppTest]
BY = By(datetime(2026, 1, 2, tzinfo=UTC), "Anna")
TEXT = """Ten outlets are **one claim**.

![[As Seoul has it]]

<script>alert(1)</script> ![x](https://evil.example/p.png) [y](javascript:alert(1))

![[Nothing of this name]]
"""


def save_seoul() -> str:
    view = View(Selection(topic="containers_shipped", countries=("KR",)))
    return save_view(shelf.shelf().workspace, "As Seoul has it", view, BY).key


def stories() -> list[Story]:
    return stories_in(stories_drawer(shelf.shelf().workspace.place).contents())


def test_without_stories_the_page_says_how_to_write_one(open_app: OpenApp) -> None:
    at = open_app("stories")
    assert not at.exception
    assert "No story is written yet" in at.info[0].value


def test_a_story_shows_its_words_safely_and_its_views_as_charts_with_sources_and_links(open_app: OpenApp) -> None:
    save_seoul()
    story = add_story(shelf.shelf().workspace.place, "What <b>Seoul</b> counted", TEXT, BY)
    listed = open_app("stories")
    assert "1 chart" not in "".join(caption.value for caption in listed.caption)
    assert any("2 charts" in caption.value for caption in listed.caption)
    at = open_app("stories", story=story.key)
    assert not at.exception
    assert at.title[0].value == "What \\<b\\>Seoul\\<\\/b\\> counted"
    shown = [text.value for text in at.markdown]
    assert "Ten outlets are **one claim**\\." in shown
    assert "\\<script\\>alert\\(1\\)\\<\\/script\\> \\[picture left out\\: x\\] y" in shown
    said = [caption.value for caption in at.caption]
    assert any("9 claims from 37 reports" in words and "Filters\\: country" in words for words in said)
    assert "Open “As Seoul has it”" in [str(link.proto.label) for link in at.get("page_link")]
    assert "There is no saved view “Nothing of this name”" in at.warning[0].value


def test_a_story_finds_a_view_that_was_renamed_and_names_one_that_was_removed(open_app: OpenApp) -> None:
    key = save_seoul()
    place = shelf.shelf().workspace.place
    story = add_story(place, "Today", "![[As Seoul has it]]", BY)
    views_drawer(place).change(key, BY, name="Seoul")
    assert not open_app("stories", story=story.key).warning
    views_drawer(place).remove(key, BY)
    assert "There is no saved view “As Seoul has it”" in open_app("stories", story=story.key).warning[0].value


def test_a_story_is_written_with_a_preview_and_saved(open_app: OpenApp) -> None:
    save_seoul()
    at = open_app("stories")
    at.button(key="write_story").click().run()
    at.text_input(key="story_title").set_value("Today").run()
    at.text_area(key="story_text_field").set_value("See ![map](http://e.example/p.png)").run()
    assert any("Left out: the picture “map”" in caption.value for caption in at.caption)
    at.selectbox(key="story_embed").set_value("As Seoul has it").run()
    assert at.text_area(key="story_text_field").value == "See ![map](http://e.example/p.png)\n\n![[As Seoul has it]]\n"
    assert any("9 claims from 37 reports" in caption.value for caption in at.caption)
    at.button(key="save_story").click().run()
    assert not at.exception
    [story] = stories()
    assert (story.title, at.query_params["story"]) == ("Today", story.key)
    assert at.title[0].value == "Today"


def test_what_was_written_stays_while_another_page_is_read(open_app: OpenApp) -> None:
    at = open_app("stories")
    at.button(key="write_story").click().run()
    at.text_area(key="story_text_field").set_value("Half a thought").run()
    at.switch_page("src/claimsdash/app/views/about.py").run()
    at.switch_page("src/claimsdash/app/views/stories.py").run()
    assert at.text_area(key="story_text_field").value == "Half a thought"
    at.button(key="save_story").click().run()
    assert "A story needs a name" in at.error[0].value
    at.button(key="cancel_story").click().run()
    assert not at.exception
    assert stories() == []


def test_a_story_is_edited_unless_somebody_else_did_meanwhile(open_app: OpenApp) -> None:
    place = shelf.shelf().workspace.place
    story = add_story(place, "Today", "One", BY)
    at = open_app("stories", story=story.key)
    at.button(key="edit_story").click().run()
    at.text_area(key="story_text_field").set_value("Two").run()
    change_story(place, story, "Today", "Three", BY)
    at.button(key="save_story").click().run()
    assert "was changed by Anna meanwhile" in at.error[0].value
    assert at.text_area(key="story_text_field").value == "Two"
    at.button(key="cancel_story").click().run()
    at.button(key="edit_story").click().run()
    at.text_area(key="story_text_field").set_value("Four").run()
    at.button(key="save_story").click().run()
    assert [each.text for each in stories()] == ["Four"]


def test_a_story_is_removed_and_brought_back(open_app: OpenApp) -> None:
    story = add_story(shelf.shelf().workspace.place, "Today", "One", BY)
    at = open_app("stories", story=story.key)
    at.button(key="remove_story").click().run()
    assert not at.exception
    assert stories() == []
    at.button(key=f"back_{story.key}").click().run()
    assert [each.title for each in stories()] == ["Today"]


def test_an_address_of_no_story_is_told(open_app: OpenApp) -> None:
    at = open_app("stories", story="nothing")
    assert not at.exception
    assert "There is no such story here" in at.warning[0].value


def test_a_story_shows_the_chart_of_the_tab_that_a_view_names(open_app: OpenApp) -> None:
    for tab in ("revisions", "rates", "agreement", "source"):
        view = View(Selection(topic="containers_shipped"), tab=tab)
        save_view(shelf.shelf().workspace, tab, view, BY)
    text = "![[revisions]]\n![[rates]]\n![[agreement]]\n![[source]]"
    at = open_app("stories", story=add_story(shelf.shelf().workspace.place, "Tabs", text, BY).key)
    assert not at.exception
    told = "\n".join(caption.value for caption in at.caption)
    for words in (
        "Drawn\\: the 4 claims of ROK",
        "Derived\\, not claimed\\: growth between",
        "claims fit",
        "latest claim of each source",
    ):
        assert words in told
