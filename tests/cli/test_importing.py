"""The command that adds a table."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from claimsdash.cli import main
from claimsdash.domain.selection import Selection
from claimsdash.intake.package import read_package
from claimsdash.intake.template import template_csv
from claimsdash.store.engine import engine_of
from claimsdash.store.queries import reports_of
from claimsdash.store.workspace import curated_folder, open_workspace
from making_files import a_workbook


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Mine, May.csv"
    path.write_bytes(template_csv(read_package(curated_folder())))
    return path


def run(file: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["import", str(file), "--workspace", str(file.parent / "ws"), *options])


def answer(file: Path, *options: str) -> Any:
    return json.loads(run(file, *options, "--json").stdout)


def test_a_table_is_added_under_the_name_of_its_file_and_can_be_queried(file: Path) -> None:
    result = run(file)
    assert (result.exit_code, "Mine, May: added (version 1)" in result.stdout) == (0, True), result.output
    workspace = open_workspace(str(file.parent / "ws"))
    assert reports_of(engine_of(workspace), Selection(tables=("Mine, May",)))["low"].tolist() == [30.0, 20.0]
    [held] = workspace.ledger.tables()
    assert (held.entry.file_name, held.entry.counts.rows, held.entry.counts.claims) == ("Mine, May.csv", 2, 2)
    assert workspace.ledger.original(held.entry.sha256) == file.read_bytes()


def test_the_same_file_again_changes_nothing_and_another_replaces_it(file: Path) -> None:
    assert answer(file)["stored"] == {"outcome": "added", "version": 1}
    assert answer(file)["stored"] == {"outcome": "unchanged", "version": 1}
    file.write_text(file.read_text().replace("more than 30", "more than 31"))
    assert answer(file)["stored"] == {"outcome": "replaced", "version": 2}


def test_a_dry_run_stores_nothing(file: Path) -> None:
    assert answer(file, "--dry-run")["stored"] is None
    assert "Nothing was stored" in run(file, "--dry-run").stdout
    assert open_workspace(str(file.parent / "ws")).ledger.version() == 0


def test_rows_with_errors_are_kept_out_and_told(file: Path) -> None:
    file.write_text(file.read_text().replace("more than 30", "purple"))
    result = run(file)
    assert result.exit_code == 0
    assert "kept out: value_text “purple”" in result.stdout
    [held] = open_workspace(str(file.parent / "ws")).ledger.tables()
    assert (held.entry.counts.claims, held.entry.counts.kept_out) == (1, 1)


@pytest.mark.parametrize(
    ("content", "options", "message"),
    [
        (b"\x89PNG\r\n\x1a\n", (), "Nothing was stored"),
        (None, ("--table", "curated"), "choose another"),
        (None, ("--table", " "), "needs a name"),
    ],
)
def test_what_cannot_be_added_is_told_with_exit_code_1(
    file: Path, content: bytes | None, options: tuple[str, ...], message: str
) -> None:
    file.write_bytes(content or file.read_bytes())
    result = run(file, *options)
    assert (result.exit_code, message in result.output) == (1, True), result.output
    assert open_workspace(str(file.parent / "ws")).ledger.version() == 0


def test_a_file_that_is_not_there_is_a_misspelled_command(tmp_path: Path) -> None:
    assert run(tmp_path / "none.csv").exit_code == 2


SPENDING = 'Date,Supplier,Amount\n31/01/2011,A,"1,200.50"\n05/01/2011,B,"-20.10"\n'


@pytest.fixture
def spending(tmp_path: Path) -> Path:
    path = tmp_path / "spend.csv"
    path.write_text(SPENDING)
    return path


def test_what_a_table_leaves_open_is_asked_and_nothing_is_stored(spending: Path) -> None:
    result = run(spending)
    assert result.exit_code == 1
    assert "2 things must be said first. In which currency are the sums?" in result.stdout
    assert "--answer currency=… : USD, EUR, GBP" in result.stdout
    told = answer(spending)
    assert (told["outcome"], told["rows"], told["claims"]) == ("reject_with_message", 2, 0)
    assert [one["key"] for one in told["questions"] if one["answer"] is None] == ["currency", "claimant"]


def test_answers_options_and_a_mapping_say_how_a_table_is_read(spending: Path) -> None:
    told = answer(spending, "--answer", "currency=GBP", "--claimant", "HMRC", "--topic", "spend", "--dry-run")
    assert (told["outcome"], told["claims"], told["choices"]["currency"]) == ("accept_with_warnings", 2, "GBP")
    mapping = spending.parent / "m.toml"
    mapping.write_text(told["choices"]["mapping"])
    again = answer(spending, "--mapping", str(mapping), "--dry-run")
    assert (again["claims"], again["choices"]["mapping"]) == (2, told["choices"]["mapping"])


def test_the_next_table_of_the_same_shape_is_read_as_the_last_one(spending: Path) -> None:
    assert answer(spending, "--answer", "currency=GBP", "--answer", "claimant=HMRC")["stored"]["version"] == 1
    next_one = spending.parent / "spend_feb.csv"
    next_one.write_text(SPENDING.replace("01/2011", "03/2011"))
    told = answer(next_one)
    assert (told["claims"], told["choices"]["currency"], told["stored"]["outcome"]) == (2, "GBP", "added")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--answer", "currency"), "is no answer"),
        (("--sheet", "Two"), ""),
        (("--mapping", "absent.toml"), "does not exist"),
    ],
)
def test_options_that_cannot_be_followed_are_told(spending: Path, options: tuple[str, ...], said: str) -> None:
    result = run(spending, *options)
    assert result.exit_code in (1, 2)
    assert said in result.output


def test_a_larger_file_can_be_allowed_and_another_encoding_told(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("地点,死者\n北京,5\n上海,7\n".encode("gb18030"))
    told = answer(path, "--dry-run", "--claimant", "X", "--encoding", "gb18030")
    assert (told["claims"], told["choices"]["figures"]) == (2, "死者")
    path.write_bytes(b"a,b\n" + b"1,2\n" * 300_000)
    refused = run(path, "--max-mb", "1")
    assert (refused.exit_code, "1.2 MB, more than the 1 MB that are read" in refused.stdout) == (1, True)


def test_a_sheet_is_chosen_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(a_workbook(["nothing"], ["here"], Two=[["Place", "Deaths"], ["A", "5"], ["B", "6"]]))
    assert answer(path, "--sheet", "Two", "--claimant", "X", "--dry-run")["claims"] == 2


RELAY = (
    "topic,value_text,unit,claimant,outlet,as_of,reported_on\n"
    "shells_shipped,{value},shell,rok_mnd,{outlet},2024-02-26,2024-02-26\n"
)


def test_a_likely_relay_is_listed_and_put_into_its_claim_where_accepted(file: Path) -> None:
    file.write_text(RELAY.format(value="at least 3 million", outlet="yonhap"))
    run(file)
    other = file.with_name("other.csv")
    other.write_text(RELAY.format(value="at least 3 million", outlet="ap"))
    assert "may be a relay of" in run(other, "--dry-run").stdout
    [match] = answer(other, "--accept-matches")["matches"]
    assert match["accepted"]
    workspace = open_workspace(str(file.parent / "ws"))
    assert reports_of(engine_of(workspace), Selection())["claim_id"].nunique() == 1
    held = workspace.ledger.tables()[-1]
    assert json.loads(held.entry.choices["relays"]) == {match["report_id"]: match["claim_id"]}
    assert "claim_id" not in reports_of(engine_of(workspace), Selection(tables=("other",)))["inferred"].iloc[0]


def test_diff_lists_what_came_went_and_changed_with_its_cells(file: Path) -> None:
    file.write_text("report_id," + RELAY.format(value="3 million", outlet="ap").replace("\nshells", "\na,shells"))
    run(file)
    file.write_text(file.read_text().replace("3 million", "4 million"))
    run(file)

    def diff(*options: str) -> Any:
        invoked = ["diff", *options, "--workspace", str(file.parent / "ws"), "--json"]
        return json.loads(CliRunner().invoke(main, invoked).stdout)

    assert [(row["change"], row["before"], row["after"]) for row in diff()] == [("changed", "3 million", "4 million")]
    cells = {row["column"]: (row["before"], row["after"]) for row in diff("1", "2", "--cells")}
    assert cells["value_text"] == ("3 million", "4 million")
    assert cells["best"] == ("3000000.0", "4000000.0")
    assert [row["change"] for row in diff("0", "1", "--cells")] == ["added"]
    assert diff("2") == []
