"""Bins are drawn as they are counted: no smoothing, gaps left open, open ends dotted and counted."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from plotly.basedatatypes import BaseFigure

from charts.seeing_traces import role, the
from claimsdash.charts.bands import BandsView, bands
from claimsdash.charts.look import PALETTE

NAN = float("nan")
VIEW = BandsView("shells", colours={"nis": 0, "hur": 1})


def a_bin(day: str = "2024-02-01", **given: Any) -> dict[str, Any]:
    row = {"claimant": "nis", "claimant_name": "NIS", "basis": "stock", "modality": "asserted"}
    figures = {"y_low": 10.0, "y_best": 20.0, "y_high": 40.0, "n_claims": 12, "n_open": 0, "n_none": 0}
    return {"bin": pd.Timestamp(day)} | row | figures | given


def drawn(*rows: dict[str, Any], view: BandsView = VIEW) -> go.Figure:
    return bands(pd.DataFrame(rows), view)


def values(trace: Any) -> list[float]:
    return [value for value in trace.y if np.isfinite(value)]


def days(values: Any) -> list[str]:
    return [str(np.datetime64(round(value / 86_400_000), "D")) for value in values if np.isfinite(value)]


def test_a_bin_is_an_area_from_the_lowest_to_the_highest_over_its_days_with_its_median() -> None:
    figure = drawn(a_bin())
    area = the(figure, "bins")
    assert (area.fill, sorted(set(area.y))) == ("toself", [10.0, 40.0])
    assert sorted(set(days(area.x))) == ["2024-02-01", "2024-03-01"]
    assert list(the(figure, "median").y) == [20, 20]
    assert values(the(figure, "edges")) == [10, 10, 40, 40]
    assert area.line.color == PALETTE[0]


@pytest.mark.parametrize(
    ("grain", "end"), [("day", "02-02"), ("week", "02-08"), ("quarter", "05-01"), ("year", "02-01")]
)
def test_a_bin_is_as_wide_as_its_grain(grain: str, end: str) -> None:
    figure = drawn(a_bin(), view=BandsView("shells", grain=grain))
    assert days(the(figure, "edges").x)[1].endswith(end)


def test_bins_are_not_joined_and_a_bin_without_claims_is_a_gap() -> None:
    figure = drawn(a_bin("2024-01-01"), a_bin("2024-02-01"), a_bin("2024-04-01"))
    assert np.isnan(the(figure, "median").x).sum() == 2
    assert np.isnan(the(figure, "bins").x).sum() == 2


def test_a_side_that_nobody_states_has_no_edge_and_no_area() -> None:
    figure = drawn(a_bin(y_high=NAN, y_best=NAN, n_open=12))
    assert [role(figure, name) for name in ("bins", "median", "edges")] == [[]] * 3
    assert values(the(figure, "edges-open")) == [10, 10]


def test_edges_are_dotted_where_some_claims_are_open_and_their_number_is_said() -> None:
    figure = drawn(a_bin(n_open=3), a_bin("2024-03-01", n_none=2))
    assert the(figure, "edges-open").line.dash == "dot"
    assert days(the(figure, "edges-open").x) == ["2024-02-01", "2024-03-01"] * 2
    open_bin, closed = the(figure, "counts").hovertext
    assert "lowest stated 10, median 20, highest stated 40<br>12 claims<br>3 with an open end" in open_bin
    assert "lowest 10, median 20, highest 40<br>12 claims<br>2 without a figure" in closed


def test_the_claims_of_each_bin_are_counted_beneath_by_colour() -> None:
    figure = drawn(a_bin(), a_bin(claimant="hur", claimant_name="HUR", n_claims=5))
    assert {trace.marker.color: list(trace.y) for trace in role(figure, "counts")} == {
        PALETTE[0]: [12],
        PALETTE[1]: [5],
    }
    assert figure.layout.barmode == "stack"


def test_claimants_without_a_colour_are_pooled_without_a_median() -> None:
    others = [a_bin(claimant=name, claimant_name=name.upper(), y_low=low) for name, low in (("a", 5.0), ("b", 7.0))]
    figure = drawn(*others, a_bin())
    first = figure.data[0]
    assert (first.legendgroup, min(first.y), max(first.y)) == ("others", 5.0, 40.0)
    assert [trace.legendgroup for trace in role(figure, "median")] == ["c0"]
    assert "2 others" in [trace.name for trace in figure.data]
    assert list(role(figure, "counts")[0].y) == [24]


def test_a_name_is_drawn_as_typed_and_never_as_markup() -> None:
    figure = drawn(a_bin(claimant_name="<b>NIS</b>"))
    assert "&lt;b&gt;NIS&lt;/b&gt;" in [trace.name for trace in figure.data]


def test_a_log_axis_has_no_edge_at_zero() -> None:
    figure = drawn(a_bin(y_low=0.0), view=BandsView("shells", log=True))
    assert values(the(figure, "edges")) == [40, 40]
    assert figure.layout.yaxis.type == "log"


def test_no_bins_give_a_figure_that_says_so() -> None:
    (words,) = drawn().layout.annotations
    assert words.text == "No claim to show."


def test_plotly_accepts_every_attribute() -> None:
    figure: BaseFigure = drawn(a_bin(n_open=1), a_bin("2024-03-01"), a_bin(claimant="x", claimant_name=None))
    go.Figure(figure.to_dict())


def test_bins_of_other_days_are_shown_whole_in_the_room_that_the_chart_has() -> None:
    layouts = [drawn(a_bin(day)).layout for day in ("2024-02-01", "2024-03-01")]
    assert layouts[0].uirevision == layouts[1].uirevision
    assert layouts[0].xaxis.uirevision != layouts[1].xaxis.uirevision


def test_the_key_says_what_areas_edges_and_bars_mean_where_they_occur() -> None:
    def key(figure: go.Figure) -> list[str]:
        return [entry.name for entry in role(figure, "key") if entry.legend == "legend2"]

    assert key(drawn(a_bin())) == ["lowest to highest", "middle", "lowest, highest", "number of claims"]
    assert key(drawn(a_bin(y_high=NAN, y_best=NAN, n_open=12))) == ["some name no end", "number of claims"]
