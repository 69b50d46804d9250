"""An earlier state opened by its address: told, compared, left; every page reads it."""

from collections.abc import Callable
from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

from claimsdash.app import shelf
from claimsdash.intake.importing import import_bytes
from claimsdash.store.imports import store_import
from claimsdash.store.ledger import By
from claimsdash.store.ledger.changes import ChangeKind

OpenApp = Callable[..., AppTest]
TABLE = b"topic,value_text,unit,claimant,as_of\ncontainers_shipped,more than 777,container,rok_mnd,2024-03-05\n"


def add_a_table(name: str = "mine.csv") -> int:
    held = shelf.shelf()
    report = import_bytes(TABLE, name, held.package)
    return store_import(held.workspace.ledger, report, TABLE, By(datetime.now(UTC))).version


def shelf_rows(version: int) -> int:
    return shelf.shelf().workspace.ledger.at(version).rows


def test_an_address_with_load_reads_that_state_and_says_so(open_app: OpenApp) -> None:
    open_app("topic", topic="containers_shipped")
    version = add_a_table()
    earlier = open_app("topic", topic="containers_shipped", load=str(version - 1))
    assert not earlier.exception
    told = " ".join(element.value for element in earlier.markdown)
    assert f"An earlier state: version {version - 1}" in told
    assert shelf_rows(version - 1) < shelf_rows(version)
    assert "load" in earlier.query_params
    assert any("added: 1" in text.value for text in earlier.text)

    back = earlier.button(key="back_to_now").click().run()
    assert not back.exception
    assert "load" not in back.query_params


def test_restoring_an_earlier_state_makes_it_todays_and_can_be_undone(open_app: OpenApp) -> None:
    open_app()
    version = add_a_table()
    at = open_app("about", load=str(version - 1)).button(key="restore_state").click().run()
    assert not at.exception
    assert "load" not in at.query_params
    ledger = shelf.shelf().workspace.ledger
    assert ledger.history()[-1].kind is ChangeKind.RETIRED
    ledger.undo(By(datetime.now(UTC)))
    assert [held.live for held in ledger.tables() if held.table_id == "mine"] == [True]


def test_a_version_that_is_not_there_is_told_and_the_latest_read(open_app: OpenApp) -> None:
    at = open_app("topic", topic="containers_shipped", load="999")
    assert not at.exception
    assert any("load" in warning.value for warning in at.warning)
    assert "load" not in at.query_params
