"""Where a workspace is, and what is said when it cannot be used."""

from pathlib import Path

import pytest

from claimsdash.domain.wording import VagueTableError
from claimsdash.store.errors import WorkspaceError
from claimsdash.store.workspace import VARIABLE, open_workspace, package_for, workspace_address
from storing import add, live_rows


def test_a_workspace_is_made_where_there_is_none_and_keeps_what_it_holds(tmp_path: Path) -> None:
    add(open_workspace(str(tmp_path / "new" / "one")).ledger)
    assert live_rows(open_workspace(str(tmp_path / "new" / "one")).ledger) == {"mine": 1}


def test_the_argument_comes_before_the_environment_and_that_before_the_users_folder() -> None:
    assert workspace_address("here", {VARIABLE: "there"}) == "here"
    assert workspace_address(None, {VARIABLE: "there"}) == "there"
    assert "claimsdash" in workspace_address(None, {})


def test_the_environment_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "there"))
    assert open_workspace().address == str(tmp_path / "there")


def test_an_address_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(WorkspaceError, match="begins with s3://, gs://, az://"):
        open_workspace("ftp://example.org/figures")


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(WorkspaceError, match="file/ws: a part of its address is a file"):
        open_workspace(str(tmp_path / "file" / "ws"))


def test_a_ledger_that_vanishes_is_said_to_be_gone(tmp_path: Path) -> None:
    workspace = open_workspace(str(tmp_path / "ws"))
    (tmp_path / "ws").rename(tmp_path / "moved")
    with pytest.raises(WorkspaceError, match="moved or removed"):
        workspace.ledger.history()


def test_a_workspace_may_read_vague_words_in_its_own_way(tmp_path: Path) -> None:
    (tmp_path / "vague_words.csv").write_text("word,low,high,said_by\ndozens,12,100,ACLED\n", encoding="utf-8")
    own = package_for(open_workspace(str(tmp_path))).vague_words
    usual = package_for(open_workspace(str(tmp_path / "other"))).vague_words
    assert [str(words.by_word["dozens"].low) for words in (own, usual)] == ["12", "24"]


def test_a_damaged_table_of_vague_words_is_told(tmp_path: Path) -> None:
    (tmp_path / "vague_words.csv").write_text("word\ndozens\n", encoding="utf-8")
    with pytest.raises(VagueTableError, match="lacks the column low"):
        package_for(open_workspace(str(tmp_path)))
