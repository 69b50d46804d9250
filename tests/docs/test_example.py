"""The example notebook runs: its code cells one after the other, without a kernel."""

import ast
import json
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go

NOTEBOOK = Path(__file__).parents[2] / "docs" / "example.ipynb"


def run(cells: list[str]) -> list[Any]:
    """Run the cells in one namespace; return the value of the last line of each, as a notebook shows it."""
    space: dict[str, Any] = {}
    shown = []
    for cell in cells:
        *before, last = ast.parse(cell).body
        assert isinstance(last, ast.Expr)
        exec(compile(ast.Module(before, []), "cell", "exec"), space)  # noqa: S102 - our own notebook
        shown.append(eval(compile(ast.Expression(last.value), "cell", "eval"), space))  # noqa: S307 - our own notebook
    return shown


def test_the_example_runs_and_shows_figures_and_tables() -> None:
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    shown = run(["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"])
    assert shown[0] == "495 reports of 270 claims"
    assert sum(isinstance(value, go.Figure) for value in shown) == 3
    assert all(len(value) for value in shown if isinstance(value, pd.DataFrame))
