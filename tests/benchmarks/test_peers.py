"""The peers of the benchmark show what the dashboard shows."""

import re
import runpy
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import claimsdash as cd

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
PEERS = BENCHMARKS / "peers"
TOPIC = "troops_deployed"
Mark = tuple[int, str, float | None, str]


def marks_drawn(figure: Any) -> set[Mark]:
    """Return key, day, value and words of each mark that is clicked; a denial stands at no value, but on the rail."""
    found: set[Mark] = set()
    for trace in figure.data:
        if trace.mode != "markers" or trace.customdata is None or trace.meta == "reach":
            continue
        days = pd.to_datetime(
            pd.Series(trace.x), unit="ms" if np.issubdtype(np.asarray(trace.x).dtype, np.floating) else None
        )
        values = [None if trace.yaxis == "y2" else round(float(value)) for value in trace.y]
        words = [text.split(" · ")[0] for text in trace.hovertext]
        found |= set(zip(map(int, trace.customdata), days.dt.round("h").dt.date.map(str), values, words, strict=True))
    return found


@pytest.fixture(scope="module")
def scripts() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what the script and the chart of the peers hold."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        patch.delitem(sys.modules, "browser", raising=False)  # a folder of tests goes by the name of a script
        return runpy.run_path(str(BENCHMARKS / "peer_apps.py")), runpy.run_path(str(PEERS / "chart.py"))


def test_the_peers_draw_the_marks_of_the_dashboard_at_its_places_with_its_words(
    scripts: tuple[dict[str, Any], dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script, chart = scripts
    script["marks_of_topic"](TOPIC).to_csv(tmp_path / "marks.csv", index=False)
    monkeypatch.setenv(chart["FILE"], str(tmp_path / "marks.csv"))
    marks, ours = chart["read_marks"](), cd.select(cd.curated(), topic=TOPIC)
    assert marks_drawn(chart["draw"](marks)) == marks_drawn(cd.timeline(ours))
    everyone, *choices = script["choices_of"](marks)
    assert len(choices) == ours["claimant"].nunique()
    for choice in choices:
        drawn = {key for key, *_ in marks_drawn(chart["draw"](marks, [choice.claimant]))}
        assert ",".join(map(str, sorted(drawn))) == choice.marks != everyone.marks


def test_what_the_peers_need_is_pinned_and_no_part_of_the_dashboard() -> None:
    lines = (PEERS / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pinned = {re.split(r"[\[=]", line)[0] for line in lines if re.fullmatch(r"[\w\[\]-]+==[\d.]+", line)}
    apps = {path.stem.removesuffix("_app") for path in PEERS.glob("*_app.py")} - {"streamlit"}
    assert apps == {"dash", "panel", "vizro", "marimo"}
    assert apps <= pinned
    project = (BENCHMARKS.parent / "pyproject.toml").read_text(encoding="utf-8")
    assert not [name for name in apps if f'"{name}' in project]
