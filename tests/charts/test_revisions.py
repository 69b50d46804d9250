"""The ladder of a claimant's figures, and the plane of two clocks."""

import numpy as np
import pandas as pd
import pytest

from charts.making_marks import a_bound, a_denial, a_mark, some_marks
from claimsdash.analysis.revisions import ladder as ladder_of
from claimsdash.charts.revisions import RevisionsView, ladder, two_clocks

VIEW = RevisionsView("containers", colours={"rok_mnd": 0})
REPORTED = {"reported_on": "2024-03-11", "reported_start": "2024-03-11", "reported_end": "2024-03-11"}
OLD = a_mark(report_id="old", claim_id="old", mark_id=1)
NEW = a_mark(report_id="new", claim_id="new", mark_id=2, low=9000.0, best=9000.0, high=9000.0, **REPORTED)


def steps_of(marks: pd.DataFrame) -> pd.DataFrame:
    return ladder_of(marks).assign(
        mark_id=lambda table: table["report_id"].map(marks.set_index("report_id")["mark_id"])
    )


def test_figures_stand_at_their_day_of_report_and_tell_the_difference() -> None:
    marks = some_marks(OLD, NEW)
    figure = ladder(marks, steps_of(marks), VIEW)
    (points,) = (trace for trace in figure.data if trace.meta == "marks")
    noon = [pd.Timestamp(f"{day} 12:00").timestamp() * 1000 for day in ("2024-02-26", "2024-03-11")]
    assert list(points.x) == pytest.approx(noon, abs=66_000)
    assert list(points.customdata) == [1, 2]
    assert points.hovertext[1] == "6,700 containers · contradicted: +2\u2009300 · reported 11 Mar 2024"
    (named,) = (trace for trace in figure.data if trace.meta == "words")
    assert list(named.text) == ["contradicted"]


def test_the_name_of_a_step_stays_inside_the_plot_and_off_bars_and_lines() -> None:
    about = a_mark(report_id="about", claim_id="about", mark_id=2, low=6000.0, best=7000.0, high=8000.0,
                   qualifier="approximate", reported_on="2025-03-11", reported_start="2025-03-11",
                   reported_end="2025-03-11")  # fmt: skip  # several to a line
    marks = some_marks(OLD, about)
    (named,) = (trace for trace in ladder(marks, steps_of(marks), VIEW).data if trace.meta == "words")
    assert list(named.textposition) in (["middle left"], ["top left"])


def test_the_difference_is_in_the_unit_of_the_axis() -> None:
    marks = some_marks(OLD, NEW)
    figure = ladder(marks, steps_of(marks), RevisionsView("thousand containers", holds=1000.0))
    (points,) = (trace for trace in figure.data if trace.meta == "marks")
    assert "+2.3 ·" in points.hovertext[1]


def test_figures_of_one_day_stand_on_an_axis_of_months() -> None:
    marks = some_marks(OLD)
    for figure in (ladder(marks, steps_of(marks), VIEW), two_clocks(marks, VIEW)):
        first, last = figure.layout.xaxis.range
        assert last - first > 180 * 86_400_000


def test_two_clocks_set_as_of_against_reported() -> None:
    figure = two_clocks(some_marks(OLD, NEW), VIEW)
    (points,) = (trace for trace in figure.data if trace.meta == "marks")
    assert float(points.x[0]) == float(points.x[1])
    assert float(points.y[1] - points.y[0]) == pytest.approx(14 * 86_400_000, abs=200_000)
    assert {figure.layout.xaxis.type, figure.layout.yaxis.type} == {"date"}


def test_the_line_of_one_day_reaches_as_far_as_the_axes_for_one_claim_too() -> None:
    figure = two_clocks(some_marks(OLD), VIEW)
    (line,) = (trace for trace in figure.data if trace.uid == "diagonal")
    assert list(line.x) == list(line.y)
    assert list(line.x) == pytest.approx(list(figure.layout.xaxis.range), abs=200_000)


def test_bounds_and_denials_keep_their_marks() -> None:
    marks = some_marks(a_bound("lower_bound", report_id="b", claim_id="b"), a_denial(report_id="d", claim_id="d"))
    figure = ladder(marks, steps_of(marks), VIEW)
    clicked = np.concatenate([trace.customdata for trace in figure.data if trace.meta in ("marks", "rail")])
    assert sorted(clicked) == [0, 1]
    assert two_clocks(marks, VIEW).data


@pytest.mark.parametrize(
    "rows", [(), (a_mark(reported_start=None, reported_end=None, as_of_start=None, as_of_end=None),)]
)
def test_without_dated_claims_the_figure_says_so(rows: tuple[dict[str, object], ...]) -> None:
    marks = some_marks(*rows)
    assert ladder(marks, steps_of(marks), VIEW).layout.annotations[0].text
    assert two_clocks(marks, VIEW).layout.annotations[0].text
