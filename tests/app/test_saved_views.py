"""Saved views: the dialog, the page, the start page, two of them side by side."""

from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import urlencode

import pytest
from streamlit.testing.v1 import AppTest

from claimsdash.app import shelf
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View
from claimsdash.store.ledger import By
from claimsdash.store.start import Start, choose_start, start_of
from claimsdash.store.stories import add_story
from claimsdash.store.views import SavedView, save_view, views_drawer, views_in
from turning import words_of

OpenApp = Callable[..., AppTest]
BY = By(datetime(2026, 1, 2, tzinfo=UTC), "Anna")
ALL = View(Selection(topic="containers_shipped"))
SEOUL = View(Selection(topic="containers_shipped", countries=("KR",)))


def links_of(at: AppTest) -> list[str]:
    return [str(link.proto.label) for link in at.get("page_link")]


def save(name: str, view: View = ALL) -> SavedView:
    return save_view(shelf.shelf().workspace, name, view, BY)


def saved_names() -> list[str]:
    return [view.name for view in views_in(views_drawer(shelf.shelf().workspace.place).contents())]


def test_the_present_view_is_saved_under_a_name(open_app: OpenApp) -> None:
    at = open_app("topic", topic="containers_shipped", country="KR")
    at.button(key="save_view").click().run()
    at.text_input(key="saving_name").set_value("As Seoul has it")
    at.button(key="saving_save").click().run()
    assert not at.exception
    [view] = views_in(views_drawer(shelf.shelf().workspace.place).contents())
    assert (view.name, view.address) == ("As Seoul has it", "?topic=containers_shipped&country=KR")


def test_a_name_that_is_taken_is_told_and_replaced_on_request(open_app: OpenApp) -> None:
    at = open_app("topic", topic="containers_shipped")
    save("Containers", SEOUL)
    at.button(key="save_view").click().run()
    at.text_input(key="saving_name").set_value("containers")
    at.button(key="saving_save").click().run()
    assert not at.exception
    [view] = views_in(views_drawer(shelf.shelf().workspace.place).contents())
    assert view.address == "?topic=containers_shipped&country=KR"
    at.button(key="save_view").click().run()
    at.text_input(key="saving_name").set_value("containers")
    at.checkbox(key="saving_replace").set_value(True)
    at.button(key="saving_save").click().run()
    [view] = views_in(views_drawer(shelf.shelf().workspace.place).contents())
    assert view.address == "?topic=containers_shipped"


def test_without_views_the_page_says_how_to_save_one(open_app: OpenApp) -> None:
    at = open_app("views")
    assert not at.exception
    assert "No view is saved yet" in at.info[0].value
    assert "Open a topic" in links_of(at)


def test_the_page_lists_views_with_their_question_and_counts_now_and_then(open_app: OpenApp) -> None:
    save("All of them")
    save("By _Seoul_ <b>", SEOUL)
    content = {"address": "?topic=containers_shipped", "n_claims": 20, "n_reports": 50, "saved_at": "2025-03-04"}
    views_drawer(shelf.shelf().workspace.place).add("Of last year", content, BY)
    at = open_app("views")
    assert not at.exception
    assert "**27 / 79 now**, 20 / 50 when it was saved on 4 Mar 2025" in words_of(at)
    assert "9 / 37, as when it was saved on 2 Jan 2026" in words_of(at)
    assert "How many containers" in words_of(at)
    assert "**By \\_Seoul\\_ \\<b\\>**" in links_of(at)


def test_a_view_whose_address_no_longer_fits_says_what_is_unknown(open_app: OpenApp) -> None:
    content = {"address": "?topic=containers_shipped&claimant=kgb&unit=furlong", "n_claims": 3, "n_reports": 4}
    drawer = views_drawer(shelf.shelf().workspace.place)
    drawer.add("Old", content, BY)
    drawer.add("Stranger", {"address": 7}, BY)
    at = open_app("views")
    assert not at.exception
    assert "kgb" in at.warning[0].value
    assert "furlong" in at.warning[0].value
    assert "Its topic holds no claims here" in words_of(at)


def test_a_view_is_renamed_removed_and_brought_back(open_app: OpenApp) -> None:
    key = save("One").key
    save("Two")
    at = open_app("views")
    at.text_input(key=f"name_{key}").set_value("two").run()
    at.button(key=f"rename_{key}").click().run()
    assert "There is a saved view “Two” already" in at.error[0].value
    at.text_input(key=f"name_{key}").set_value("Three").run()
    at.button(key=f"rename_{key}").click().run()
    assert saved_names() == ["Three", "Two"]
    at.button(key=f"remove_{key}").click().run()
    assert saved_names() == ["Two"]
    at.button(key=f"back_{key}").click().run()
    assert not at.exception
    assert saved_names() == ["Three", "Two"]


