"""A backup holds the whole workspace, and nothing else gets out of one."""

from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import orjson
import pytest
from click.testing import CliRunner

from claimsdash.cli import main
from claimsdash.domain.selection import Selection
from claimsdash.store.acknowledged import Note, keep_note, read_notes
from claimsdash.store.backup import LIST, read_backup, write_backup
from claimsdash.store.engine import engine_of
from claimsdash.store.errors import DamageError, WorkspaceError
from claimsdash.store.place import Folder
from claimsdash.store.queries import reports_of
from claimsdash.store.workspace import Workspace, open_workspace
from storing import ANNA, NOON, add, live_rows


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return one that has been through every kind of change, with a leftover of an interrupted import."""
    held = open_workspace(str(tmp_path / "held"))
    add(held.ledger, b"first")
    add(held.ledger, b"second", rows=2)
    add(held.ledger, b"third", table_id="other", rows=3)
    held.ledger.retire("other", ANNA)
    held.ledger.restore("other", ANNA)
    held.ledger.undo(ANNA)
    held.place.write("vague_words.csv", b"word,low,high,said_by\ndozens,12,100,ACLED\n")
    held.place.write("ledger/rows/left.parquet", b"of an interrupted import")
    return held


def hashes(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "left.parquet")
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_workspace_comes_back_with_the_same_hashes_and_the_same_history(workspace: Workspace, tmp_path: Path) -> None:
    write_backup(workspace, tmp_path / "b.zip", when=NOON)
    read_backup(tmp_path / "b.zip", Folder(tmp_path / "back"))
    back = open_workspace(str(tmp_path / "back"))
    assert hashes(tmp_path / "back") == hashes(tmp_path / "held")
    assert (back.ledger.history(), back.ledger.tables()) == (workspace.ledger.history(), workspace.ledger.tables())
    versions = range(workspace.ledger.version() + 1)
    assert [live_rows(back.ledger, v) for v in versions] == [live_rows(workspace.ledger, v) for v in versions]
    assert reports_of(engine_of(back), Selection()).equals(reports_of(engine_of(workspace), Selection()))
    assert back.vague_words() == workspace.vague_words()


def test_acknowledgements_come_back_too(workspace: Workspace, tmp_path: Path) -> None:
    note = Note("f1", "A slip of the outlet", "Anna", NOON)
    keep_note(workspace.place, note)
    write_backup(workspace, tmp_path / "b.zip", when=NOON)
    read_backup(tmp_path / "b.zip", Folder(tmp_path / "back"))
    assert read_notes(Folder(tmp_path / "back")) == [note]


def test_what_came_back_goes_on_where_it_was(workspace: Workspace, tmp_path: Path) -> None:
    write_backup(workspace, tmp_path / "b.zip", when=NOON)
    read_backup(tmp_path / "b.zip", Folder(tmp_path / "back"))
    ledger = open_workspace(str(tmp_path / "back")).ledger
    for _ in range(4):
        ledger.undo(ANNA)
    assert live_rows(ledger) == {}
    assert add(ledger, b"next").version == workspace.ledger.version() + 5


def test_a_new_workspace_can_be_backed_up(tmp_path: Path) -> None:
    write_backup(open_workspace(str(tmp_path / "new")), tmp_path / "b.zip", when=NOON)
    assert read_backup(tmp_path / "b.zip", Folder(tmp_path / "back")).version == 0


def test_neither_a_file_nor_a_workspace_is_overwritten(workspace: Workspace, tmp_path: Path) -> None:
    write_backup(workspace, tmp_path / "b.zip", when=NOON)
    with pytest.raises(WorkspaceError, match=r"b\.zip is there already"):
        write_backup(workspace, tmp_path / "b.zip", when=NOON)
    with pytest.raises(WorkspaceError, match="holds a workspace already"):
        read_backup(tmp_path / "b.zip", workspace.place)


def test_a_backup_of_a_damaged_workspace_is_refused_and_leaves_no_file(workspace: Workspace, tmp_path: Path) -> None:
    (path,) = (tmp_path / "held" / "ledger" / part.path for part in workspace.ledger.at().parts)
    path.unlink()
    with pytest.raises(DamageError, match=rf"{path.name} is missing"):
        write_backup(workspace, tmp_path / "b.zip", when=NOON)
    assert not list(tmp_path.glob("b.zip*"))


def repacked(source: Path, changes: dict[str, bytes | None]) -> Path:
    """Write the zip file anew with other contents for some names, None to leave one out."""
    target = source.with_name("changed.zip")
    with ZipFile(source) as packed, ZipFile(target, "w") as changed:
        contents = {**{name: packed.read(name) for name in packed.namelist()}, **changes}
        for name, content in contents.items():
            if content is not None:
                changed.writestr(name, content)
    return target


def test_a_backup_with_a_changed_or_missing_file_is_refused_before_anything_is_written(
    workspace: Workspace, tmp_path: Path
) -> None:
    backup = write_backup(workspace, tmp_path / "b.zip", when=NOON)
    for name in (backup.files[0].name, backup.files[-1].name):
        for content in (b"changed", b"much longer" * 10_000, None):
            with pytest.raises(DamageError, match="Use another backup"):
                read_backup(repacked(tmp_path / "b.zip", {name: content}), Folder(tmp_path / "back"))
    assert hashes(tmp_path / "back") == {}


@pytest.mark.parametrize("name", ["../outside", "/outside", "ledger/rows/../../../outside", "ledger/_delta_log/x.json"])
def test_no_file_is_written_outside_of_the_workspace(workspace: Workspace, tmp_path: Path, name: str) -> None:
    write_backup(workspace, tmp_path / "b.zip", when=NOON)
    with ZipFile(tmp_path / "b.zip") as packed:
        told = orjson.loads(packed.read(LIST))
    told["files"][0] = {"name": name, "size": 1, "sha256": sha256(b"x").hexdigest()}
    changed = repacked(tmp_path / "b.zip", {LIST: orjson.dumps(told), name: b"x"})
    with pytest.raises(WorkspaceError, match="is no file of a workspace"):
        read_backup(changed, Folder(tmp_path / "back"))
    assert not (tmp_path / "outside").exists()


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 cut off"])
def test_what_is_no_backup_is_refused_in_words(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(content)
    with pytest.raises(WorkspaceError, match="is not a backup"):
        read_backup(tmp_path / "b.zip", Folder(tmp_path / "back"))


def test_the_commands_say_what_they_did(workspace: Workspace, tmp_path: Path) -> None:
    out, back = str(tmp_path / "b.zip"), str(tmp_path / "back")
    made = CliRunner().invoke(main, ["backup", out, "--workspace", workspace.address])
    unpacked = CliRunner().invoke(main, ["unpack", out, "--workspace", back])
    again = CliRunner().invoke(main, ["unpack", out, "--workspace", back])
    assert (made.exit_code, unpacked.exit_code, again.exit_code) == (0, 0, 1)
    assert f"Wrote version 6 to {out}: 14 files" in made.output
    assert unpacked.output == f"{back} is at version 6: 14 files written.\n"
    assert "Choose an empty folder: --workspace FOLDER." in again.output


def test_export_without_a_view_is_a_backup_and_import_restores_it(workspace: Workspace, tmp_path: Path) -> None:
    out, back = str(tmp_path / "backup.zip"), str(tmp_path / "back")
    made = CliRunner().invoke(main, ["export", "--workspace", workspace.address, out])
    restored = CliRunner().invoke(main, ["import", "--workspace", back, out])
    again = CliRunner().invoke(main, ["import", "--workspace", back, out])
    assert (made.exit_code, restored.exit_code, again.exit_code) == (0, 0, 1)
    assert hashes(tmp_path / "back") == hashes(tmp_path / "held")
    assert open_workspace(back).ledger.history() == workspace.ledger.history()
    assert "holds a workspace already" in again.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["export"], "--out FILE for what a view shows, or BACKUP.zip"),
        (["export", "b.csv"], "write --out b.csv"),
        (["export", "b.zip", "--topic", "troops"], "A backup holds the whole workspace"),
        (["import", "{backup}", "--table", "mine"], "is a backup, not a table: leave --table out"),
    ],
)
def test_what_cannot_be_said_of_a_backup_is_refused(
    words: list[str], said: str, workspace: Workspace, tmp_path: Path
) -> None:
    write_backup(workspace, tmp_path / "b.zip", when=NOON)
    given = [word.format(backup=tmp_path / "b.zip") for word in words]
    found = CliRunner().invoke(main, [*given, "--workspace", str(tmp_path / "back")])
    assert (found.exit_code, said in " ".join(found.output.split())) == (2, True)
    assert not (tmp_path / "back").exists()
