"""The sources side by side."""

from typing import Any

import plotly.graph_objects as go
import pytest

from charts.making_marks import a_bound, a_denial, a_mark, a_range, some_marks
from charts.seeing_traces import role
from claimsdash.charts.sources import SourcesView, by_source

VIEW = SourcesView("containers", colours={"rok_mnd": 0})


def drawn(*marks: dict[str, Any], view: SourcesView = VIEW) -> go.Figure:
    return by_source(some_marks(*marks), view)


def test_rows_stand_in_the_order_given_from_the_top() -> None:
    figure = drawn(a_mark(claimant="b", claimant_name="Bureau"), a_mark(claimant="a", claimant_name="Agency"))
    assert [name.split("<br>")[0] for name in figure.layout.yaxis.ticktext] == ["Bureau", "Agency"]
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]


def test_a_row_says_name_date_and_reports() -> None:
    (text,) = drawn(a_mark(n_reports=9)).layout.yaxis.ticktext
    assert text == 'ROK Ministry of National<br>Defense<br><span style="font-size:10px">26 Feb 2024 · 9 reports</span>'


@pytest.mark.parametrize(("kind", "turn"), [("lower_bound", -90), ("upper_bound", 90)])
def test_the_arrow_of_a_bound_points_along_the_values(kind: str, turn: int) -> None:
    figure = drawn(a_bound(kind))
    (strokes,) = role(figure, "strokes")
    assert list(strokes.marker.angle) == [turn, turn]
    assert list(strokes.x) == [6700, 6700]
    assert list(role(figure, "marks")[0].marker.symbol) == [142]


def test_a_range_lies_between_its_ends() -> None:
    (bar,) = role(drawn(a_range()), "range")
    assert list(bar.x) == [4000, 6000]
    assert list(bar.y) == [0, 0]


def test_a_denial_stands_in_a_column_of_its_own() -> None:
    figure = drawn(a_mark(), a_denial())
    (trace,) = role(figure, "rail")
    assert trace.xaxis == "x2"
    assert list(trace.y) == [1]


def test_a_claim_without_a_date_has_its_row_too() -> None:
    figure = drawn(a_mark(as_of=None))
    assert [list(trace.customdata) for trace in role(figure, "marks")] == [[0]]
    assert "no date" in figure.layout.yaxis.ticktext[0]


def test_the_figure_in_words_stands_beside_its_mark() -> None:
    (texts,) = role(drawn(a_mark(say="about <6,700>")), "figures")
    assert list(texts.text) == ["about &lt;6,700&gt;"]


def test_long_names_take_two_lines() -> None:
    figure = drawn(a_mark(claimant_name="Multilateral Sanctions Monitoring Team of eleven participating states " * 2))
    lines = figure.layout.yaxis.ticktext[0].split("<br>")
    assert len(lines) == 3
    assert lines[1].endswith("…")


def test_height_grows_with_the_rows_and_sixty_are_drawn() -> None:
    few, many = drawn(a_mark()), drawn(*(a_mark(claimant=f"s{n}") for n in range(60)))
    assert many.layout.height > 20 * few.layout.height / 2
    assert sum(len(trace.customdata) for trace in role(many, "marks")) == 60
    go.Figure(many.to_dict())


def test_no_claims_give_a_figure_that_says_so() -> None:
    assert drawn().layout.annotations[0].text == "No claim to show."