def test_the_start_page_is_chosen_and_opens_first(open_app: OpenApp) -> None:
    key = save("As Seoul has it", SEOUL).key
    at = open_app("views")
    at.selectbox(key="start_page").set_value(("view", key)).run()
    assert not at.exception
    place = shelf.shelf().workspace.place
    assert start_of(place) == Start("view", key)
    first = open_app()
    assert not first.exception
    assert "9 claims from 37 reports" in words_of(first)
    assert dict(first.query_params) == {"topic": "containers_shipped", "country": "KR"}
    views_drawer(place).remove(key, BY)
    again = open_app()
    assert "The start page of this workspace was removed" in again.info[0].value
    assert again.title[0].value == "Contested numbers, with every hedge kept"


def test_a_story_can_open_first_but_an_address_goes_before_it(open_app: OpenApp) -> None:
    place = shelf.shelf().workspace.place
    story = add_story(place, "Today", "Words of today", BY)
    choose_start(place, Start("story", story.key), BY)
    assert open_app().title[0].value == "Today"
    assert open_app(country="KR").title[0].value == "Contested numbers, with every hedge kept"


def compare(open_app: OpenApp, one: str, two: str, **more: str) -> AppTest:
    at = open_app("compare", one=one, two=two, **more)
    assert not at.exception
    return at


def test_without_addresses_the_compare_page_says_what_to_choose(open_app: OpenApp) -> None:
    at = open_app("compare")
    assert not at.exception
    assert "Choose two saved views, or paste the address" in at.info[0].value


def test_two_views_stand_side_by_side_with_what_differs_in_words(open_app: OpenApp) -> None:
    at = compare(open_app, "topic=containers_shipped", "topic=containers_shipped&country=KR&log=1")
    told = words_of(at)
    assert "27 claims from 79 reports" in told
    assert "9 claims from 37 reports" in told
    assert "| Country of claimant | any | South Korea |" in told
    assert "| Scale of the axis | linear | logarithmic |" in told
    assert "9 claims in both, 18 claims in the first alone, 0 in the second alone." in told
    assert any("Kremlin" in label for label in links_of(at))


@pytest.mark.parametrize(
    ("two", "words"),
    [
        ("topic=containers_shipped&country=KR", ""),
        ("topic=artillery_shells_transferred", "one counts containers, the other"),
    ],
)
def test_equal_axes_are_given_where_they_mean_something_else_the_reason_is_told(
    open_app: OpenApp, two: str, words: str
) -> None:
    at = compare(open_app, "topic=containers_shipped", two, axes="equal")
    said = [caption.value for caption in at.caption if caption.value.startswith("The axes stay as they are")]
    assert bool(said) is bool(words)
    assert words in "".join(said)


def test_the_choice_of_saved_views_and_of_axes_goes_into_the_address(open_app: OpenApp) -> None:
    one, two = save("All of them"), save("Seoul", SEOUL)
    at = open_app("compare")
    at.selectbox(key="chosen_one").set_value(one.key).run()
    at.selectbox(key="chosen_two").set_value(two.key).run()
    at.toggle(key="equal_axes").set_value(True).run()
    assert not at.exception
    assert dict(at.query_params) == {
        "one": "topic=containers_shipped",
        "two": "topic=containers_shipped&country=KR",
        "axes": "equal",
    }
    at.text_input(key="pasted_two").set_value(
        "http://127.0.0.1:8501/topic?topic=containers_shipped&q=x&embed=true"
    ).run()
    assert at.query_params["two"] == "topic=containers_shipped&q=x"
    assert at.selectbox(key="chosen_two").value is None
    at.text_input(key="pasted_two").set_value("").run()
    assert "two" not in at.query_params


@pytest.mark.parametrize("two", ["nonsense", "topic=containers_shipped&claimant=kgb"])
def test_an_address_that_does_not_fit_is_told(open_app: OpenApp, two: str) -> None:
    at = compare(open_app, "topic=containers_shipped", two)
    told = [element.value for element in (*at.info, *at.warning)]
    assert told
    assert not any("Traceback" in words for words in told)


def test_an_earlier_state_is_compared_with_todays(open_app: OpenApp) -> None:
    shelf.shelf().workspace.ledger.retire("curated", By(when=datetime.now(UTC)))
    at = compare(open_app, urlencode({"topic": "containers_shipped", "load": 1}), "topic=containers_shipped")
    assert not at.exception
    assert "27 claims from 79 reports" in words_of(at)
    assert any("Its topic holds no claims here" in info.value or "names no topic" in info.value for info in at.info)
