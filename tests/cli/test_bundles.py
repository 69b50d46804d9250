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


def marks(figure: Any) -> list[tuple[str, ...]]:
    """Return what the marks of a figure say, in a fixed order."""
    return sorted(tuple(trace.hovertext) for trace in figure.data if trace.customdata is not None)


def test_the_view_of_an_imported_bundle_has_the_same_marks(tmp_path: Path) -> None:
    bundle, there = tmp_path / "seoul.zip", str(tmp_path / "there")
    here = str(tmp_path / "here")
    run("export", "--out", str(bundle), *FLAGS, "--workspace", here)
    assert "seoul: added" in run("import", str(bundle), "--workspace", there)
    with zipfile.ZipFile(bundle) as file:
        view = json.loads(file.read("datapackage.json"))["claimsdash"]["view"]
    counted = [
        run("export", "--out", str(tmp_path / "view.csv"), "--view", address, "--workspace", place).split(":")[0]
        for place, address in ((here, view), (there, f"{view}&table=seoul"))
    ]
    assert counted[0] == counted[1]
    shown = [cd.select(cd.workspace(place), **FILTERS) for place in (here, there)]
    figures = [cd.timeline(shown[0]), cd.timeline(cd.select(shown[1], tables="seoul"))]
    assert marks(figures[0]) == marks(figures[1]) != []
