"""Saved views and stories in a workspace."""

from pathlib import Path

import pytest

from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View
from claimsdash.store.backup import read_backup, write_backup
from claimsdash.store.drawer import KeepingError
from claimsdash.store.place import Folder
from claimsdash.store.start import Start, choose_start, start_of
from claimsdash.store.stories import LONGEST_TEXT, add_story, change_story, stories_drawer, stories_in
from claimsdash.store.views import parameters_in, save_view, views_drawer, views_in
from claimsdash.store.workspace import Workspace, open_workspace
from storing import ANNA, NOON, add

SHELLS = View(Selection(topic="shells", text="Kursk & co"), log=True)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(str(tmp_path / "held"))


def test_a_view_is_kept_as_its_address_with_what_it_held(workspace: Workspace) -> None:
    add(workspace.ledger, rows=3)
    saved = save_view(workspace, "All", View(Selection(topic="shells")), ANNA)
    [found] = views_in(views_drawer(workspace.place).contents())
    assert found == saved
    assert (found.address, found.version, found.saved_at) == ("?topic=shells", 1, ANNA.when)
    assert save_view(workspace, "Kursk", SHELLS, ANNA).parameters == {
        "topic": ["shells"],
        "q": ["Kursk & co"],
        "log": ["1"],
    }


def test_a_view_counts_the_claims_of_the_version_that_it_names(workspace: Workspace) -> None:
    add(workspace.ledger, rows=3)
    add(workspace.ledger, b"two", table_id="other", rows=2)
    topic = "containers_shipped"
    now, then = (save_view(workspace, f"{load}", View(Selection(topic=topic), load=load), ANNA) for load in (None, 1))
    assert (now.n_claims, now.n_reports, now.version) == (5, 5, 2)
    assert (then.n_claims, then.n_reports, then.version) == (3, 3, 1)


def test_a_view_without_a_topic_or_with_an_endless_address_is_refused(workspace: Workspace) -> None:
    with pytest.raises(KeepingError, match="A view is of a topic"):
        save_view(workspace, "x", View(), ANNA)
    with pytest.raises(KeepingError, match="more than 8,000 characters"):
        save_view(workspace, "x", View(Selection(topic="shells", text="x" * 9_000)), ANNA)


@pytest.mark.parametrize("address", ["", "?", "no address", "http://[", "&" * 2_000, "\ud800", "?topic=%ff"])
def test_what_is_no_address_has_no_parameters_that_harm(address: str) -> None:
    assert set(parameters_in(address)) <= {"topic"}


def test_a_story_is_kept_changed_and_limited(workspace: Workspace) -> None:
    story = add_story(workspace.place, "Today", "One\r\n![[All]]\0", ANNA)
    assert story.text == "One\n![[All]]"
    change_story(workspace.place, story, "Tomorrow", "Two", ANNA)
    [changed] = stories_in(stories_drawer(workspace.place).contents())
    assert (changed.title, changed.text) == ("Tomorrow", "Two")
    with pytest.raises(KeepingError, match="meanwhile"):
        change_story(workspace.place, story, "Today", "Three", ANNA)
    for text, words in (
        (" \n", "is empty"),
        ("x" * (LONGEST_TEXT + 1), "at most 20,000 characters"),
        ("![[All]]\n" * 13, "at most 12 views"),
    ):
        with pytest.raises(KeepingError, match=words):
            add_story(workspace.place, "Next", text, ANNA)


def test_views_stories_and_the_start_page_come_back_with_a_backup(workspace: Workspace, tmp_path: Path) -> None:
    saved = save_view(workspace, "Kursk", SHELLS, ANNA)
    removed = save_view(workspace, "Old", SHELLS, ANNA)
    views_drawer(workspace.place).remove(removed.key, ANNA)
    add_story(workspace.place, "Today", "![[Kursk]]", ANNA)
    choose_start(workspace.place, Start("view", saved.key), ANNA)
    write_backup(workspace, tmp_path / "b.zip", when=NOON)
    back = Folder(tmp_path / "back")
    read_backup(tmp_path / "b.zip", back)
    for drawer in (views_drawer, stories_drawer):
        assert drawer(back).contents() == drawer(workspace.place).contents()
    assert start_of(back) == Start("view", saved.key)
