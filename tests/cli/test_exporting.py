"""`claimsdash export`."""

import csv
import io
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claimsdash.cli import main
from claimsdash.intake.importing import import_bytes
from making_views import curated_claims, curated_package


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("workspace")


def export(workspace: Path, out: Path, *flags: str) -> Result:
    return CliRunner().invoke(main, ["export", "--out", str(out), *flags, "--workspace", str(workspace)])


def test_everything_is_written_and_imports_again(workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "all.csv"
    result = export(workspace, out)
    assert result.exit_code == 0, result.output
    assert "495 reports" in result.output
    report = import_bytes(out.read_bytes(), "all.csv", curated_package())
    assert (len(report.claims), report.claims["claim_id"].nunique()) == (495, curated_claims()["claim_id"].nunique())


def test_flags_and_an_address_choose_the_same_reports(workspace: Path, tmp_path: Path) -> None:
    flags = ["--topic", "containers_shipped", "--country", "KR", "--known-on", "2024-03-01", "--search", "about"]
    address = "http://localhost:8501/?topic=containers_shipped&country=KR&known_on=2024-03-01&q=about&tab=table"
    one, other = tmp_path / "one.csv", tmp_path / "other.csv"
    export(workspace, one, *flags)
    export(workspace, other, "--view", address)
    assert one.read_bytes() == other.read_bytes()
    rows = list(csv.DictReader(io.StringIO(one.read_bytes().decode(), newline="")))
    assert rows
    assert {row["claimant_country"] for row in rows} == {"KR"}
    assert all(row["display_unit"] == "containers" for row in rows if row["low"])


@pytest.mark.parametrize(
    ("out", "flags", "told"),
    [
        ("a.csv", ["--topic", "tanks"], "--topic tanks is not known here"),
        ("a.csv", ["--view", "?colour=red"], "--colour is not part of an address"),
        ("a.zip", ["--raw"], "A bundle is always guarded"),
        ("a.doc", [], "name it .csv or .xlsx or .zip"),
        ("a.csv", ["--topic", "containers_shipped", "--unit", "person"], "has no such axis"),
    ],
)
def test_what_is_not_known_is_named(workspace: Path, tmp_path: Path, out: str, flags: list[str], told: str) -> None:
    result = export(workspace, tmp_path / out, *flags)
    assert result.exit_code != 0
    assert told in " ".join(result.output.split())
    assert not (tmp_path / out).exists()


def test_a_workbook_is_written(workspace: Path, tmp_path: Path) -> None:
    out = tmp_path / "view.xlsx"
    result = export(workspace, out, "--topic", "containers_shipped", "--raw")
    assert result.exit_code == 0
    assert "Raw: no text is guarded" in result.stderr
    assert out.read_bytes().startswith(b"PK")
