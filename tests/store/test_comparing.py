"""A table about to be added against the stored one."""

from datetime import UTC, datetime
from pathlib import Path

from claimsdash.intake.importing import ImportReport, import_bytes
from claimsdash.store.comparing import compare_with_stored
from claimsdash.store.imports import store_import
from claimsdash.store.ledger import By
from claimsdash.store.workspace import Workspace, open_workspace
from making_package import a_package

HEADER = "topic,value_text,unit,claimant,as_of,notes\n"
FIRST = "shells,1000,shell,rok_mnd,2024-01-01,a\nshells,2000,shell,rok_mnd,2024-02-01,b\nshells,5,shell,nato,2024,c\n"
SECOND = "shells,1000,shell,rok_mnd,2024-01-01,a\nshells,2500,shell,rok_mnd,2024-02-01,b\nshells,9,shell,nato,2023,d\n"


def read(rows: str) -> ImportReport:
    return import_bytes((HEADER + rows).encode(), "t.csv", a_package())


def stored(folder: Path) -> Workspace:
    workspace = open_workspace(str(folder / "ws"))
    store_import(workspace.ledger, read(FIRST), b"x", By(datetime(2024, 1, 1, tzinfo=UTC), "me"))
    return workspace


def test_a_table_that_is_not_stored_has_nothing_to_compare(tmp_path: Path) -> None:
    workspace = open_workspace(str(tmp_path / "ws"))
    assert compare_with_stored(workspace.ledger, read(FIRST).claims, "t") is None


def test_the_same_table_is_identical(tmp_path: Path) -> None:
    found = compare_with_stored(stored(tmp_path).ledger, read(FIRST).claims, "t")
    assert found is not None
    assert (found.new, found.identical, len(found.changed), len(found.withdrawn)) == (0, 3, 0, 0)


def test_new_changed_and_withdrawn_reports_are_told_with_their_cells(tmp_path: Path) -> None:
    found = compare_with_stored(stored(tmp_path).ledger, read(SECOND).claims, "t")
    assert found is not None
    assert (found.new, found.identical) == (1, 1)
    assert found.changed[found.changed["column"] == "value_text"][["before", "after"]].to_numpy().tolist() == [
        ["2000", "2500"]
    ]
    assert found.withdrawn[["claimant", "as_of", "value"]].to_numpy().tolist() == [["nato", "2024", "5"]]
