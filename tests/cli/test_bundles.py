"""A bundle written by one workspace and imported by another shows the same view there."""

import json
import zipfile
from pathlib import Path
from typing import Any

from click.testing import CliRunner

import claimsdash as cd
from claimsdash.cli import main

FILTERS: Any = {"topic": "containers_shipped", "countries": "KR", "known_on": "2025-06-30"}
FLAGS = ["--topic", "containers_shipped", "--country", "KR", "--known-on", "2025-06-30"]


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output


def shown(workspace: str) -> tuple[int, int, int]:
    """Return how much the view shows there: reports, claims and marks."""
    reports = cd.select(cd.workspace(workspace), **FILTERS)
    return len(reports), reports["claim_id"].nunique(), len(marks(cd.timeline(reports)))


def marks(figure: Any) -> list[str]:
    """Return what the marks of a figure say, in a fixed order."""
    return sorted(text for trace in figure.data if trace.customdata is not None for text in trace.hovertext)


def test_the_view_of_an_imported_bundle_has_the_same_marks_and_no_report_is_doubled(tmp_path: Path) -> None:
    bundle, here, there = tmp_path / "seoul.zip", str(tmp_path / "here"), str(tmp_path / "there")
    run("export", "--out", str(bundle), *FLAGS, "--workspace", here)
    with zipfile.ZipFile(bundle) as file:
        view = json.loads(file.read("datapackage.json"))["claimsdash"]["view"]
    expected = shown(here)
    for place in (here, there):
        assert "All are here already: 29 in the table curated." in run("import", str(bundle), "--workspace", place)
        assert shown(place) == expected
    run("remove", "curated", "--workspace", there)
    assert "seoul: added" in run("import", str(bundle), "--workspace", there)
    assert shown(there) == expected
    again = run("export", "--out", str(tmp_path / "view.csv"), "--view", view, "--workspace", there)
    assert again.startswith(f"{expected[1]} claims from {expected[0]} reports")


def test_only_what_is_new_in_a_file_is_added(tmp_path: Path) -> None:
    table, place = tmp_path / "seoul.csv", str(tmp_path / "place")
    run("export", "--out", str(table), *FLAGS, "--workspace", place)
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("7,000", "7,001", 1), encoding="utf-8")
    told = run("import", str(table), "--workspace", place)
    assert "28 reports are here already and not added again: 28 in the table curated." in told
    assert len(cd.select(cd.workspace(place), tables="seoul")) == 1
