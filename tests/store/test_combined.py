"""Many small files are read as one, which may be gone, cut or old without changing any answer."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from claimsdash.store import combined
from claimsdash.store.combined import MANIFEST, MOST_FILES, sources_of
from claimsdash.store.engine import DuckDb
from claimsdash.store.ledger import Ledger, parts
from claimsdash.store.place import Folder
from claimsdash.store.schema import to_arrow
from storing import ANNA, a_ledger, add

LIVE = "SELECT table_id, count(*) AS n FROM claims GROUP BY table_id ORDER BY table_id"


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """Return one of five tables, where more than three small files are too many."""
    monkeypatch.setattr(combined, "MOST_FILES", 3)
    ledger = a_ledger(tmp_path)
    for number in range(5):
        add(ledger, b"%d" % number, table_id=f"it's {number}", rows=number + 1)
    return ledger


def open_engine(ledger: Ledger) -> DuckDb:
    return DuckDb(ledger.place, ledger.at(), rows_in_memory=0)


def answer(ledger: Ledger) -> dict[str, int]:
    """Return the rows of each table as an engine over the files counts them."""
    return counted(open_engine(ledger))


def counted(engine: DuckDb) -> dict[str, int]:
    return dict(engine.run(LIVE, {}).itertuples(index=False, name=None))


def tables(ledger: Ledger) -> dict[str, int]:
    """Return the rows of each table as the ledger has them."""
    return {part.table_id: part.rows for part in ledger.at().parts}


def in_use(folder: Path) -> str | None:
    return str(json.loads((folder / MANIFEST).read_text())["name"]) if (folder / MANIFEST).exists() else None


def test_few_files_are_read_as_they_are(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    add(ledger, rows=4)
    assert answer(ledger) == {"mine": 4}
    assert (in_use(tmp_path), MOST_FILES) == (None, 50)


def test_one_combined_file_serves_while_little_changes(ledger: Ledger, tmp_path: Path) -> None:
    assert answer(ledger) == tables(ledger)
    first = in_use(tmp_path)
    assert first is not None
    changes = (
        lambda: add(ledger, b"new", table_id="new", rows=9),
        lambda: ledger.retire("it's 1", ANNA),
        lambda: add(ledger, b"other", table_id="it's 2", rows=7),
        lambda: ledger.restore("it's 1", ANNA),
        lambda: ledger.undo(ANNA),
    )
    for change in changes:
        change()
        assert answer(ledger) == tables(ledger)
        assert in_use(tmp_path) == first


def test_it_is_made_anew_when_many_files_have_come_and_the_old_one_goes(ledger: Ledger, tmp_path: Path) -> None:
    before = open_engine(ledger)
    first = in_use(tmp_path)
    for number in range(4):
        add(ledger, b"x%d" % number, table_id=f"x{number}")
    assert answer(ledger) == tables(ledger)
    assert in_use(tmp_path) != first
    assert [f"combined/{path.name}" for path in (tmp_path / "combined").glob("*.parquet")] == [in_use(tmp_path)]
    assert sum(counted(before).values()) == 15


@pytest.mark.parametrize("harm", ["gone", "cut", "manifest gone", "manifest cut", "folder gone"])
def test_a_damaged_combined_file_changes_no_answer(ledger: Ledger, tmp_path: Path, harm: str) -> None:
    before = open_engine(ledger)
    file, manifest = tmp_path / str(in_use(tmp_path)), tmp_path / MANIFEST
    if harm in ("cut", "manifest cut"):
        target = file if harm == "cut" else manifest
        target.write_bytes(target.read_bytes()[:-20])
    if harm in ("gone", "folder gone"):
        file.unlink()
    if harm in ("manifest gone", "folder gone"):
        manifest.unlink()
    assert answer(ledger) == tables(ledger)
    assert counted(before) == tables(ledger)


def test_where_it_cannot_be_written_the_files_are_read(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "combined").write_text("in the way")
    assert answer(ledger) == tables(ledger)


def test_columns_that_an_older_release_did_not_write_stay_null(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(parts, "to_arrow", lambda claims, table_id: to_arrow(claims, table_id).drop_columns(["hedge"]))
        add(ledger, b"old", table_id="old", rows=2)
    rows = open_engine(ledger).run("SELECT count(*) AS n FROM claims WHERE hedge IS NULL AND table_id = 'old'", {})
    assert rows["n"].tolist() == [2]


def test_rows_keep_the_order_of_a_topic(ledger: Ledger) -> None:
    assert isinstance(ledger.place, Folder)
    sources = sources_of(ledger.place, ledger.at().parts)
    assert (sources.parts, sources.without) == ((), ())
    assert pq.read_table(ledger.place.path / str(sources.combined))["report_id"].to_pylist() == sorted(
        f"it's {table}-{row}" for table in range(5) for row in range(table + 1)
    )
