"""Named things in a workspace: views, stories, the start page."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from claimsdash.store.drawer import Contents, Drawer, KeepingError, NameTakenError
from claimsdash.store.ledger import By
from claimsdash.store.place import Folder
from claimsdash.store.start import Start, choose_start, start_of
from storing import ANNA, NOON

SOURCES = str(Path(__file__).parents[2] / "src")
BEN = By(NOON + timedelta(hours=2), "Ben")
WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from claimsdash.store.drawer import Drawer
from claimsdash.store.place import Folder
drawer = Drawer(Folder(Path(sys.argv[1])), "views", "saved view")
for n in range(15):
    by = SimpleNamespace(when=datetime.now(UTC), who=sys.argv[2])
    drawer.add(f"{sys.argv[2]} {n}", {"n": n}, by)
    drawer.add("the same name", {"by": sys.argv[2], "n": n}, by, replacing=True)
"""


@pytest.fixture
def drawer(tmp_path: Path) -> Drawer:
    return Drawer(Folder(tmp_path), "views", "saved view")


def names(contents: Contents) -> list[str]:
    return [thing.name for thing in contents.live]


def test_a_new_workspace_has_an_empty_drawer(drawer: Drawer) -> None:
    assert drawer.contents() == Contents()


def test_what_is_added_is_there_for_the_next_process(drawer: Drawer, tmp_path: Path) -> None:
    added = drawer.add("  Снаряды,  May ", {"address": "?topic=shells"}, ANNA)
    [thing] = Drawer(Folder(tmp_path), "views", "saved view").contents().live
    assert thing == added
    assert (thing.name, thing.content, thing.who) == ("Снаряды, May", {"address": "?topic=shells"}, "Anna")


@pytest.mark.parametrize("again", ["Shells", "shells", " SHELLS "])
def test_a_name_that_is_taken_is_refused_or_replaced_on_request(drawer: Drawer, again: str) -> None:
    first = drawer.add("Shells", {"n": 1}, ANNA)
    with pytest.raises(NameTakenError, match="There is a saved view “Shells” already"):
        drawer.add(again, {"n": 2}, BEN)
    assert drawer.add(again, {"n": 2}, BEN, replacing=True).key == first.key
    assert [thing.content for thing in drawer.contents().live] == [{"n": 2}]


@pytest.mark.parametrize(
    ("name", "words"),
    [("", "needs a name"), ("  \n", "needs a name"), ("x" * 101, "at most 100"), ("a\u202eb", "cannot be seen"),
     ("a\u200bb", "cannot be seen"), ("see ]] here", "no \\[\\[ or \\]\\]")],
)  # fmt: skip  # several to a line
def test_a_name_that_cannot_be_is_refused_with_the_reason(drawer: Drawer, name: str, words: str) -> None:
    with pytest.raises(KeepingError, match=words):
        drawer.add(name, {}, ANNA)
    assert drawer.files() == ()


def test_a_thing_is_renamed_and_still_found_by_its_former_name(drawer: Drawer) -> None:
    key = drawer.add("Shells", {"n": 1}, ANNA).key
    drawer.change(key, BEN, name="Artillery")
    contents = drawer.contents()
    assert names(contents) == ["Artillery"]
    assert [found.key if found else None for found in map(contents.named, ("artillery", "Shells", "Guns"))] == [
        key,
        key,
        None,
    ]
    drawer.add("Shells", {"n": 2}, BEN)
    found = drawer.contents().named("Shells")
    assert found is not None
    assert found.content == {"n": 2}


def test_a_thing_is_not_renamed_to_a_name_that_is_taken(drawer: Drawer) -> None:
    drawer.add("One", {}, ANNA)
    other = drawer.add("Two", {}, ANNA)
    with pytest.raises(NameTakenError):
        drawer.change(other.key, BEN, name="one")


def test_what_is_removed_can_be_brought_back_under_a_free_name(drawer: Drawer) -> None:
    first = drawer.add("Shells", {"n": 1}, ANNA)
    drawer.remove(first.key, BEN)
    assert names(drawer.contents()) == []
    drawer.add("Shells", {"n": 2}, BEN)
    assert drawer.bring_back(first.key, BEN).name == "Shells (2)"
    assert names(drawer.contents()) == ["Shells", "Shells (2)"]


def test_what_is_unknown_is_told(drawer: Drawer) -> None:
    with pytest.raises(KeepingError, match="no such saved view"):
        drawer.remove("nothing", ANNA)


def test_a_change_is_not_lost_under_one_made_from_an_older_state(drawer: Drawer) -> None:
    seen = drawer.add("Shells", {"n": 1}, ANNA)
    drawer.change(seen.key, BEN, content={"n": 2}, seen=seen.change)
    with pytest.raises(KeepingError, match="was changed by Ben meanwhile"):
        drawer.change(seen.key, ANNA, content={"n": 3}, seen=seen.change)
    assert [thing.content for thing in drawer.contents().live] == [{"n": 2}]


def test_the_last_change_counts_even_where_the_clock_went_back(drawer: Drawer) -> None:
    key = drawer.add("Shells", {"n": 1}, BEN).key
    drawer.change(key, ANNA, content={"n": 2})
    assert [thing.content for thing in drawer.contents().live] == [{"n": 2}]


def test_things_that_got_one_name_at_once_are_both_there(drawer: Drawer) -> None:
    first = drawer.add("Shells", {"n": 1}, ANNA)
    drawer.put(type(first)("second", "shells", {"n": 2}, True, "Ben", BEN.when))
    assert [(thing.name, thing.content) for thing in drawer.contents().live] == [
        ("Shells", {"n": 1}),
        ("shells (2)", {"n": 2}),
    ]


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"key": "../x", "name": "x"}', b"\xff\x00", b"null"])
def test_a_damaged_file_is_named_and_the_rest_is_there(drawer: Drawer, tmp_path: Path, content: bytes) -> None:
    drawer.add("Shells", {}, ANNA)
    damaged = "views/20240301T120000000000-00000000.json"
    (tmp_path / damaged).write_bytes(content)
    (tmp_path / "views" / "notes.txt").write_text("of somebody")
    contents = drawer.contents()
    assert (names(contents), contents.damaged) == (["Shells"], (damaged,))


def test_processes_that_write_at_once_lose_nothing_and_double_nothing(drawer: Drawer, tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    writers = [subprocess.Popen([*command, who], env=os.environ | {"PYTHONPATH": SOURCES}) for who in ("Anna", "Ben")]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    contents = drawer.contents()
    assert contents.damaged == ()
    assert {f"{who} {n}" for who in ("Anna", "Ben") for n in range(15)} <= set(names(contents))
    assert len(names(contents)) == len({name.casefold() for name in names(contents)})
    assert len(drawer.files()) == 60


def test_the_start_page_is_what_was_chosen_last(tmp_path: Path) -> None:
    place = Folder(tmp_path)
    assert start_of(place) == Start()
    choose_start(place, Start("view", "abc"), ANNA)
    choose_start(place, Start("story", "def"), BEN)
    assert start_of(place) == Start("story", "def")
    choose_start(place, Start(), BEN)
    assert start_of(place) == Start("topics", "")


def test_a_start_page_that_cannot_be_read_is_the_list_of_topics(tmp_path: Path) -> None:
    (tmp_path / "start").mkdir()
    (tmp_path / "start" / "20240301T120000000000-00000000.json").write_text("{")
    assert start_of(Folder(tmp_path)) == Start()
