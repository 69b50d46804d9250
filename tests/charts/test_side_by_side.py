"""Two charts on equal axes."""

import numpy as np
import plotly.graph_objects as go
import pytest

from claimsdash.charts.scene import scene_by_source, scene_over_time
from claimsdash.charts.side_by_side import with_equal_axes
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View
from making_views import CONTAINERS, curated

SEOUL = View(Selection(topic="containers_shipped", countries=("KR",)))


def a_figure(values: list[float], **axis: object) -> go.Figure:
    days = np.array(["2024-01-01"] * len(values), dtype="datetime64[D]")
    return go.Figure({"data": [{"x": days, "y": np.array(values)}], "layout": {"yaxis": axis}})


def range_of(figure: go.Figure, axis: str = "yaxis") -> list[float]:
    return list(figure.to_plotly_json()["layout"][axis]["range"])


@pytest.mark.parametrize(
    ("one", "two", "axis", "expected"),
    [
        ([1.0, 5.0], [100.0], {"rangemode": "tozero"}, [0, 104]),
        ([-10.0, 5.0], [90.0], {"rangemode": "tozero"}, [-14, 94]),
        ([10.0, float("nan")], [1000.0, -5.0], {"type": "log"}, [1 - 0.08, 3 + 0.08]),
        ([7.0], [], {"rangemode": "tozero"}, [0, 7.28]),
    ],
)
def test_both_get_a_range_that_holds_the_marks_of_both(
    one: list[float], two: list[float], axis: dict[str, object], expected: list[float]
) -> None:
    figures = with_equal_axes([a_figure(one, **axis), a_figure(two, **axis)], ["y"])
    assert [range_of(figure) for figure in figures] == [pytest.approx(expected)] * 2


def test_figures_without_marks_stay_as_they_are() -> None:
    figures = with_equal_axes([go.Figure(), go.Figure()], ["x", "y"])
    assert all("range" not in figure.to_plotly_json()["layout"].get("yaxis", {}) for figure in figures)


def test_timelines_share_dates_and_values_and_the_originals_are_left() -> None:
    drawn = [scene_over_time(curated().scene(view)) for view in (CONTAINERS, SEOUL)]
    before = [figure.to_json() for figure in drawn]
    one, two = with_equal_axes(drawn, ["x", "y"])
    assert range_of(one) == range_of(two)
    assert range_of(one, "xaxis") == range_of(two, "xaxis")
    assert range_of(one)[0] == 0
    assert 28_000 < range_of(one)[1] < 30_000
    assert [figure.to_json() for figure in drawn] == before
    assert one.layout.uirevision != drawn[0].layout.uirevision


def test_sources_share_the_axis_of_values_alone() -> None:
    one, two = with_equal_axes([scene_by_source(curated().scene(view)) for view in (CONTAINERS, SEOUL)], ["x"])
    assert range_of(one, "xaxis") == range_of(two, "xaxis")
    assert range_of(one) != range_of(two)
