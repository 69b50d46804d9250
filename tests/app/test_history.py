"""The history of a workspace: every state is opened, left and restored by buttons of its own row."""

from collections.abc import Callable
from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

from claimsdash.app import history, shelf
from claimsdash.intake.importing import import_bytes
from claimsdash.store.imports import store_import
from claimsdash.store.ledger import By

OpenApp = Callable[..., AppTest]
HEAD = "topic,value_text,unit,claimant,as_of\n"
ROW = "containers_shipped,more than 777,container,rok_mnd,2024-03-05\n"
BY = By(datetime(2026, 5, 1, 9, 30, tzinfo=UTC), who="kim")


def add_a_table(name: str = "mine.csv", text: str = HEAD + ROW) -> int:
    held = shelf.shelf()
    report = import_bytes(text.encode(), name, held.package)
    return store_import(held.workspace.ledger, report, text.encode(), BY).version


def live_tables() -> list[str]:
    return [held.table_id for held in shelf.shelf().workspace.ledger.tables() if held.live]


def keys(at: AppTest, start: str) -> list[str]:
    return [str(button.key) for button in at.button if str(button.key).startswith(start)]


def test_each_earlier_state_is_opened_by_its_own_row_and_left_there(open_app: OpenApp) -> None:
    open_app()
    first, second, third = (add_a_table(f"{name}.csv") for name in ("one", "two", "three"))
    at = open_app("add_data")
    assert keys(at, "open_") == [f"open_{second}", f"open_{first}", f"open_{first - 1}"]
    at = at.button(key=f"open_{first}").click().run()
    assert not at.exception
    assert at.query_params["load"] == str(first)
    assert any(f"An earlier state: version {first}" in element.value for element in at.markdown)
    at = at.button(key="back_from_history").click().run()
    assert "load" not in at.query_params
    at = at.button(key=f"open_{second}").click().run()
    assert at.query_params["load"] == str(second)
    assert keys(at, "open_") == [f"open_{first}", f"open_{first - 1}"]
    assert shelf.shelf().workspace.ledger.version() == third


def test_a_state_is_restored_from_its_row_and_told(open_app: OpenApp) -> None:
    open_app()
    first = add_a_table("one.csv")
    add_a_table("two.csv")
    at = open_app("add_data").button(key=f"go_back_{first}").click().run()
    assert not at.exception
    assert live_tables() == ["curated", "one"]
    assert f"The state of version {first} is back (two)" in at.success[0].value.replace("\\", "")
    again = at.button(key=f"go_back_{first}").click().run()
    assert "Nothing had to change" in again.success[0].value


def test_a_row_says_what_came_in_by_whom_and_when(open_app: OpenApp) -> None:
    open_app()
    text = HEAD + ROW + ROW.replace("more than 777", "purple")
    add_a_table(text=text)
    at = open_app("add_data")
    [told] = [element.value.replace("\\", "") for element in at.markdown if "mine added" in element.value]
    for words in ("1 May 2026, 09:30 UTC", "kim", "mine.csv", "1 claim from 2 rows", "1 row kept out"):
        assert words in told
    [row, *_] = history.as_table(shelf.shelf().workspace.ledger.history()[::-1]).to_dict("records")
    assert (row["Rows read"], row["Rows let in"], row["Kept out"], row["Bytes"]) == (2, 1, 1, len(text))
    assert len(str(row["SHA-256"])) == 64


def test_a_long_history_is_listed_piece_by_piece(open_app: OpenApp) -> None:
    open_app()
    for number in range(history.SHOWN + 2):
        add_a_table(f"{number}.csv")
    at = open_app("add_data")
    assert len(keys(at, "open_")) == history.SHOWN - 1
    at = at.button(key="older_changes").click().run()
    assert len(keys(at, "open_")) == history.SHOWN + 2
    assert not keys(at, "older_changes")
