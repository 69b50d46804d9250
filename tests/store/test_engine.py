"""Engines see one version, one workspace, and nothing else."""

import threading
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from claimsdash.domain.claim import CLAIM_COLUMNS
from claimsdash.store import engine as engines
from claimsdash.store.damage import say_damage
from claimsdash.store.engine import Engine, engine_of
from claimsdash.store.ledger import parts
from claimsdash.store.ledger.parts import part_name
from claimsdash.store.schema import to_arrow
from claimsdash.store.workspace import Workspace, open_workspace
from storing import ANNA, add

COUNT = "SELECT count(*) AS n FROM claims"


ENGINES = ("rows in memory", "rows in files", "spark")


@pytest.fixture(params=ENGINES)
def workspace(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    if request.param == "rows in files":
        monkeypatch.setattr(engines, "ROWS_IN_MEMORY", 0)
    engine = request.getfixturevalue("spark_address") if request.param == "spark" else None
    return open_workspace(str(tmp_path / "it's; [a] 'workspace*', {b}"), engine=engine)


def count(engine: Engine) -> int:
    return int(engine.run(COUNT, {})["n"].iloc[0])


def test_an_empty_workspace_has_no_rows_but_every_column(workspace: Workspace) -> None:
    rows = engine_of(workspace).run("SELECT * FROM claims", {})
    assert (len(rows), tuple(rows.columns)) == (0, CLAIM_COLUMNS)


def test_an_engine_keeps_to_its_version_and_the_next_one_sees_the_change(workspace: Workspace) -> None:
    add(workspace.ledger, rows=2)
    before = engine_of(workspace)
    assert engine_of(workspace) is before
    add(workspace.ledger, b"other", table_id="other", rows=3)
    assert (count(before), count(engine_of(workspace)), count(engine_of(workspace, 0))) == (2, 5, 0)
    workspace.ledger.retire("mine", ANNA)
    assert (before.version, count(before), count(engine_of(workspace))) == (1, 2, 3)


def test_values_are_parameters_and_never_sql(workspace: Workspace) -> None:
    add(workspace.ledger)
    rows = engine_of(workspace).run(
        "SELECT :text AS said, count(*) AS n FROM claims", {"text": "'; DROP TABLE claims --"}
    )
    assert rows.to_dict("records") == [{"said": "'; DROP TABLE claims --", "n": 1}]


def test_many_threads_may_ask_at_once(workspace: Workspace) -> None:
    add(workspace.ledger, rows=50)
    engine = engine_of(workspace)
    answers: list[int] = []

    def ask() -> None:
        answers.extend(count(engine) for _ in range(10))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [50] * 80


@pytest.mark.parametrize("workspace", ENGINES[:2], indirect=True)
@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_text('/etc/hostname')",
        "COPY claims TO 'out.csv'",
        "ATTACH 'other.db'",
        "SET enable_external_access = true",
        "INSTALL httpfs",
    ],
)
def test_an_engine_reaches_nothing_outside_the_ledger(workspace: Workspace, sql: str) -> None:
    add(workspace.ledger)
    with pytest.raises(duckdb.Error):
        engine_of(workspace).run(sql, {})


def test_a_truncated_file_is_named_and_the_other_tables_are_read(workspace: Workspace) -> None:
    add(workspace.ledger, rows=2)
    add(workspace.ledger, b"other", table_id="other", rows=3)
    damaged = next(part for part in workspace.ledger.at().parts if part.table_id == "mine")
    file = Path(workspace.address) / part_name(damaged)
    file.write_bytes(file.read_bytes()[:-50])
    engine = engine_of(workspace)
    assert (engine.damaged, count(engine)) == ((damaged,), 3)


@pytest.mark.parametrize("place", [slice(40, 400), slice(400, -8)], ids=["rows", "footer"])
@pytest.mark.parametrize("kept_in_memory", [0, 10])
def test_a_file_whose_bytes_have_changed_is_named_and_the_other_tables_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: slice, kept_in_memory: int
) -> None:
    monkeypatch.setattr(engines, "ROWS_IN_MEMORY", kept_in_memory)
    workspace = open_workspace(str(tmp_path))
    for name, rows in (("mine", 2), ("other", 3)):
        add(workspace.ledger, name.encode(), table_id=name, rows=rows)
    damaged = next(part for part in workspace.ledger.at().parts if part.table_id == "mine")
    content = bytearray((tmp_path / part_name(damaged)).read_bytes())
    content[place] = bytes(len(content[place]))
    (tmp_path / part_name(damaged)).write_bytes(content)
    engine = engine_of(workspace)
    found = engine.run("SELECT DISTINCT table_id, report_id FROM claims", {})
    assert (set(found["table_id"]), len(found), engine.damaged) == ({"other"}, 3, (damaged,))
    [told] = say_damage(workspace.ledger, engine.damaged)
    assert told.startswith(f"Rows of mine are missing: {tmp_path / part_name(damaged)} is damaged or gone. Import")


def test_when_every_file_is_damaged_the_workspace_still_opens(workspace: Workspace) -> None:
    add(workspace.ledger)
    [part] = workspace.ledger.at().parts
    (Path(workspace.address) / part_name(part)).unlink()
    assert count(engine_of(workspace)) == 0


def test_columns_that_an_older_release_did_not_write_are_null(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = ["hedge", "base_at", "reported_end"]
    with monkeypatch.context() as patch:
        patch.setattr(parts, "to_arrow", lambda claims, table_id: to_arrow(claims, table_id).drop_columns(later))
        add(workspace.ledger)
    rows = engine_of(workspace).run("SELECT hedge, base_at, reported_end, claimant FROM claims", {})
    assert rows[later].isna().all(axis=None)
    assert rows["claimant"].tolist() == ["rok_mnd"]
    assert pd.api.types.is_datetime64_any_dtype(rows["reported_end"])


def test_files_of_several_releases_are_read_side_by_side(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    orders = {"new": lambda rows: rows, "old": lambda rows: rows.drop_columns(["hedge"])}
    orders["turned"] = lambda rows: rows.select(rows.column_names[::-1])
    for name, order in orders.items():
        with monkeypatch.context() as patch:
            patch.setattr(parts, "to_arrow", lambda claims, table_id, order=order: order(to_arrow(claims, table_id)))
            add(workspace.ledger, name.encode(), table_id=name)
    rows = engine_of(workspace).run("SELECT table_id, claimant, topic FROM claims ORDER BY table_id", {})
    assert rows.to_numpy().tolist() == [[name, "rok_mnd", "containers_shipped"] for name in sorted(orders)]


def test_what_files_say_of_themselves_is_kept_for_every_query(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "ROWS_IN_MEMORY", 0)
    workspace = open_workspace(str(tmp_path / "kept"))
    add(workspace.ledger)
    rows = engine_of(workspace).run("SELECT current_setting('parquet_metadata_cache') AS is_kept", {})
    assert rows["is_kept"].tolist() == [True]


def test_a_slow_query_prints_no_progress(workspace: Workspace) -> None:
    if workspace.engine == "duckdb":
        rows = engine_of(workspace).run("SELECT current_setting('enable_progress_bar') AS is_shown", {})
        assert rows["is_shown"].tolist() == [False]
