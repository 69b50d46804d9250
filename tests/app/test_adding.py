"""The page for adding data: a table of somebody's own, questions, corrections, comparison, adding."""

from threading import Event
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from claimsdash.app import running, shelf, storing
from claimsdash.intake.watching import Progress
from claimsdash.store.imports import store_import

SPENDING = 'Date,Agency,Supplier,Amount\n31/01/2011,HMRC,A,"1,200.50"\n05/01/2011,HMRC,B,"-20.10"\n'


def _page() -> None:
    from claimsdash.app import adding, shelf

    shelf.look_up()
    adding.show()


@pytest.fixture
def page(new_workspace: None, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Return the page alone, on a new workspace."""
    monkeypatch.setattr(running, "PATIENCE_S", 60.0)
    return AppTest.from_function(_page, default_timeout=60).run()


def paste(at: AppTest, text: str) -> AppTest:
    number = at.session_state["upload_round"]
    return at.text_area(key=f"pasted_{number}").set_value(text).run()


def told(at: AppTest) -> str:
    boxes = (*at.error, *at.warning, *at.success, *at.markdown)
    return "\n".join(element.value for element in boxes).replace("\\", "")


def names_of_buttons(at: AppTest) -> list[str]:
    return [button.label for button in at.button]


def test_a_table_that_leaves_one_thing_open_is_added_after_one_answer(page: AppTest) -> None:
    at = paste(page, SPENDING)
    assert not at.exception
    assert "In which currency are the sums? (money under Amount)" in told(at)
    assert "Add 2 reports to the workspace" not in names_of_buttons(at)
    [question] = [radio for radio in at.radio if "currency" in str(radio.key)]
    at = question.set_value("GBP").run()
    assert not at.exception
    [filled_in] = [frame.value["Filled in"].iloc[0] for frame in at.dataframe if "Filled in" in frame.value]
    assert filled_in.startswith("report id, claim id, ")
    at.button(key="add").click().run()
    assert "Added 2 reports as the table pasted" in told(at)
    [held] = [table for table in shelf.shelf().workspace.ledger.tables() if table.table_id == "pasted"]
    assert held.entry.choices["currency"] == "GBP"


def test_what_is_added_is_what_was_chosen_last_though_no_run_has_seen_it(page: AppTest) -> None:
    at = paste(page, SPENDING.replace("Amount", "Amount (GBP)"))
    [name] = [field for field in at.text_input if field.label == "Name of the table"]
    name.set_value("spending")
    at.button(key="add").click().run()
    assert "Added 2 reports as the table spending" in told(at)


def test_the_next_table_of_the_shape_is_read_alike_and_compared(page: AppTest) -> None:
    at = paste(page, SPENDING)
    [question] = [radio for radio in at.radio if "currency" in str(radio.key)]
    question.set_value("GBP").run().button(key="add").click().run()
    at = paste(at, SPENDING.replace("1,200.50", "1,300.50") + '07/01/2011,HMRC,C,"5.10"\n')
    assert not at.exception
    assert "pasted is stored already. New: 1. The same: 1. Changed: 1. Withdrawn: 0." in told(at).replace("*", "")
    assert "Add 3 reports to the workspace" in names_of_buttons(at)


def test_a_row_put_right_in_the_grid_joins_the_others(page: AppTest) -> None:
    text = SPENDING.replace("1,200.50", "see page").replace("Amount", "Amount (GBP)") + "06/01/2011,HMRC,C,7.50\n"
    at = paste(page, text)
    assert "2 reports of 3 rows can be added; 1 row with errors kept out" in told(at)
    file_key = next(str(field.key) for field in at.text_input if str(field.key).startswith("header|")).split("|")[1]
    at.session_state["corrections"] = {file_key: {2: {"Amount (GBP)": "1,200.50"}}}
    at = at.run()
    assert "3 reports of 3 rows can be added" in told(at)


def test_text_that_means_harm_is_shown_as_typed(page: AppTest) -> None:
    text = "Agency,![x](http://example.org)\n<script>alert(1)</script>,5\n=cmd,6\n[a](javascript:alert(1)),7\n"
    at = paste(page, text)
    assert not at.exception
    assert not [element for element in (*at.markdown, *at.caption) if "](http" in element.value]


def test_a_likely_relay_is_shown_and_joined_to_its_claim_when_ticked(page: AppTest) -> None:
    head = "topic,value_text,unit,claimant,outlet,as_of,reported_on\n"
    at = paste(page, head + "containers_shipped,more than 777,container,rok_mnd,ap,2024-03-05,2024-03-05\n")
    at.text_input(key=next(str(one.key) for one in at.text_input if "table_name" in str(one.key))).set_value("first")
    at = at.run().button(key="add").click().run()
    at = paste(at, head + "containers_shipped,more than 777,container,rok_mnd,cnn,2024-03-05,2024-03-06\n")
    assert not at.exception
    assert "May be of claims that are known (1)" in told(at)
    [every] = [toggle for toggle in at.toggle if "relays_all" in str(toggle.key)]
    at = every.set_value(True).run().button(key="add").click().run()
    assert not at.exception
    [held] = [table for table in shelf.shelf().workspace.ledger.tables() if table.table_id == "pasted"]
    assert "relays" in held.entry.choices


def test_the_list_of_tables_counts_rows_of_the_file_as_rows(page: AppTest) -> None:
    at = paste(page, "Ministry,2019 (deaths),2020 (deaths)\nHMRC,5,6\n")
    at = at.button(key="add").click().run()
    assert "2 claims from 1 row ·" in told(at)


CRATES = "topic,value_text,unit,claimant,as_of\n" + "".join(
    f"crates_counted,{number},container,rok_mnd,2024-03-05\n" for number in range(1, 3001)
)


def test_storing_a_large_table_shows_how_far_it_is_and_ends_where_it_is_cancelled(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, ended = Event(), Event()

    def held_up(ledger: Any, report: Any, data: bytes, by: Any, watch: Any) -> Any:
        """Store in earnest, standing still at each step until it may go on: a machine may be quick."""

        def slowly(progress: Progress) -> None:
            watch(progress)
            go_on.wait(20)
            watch(progress)

        try:
            return store_import(ledger, report, data, by, slowly)
        finally:
            ended.set()

    monkeypatch.setattr(storing, "AT_ONCE", 1000)
    monkeypatch.setattr(storing, "store_import", held_up)
    at = paste(page, CRATES)
    monkeypatch.setattr(running, "PATIENCE_S", 0.3)
    at.button(key="add").click().run()
    [bar] = at.get("progress")
    assert "Storing: 0 of 3,000 rows" in bar.proto.text.replace("\\", "")
    at.button(key="cancel_reading").click().run()
    go_on.set()
    assert ended.wait(20)
    assert "Nothing was stored" in at.info[0].value
    assert [table.table_id for table in shelf.shelf().workspace.ledger.tables()] == ["curated"]

    monkeypatch.setattr(running, "PATIENCE_S", 60.0)
    at.button(key="read_after_all").click().run()
    assert "Added 3,000 reports as the table pasted" in told(at)
    assert shelf.shelf().workspace.ledger.at().rows > 3000
