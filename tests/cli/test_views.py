"""`claimsdash views` and `claimsdash stories`."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from claimsdash.cli import main
from claimsdash.store.place import Folder
from claimsdash.store.start import start_of


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("workspace")


def run(workspace: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--workspace", str(workspace)])


def answer(workspace: Path, *arguments: str) -> Any:
    result = run(workspace, *arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_empty_lists_say_how_to_begin(tmp_path: Path) -> None:
    assert "claimsdash views save" in run(tmp_path, "views", "list").stdout
    assert "claimsdash stories add FILE.md" in run(tmp_path, "stories", "list").stdout
    assert answer(tmp_path, "views", "list") == answer(tmp_path, "stories", "list") == []


def test_views_are_saved_by_flags_or_by_address_renamed_removed_and_restored(workspace: Path) -> None:
    saved = answer(workspace, "views", "save", "Seoul", "--topic", "containers_shipped", "--country", "KR")
    assert (saved["claims"], saved["reports"]) == (9, 37)
    address = "http://localhost:8501/topic?topic=containers_shipped&country=KR&tab=source"
    assert run(workspace, "views", "save", "Sources", "--view", address).exit_code == 0
    taken = run(workspace, "views", "save", "seoul", "--topic", "containers_shipped")
    assert taken.exit_code == 1
    assert "There is a saved view “Seoul” already" in taken.stderr
    assert run(workspace, "views", "save", "seoul", "--topic", "containers_shipped", "--replace").exit_code == 0
    assert "is now Containers" in run(workspace, "views", "rename", "Seoul", "Containers").stdout
    assert "claimsdash views restore" in run(workspace, "views", "remove", "Containers").stdout
    assert [row["state"] for row in answer(workspace, "views", "list")] == ["removed", "saved"]
    assert "Containers is back" in run(workspace, "views", "restore", "Containers").stdout
    assert "Sources opens first" in run(workspace, "views", "start", "Sources").stdout
    rows = answer(workspace, "views", "list")
    assert [(row["name"], row["state"]) for row in rows] == [("Containers", "saved"), ("Sources", "opens first")]
    assert rows[1]["address"] == "?topic=containers_shipped&country=KR&tab=source"
    assert run(workspace, "views", "start").exit_code == 0
    assert start_of(Folder(workspace)).kind == "topics"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["views", "save", "x", "--topic", "tanks"], "tanks is not known here"),
        (["views", "save", "x"], "A view is of a topic"),
        (["views", "remove", "Nothing"], "There is no saved view “Nothing”. There are:"),
        (["views", "restore", "Nothing"], "was removed. Removed were:"),
        (["stories", "show", "Nothing"], "There is no story “Nothing”"),
    ],
)
def test_what_is_not_there_is_named(workspace: Path, arguments: list[str], words: str) -> None:
    result = run(workspace, *arguments)
    assert result.exit_code != 0
    assert words in " ".join(result.output.split())


def test_stories_are_added_from_files_shown_removed_and_restored(workspace: Path, tmp_path: Path) -> None:
    file = tmp_path / "Today.md"
    file.write_text("\ufeffSo many?\n![[No such view]]\n![x](http://e.example/p.png)", encoding="utf-8")
    added = run(workspace, "stories", "add", str(file))
    assert "Added Today: 55 characters, 1 chart." in added.stdout
    assert "Left out: the picture “x”" in added.stderr
    assert "no saved view “No such view” yet" in added.stderr
    assert run(workspace, "stories", "add", str(file)).exit_code == 1
    assert run(workspace, "stories", "show", "today").stdout.startswith("So many?")
    assert run(workspace, "stories", "remove", "Today").exit_code == 0
    assert [row["state"] for row in answer(workspace, "stories", "list")] == ["removed"]
    assert "Today is back" in run(workspace, "stories", "restore", "Today").stdout


@pytest.mark.parametrize(("content", "words"), [(b"\xff\xfe\x00", "no text in UTF-8"), (b"x" * 90_000, "too large")])
def test_a_file_that_is_no_story_is_refused(workspace: Path, tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "story.md"
    file.write_bytes(content)
    result = run(workspace, "stories", "add", str(file))
    assert result.exit_code == 1
    assert words in result.stderr
