"""Acknowledgements in a workspace."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claimsdash.store.acknowledged import Note, in_force, keep_note, read_notes
from claimsdash.store.errors import WorkspaceError
from claimsdash.store.place import Folder

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)


def test_a_note_is_kept_and_the_last_on_a_finding_counts(tmp_path: Path) -> None:
    place = Folder(tmp_path)
    first = Note("f1", "A typing error of the outlet", "Anna", NOON)
    second = Note("f1", "Confirmed – „об'єкт“", "Ben", NOON + timedelta(hours=1))
    for note in (second, first):
        keep_note(place, note)
    assert read_notes(place) == [first, second]
    assert in_force(read_notes(place)) == {"f1": second}


def test_what_is_taken_back_stays_readable_but_is_not_in_force(tmp_path: Path) -> None:
    place = Folder(tmp_path)
    keep_note(place, Note("f1", "Right as it is", "Anna", NOON))
    keep_note(place, Note("f1", "", "Ben", NOON + timedelta(hours=1)))
    assert in_force(read_notes(place)) == {}
    assert len(read_notes(place)) == 2


def test_two_notes_of_one_moment_are_both_kept(tmp_path: Path) -> None:
    for who in ("Anna", "Ben"):
        keep_note(Folder(tmp_path), Note(f"of {who}", "Seen", who, NOON))
    assert set(in_force(read_notes(Folder(tmp_path)))) == {"of Anna", "of Ben"}


def test_a_damaged_note_is_named(tmp_path: Path) -> None:
    (tmp_path / "acknowledged").mkdir()
    (tmp_path / "acknowledged" / "20240301T120000000000-00000000.json").write_text("{")
    with pytest.raises(WorkspaceError, match="is no acknowledgement"):
        read_notes(Folder(tmp_path))


def test_a_new_workspace_has_none(tmp_path: Path) -> None:
    assert read_notes(Folder(tmp_path)) == []
