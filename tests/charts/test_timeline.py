"""Every case of the mark table, on a timeline."""

import zlib
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.making_marks import a_bound, a_denial, a_mark, a_range, some_marks
from charts.seeing_traces import role, the
from claimsdash.charts.events import Event
from claimsdash.charts.look import PALETTE
from claimsdash.charts.timeline import TimelineView, timeline

NAN = float("nan")
VIEW = TimelineView("containers", colours={"rok_mnd": 0})
NOON = pd.Timestamp("2024-02-26 12:00").timestamp() * 1000
CIRCLE, SQUARE, DIAMOND, OPEN_CIRCLE, TICK, CROSS = 0, 1, 2, 100, 141, 134


def drawn(*marks: dict[str, Any], view: TimelineView = VIEW) -> go.Figure:
    return timeline(some_marks(*marks), view)


def clicked(figure: go.Figure) -> list[int]:
    return sorted(int(mark) for trace in (*role(figure, "marks"), *role(figure, "rail")) for mark in trace.customdata)


def test_an_exact_claim_is_a_filled_circle_at_noon_of_its_day() -> None:
    trace = the(drawn(a_mark(mark_id=17)), "marks")
    assert list(trace.x) == pytest.approx([NOON], abs=66_000)
    assert list(trace.y) == [6700]
    assert list(trace.marker.symbol) == [CIRCLE]
    assert trace.marker.color == PALETTE[0]
    assert list(trace.customdata) == [17]


def test_an_approximate_claim_is_open_with_a_soft_bar_over_its_rounding() -> None:
    figure = drawn(a_mark(qualifier="approximate", low=6650, high=6750))
    assert list(the(figure, "marks").marker.symbol) == [OPEN_CIRCLE]
    assert list(the(figure, "extent").y) == [6650, 6750]


@pytest.mark.parametrize(("kind", "turn"), [("lower_bound", 180), ("upper_bound", 0)])
def test_a_bound_is_a_tick_with_a_stem_and_an_arrow_in_pixels(kind: str, turn: int) -> None:
    figure = drawn(a_bound(kind))
    assert list(the(figure, "marks").marker.symbol) == [TICK]
    strokes = the(figure, "strokes")
    assert list(strokes.y) == [6700, 6700]
    assert list(strokes.marker.angle) == [turn, turn]
    assert all(strokes.marker.standoff > 0)


def test_a_range_is_a_bar_with_nothing_seen_between_its_ends() -> None:
    figure = drawn(a_range())
    assert list(the(figure, "range").y) == [4000, 6000]
    assert list(the(figure, "marks").y) == [4000]
    assert the(figure, "reach").marker.opacity == 0
    assert not role(figure, "strokes")
    assert 5000 not in [value for trace in figure.data for value in trace.y]


def test_a_range_has_a_tick_for_a_stated_best() -> None:
    strokes = the(drawn(a_range(best=5500.0)), "strokes")
    assert list(strokes.y) == [5500]
    assert list(strokes.marker.symbol) == [TICK]


def test_a_vague_claim_fades_from_the_end_that_its_word_commits_to() -> None:
    figure = drawn(a_range(200, 999, qualifier="vague"))
    fades = [the(figure, f"fade{place}") for place in range(4)]
    opacities = [float(trace.line.color.rsplit(",", 1)[1].rstrip(")")) for trace in fades]
    assert fades[0].y[0] == 200
    assert fades[-1].y[-1] == 999
    assert opacities == sorted(opacities, reverse=True)


def test_a_vague_claim_with_one_end_fades_over_pixels() -> None:
    figure = drawn(a_mark(qualifier="vague", low=2000, best=NAN, high=NAN))
    assert set(the(figure, "haze").y) == {2000}


def test_a_denial_is_a_cross_below_the_plot_at_its_report_date_and_never_a_zero() -> None:
    figure = drawn(a_mark(), a_denial(as_of="2024-01-01", mark_id=5))
    trace = the(figure, "rail")
    assert trace.yaxis == "y2"
    assert list(trace.x) == pytest.approx([NOON], abs=66_000)
    assert list(trace.marker.symbol) == [CROSS]
    assert 0 not in [value for trace in figure.data for value in trace.y]
    assert figure.layout.yaxis2.domain[1] < figure.layout.yaxis.domain[0]


def test_a_computed_claim_is_a_square_led_to_what_it_was_computed_from() -> None:
    parent = a_mark(mark_id=1)
    figure = drawn(parent, a_mark(mark_id=2, best=9000, low=9000, high=9000, derived=True, parent_mark=1))
    square = next(trace for trace in role(figure, "marks") if trace.legendgroup == "derived")
    assert list(square.marker.symbol) == [SQUARE]
    assert list(the(figure, "leader").y) == [9000, 6700]
    assert the(figure, "leader").line.dash == "dot"


def test_a_withdrawn_claim_is_faint_and_struck_through() -> None:
    figure = drawn(a_mark(status="withdrawn"))
    assert list(the(figure, "marks").marker.opacity) == pytest.approx([0.35])
    assert list(the(figure, "strokes").marker.symbol) == [143]


def test_a_disputed_claim_has_a_ring() -> None:
    assert list(the(drawn(a_mark(status="disputed")), "strokes").marker.size) == [16]


@pytest.mark.parametrize("modality", ["capacity", "planned", "forecast"])
def test_a_capacity_or_plan_is_a_diamond(modality: str) -> None:
    assert list(the(drawn(a_mark(modality=modality)), "marks").marker.symbol) == [DIAMOND]


def test_a_capacity_that_is_a_bound_keeps_its_tick_and_arrow() -> None:
    figure = drawn(a_bound("upper_bound", modality="capacity"))
    assert list(the(figure, "marks").marker.symbol) == [DIAMOND]
    assert TICK in the(figure, "strokes").marker.symbol


def test_a_period_is_a_thin_segment_with_the_mark_in_its_middle() -> None:
    days = {"as_of_start": pd.Timestamp("2024-02-01"), "as_of_end": pd.Timestamp("2024-02-29")}
    figure = drawn(a_mark(**days))
    start, end = the(figure, "extent").x
    assert the(figure, "marks").x[0] == pytest.approx((start + end) / 2, abs=120_000)


def test_a_relay_is_smaller_and_fainter() -> None:
    trace = the(drawn(a_mark(), a_mark(is_relay=True)), "marks")
    assert trace.marker.size[1] < trace.marker.size[0]
    assert trace.marker.opacity[1] < trace.marker.opacity[0]


def test_every_dated_mark_can_be_clicked_once_and_the_others_are_named() -> None:
    marks = [a_mark(), a_bound("lower_bound"), a_range(), a_denial(), a_mark(as_of=None), a_mark(derived=True)]
    figure = drawn(*marks)
    assert clicked(figure) == [0, 1, 2, 3, 5]
    assert figure.layout.meta["left_out"] == [{"mark_id": 4, "why": "no date"}]


def test_zero_has_no_place_on_a_log_axis_and_a_denial_keeps_its_own() -> None:
    view = TimelineView("containers", log=True)
    figure = drawn(a_mark(low=0, best=0, high=0), a_denial(), a_mark(), view=view)
    assert clicked(figure) == [1, 2]
    assert "log" in figure.layout.meta["left_out"][0]["why"]
    assert figure.layout.yaxis.title.text == "containers · log scale"


def test_no_error_bars_so_no_caps() -> None:
    figure = drawn(a_mark(), a_range(), a_bound("lower_bound"), a_mark(qualifier="approximate", low=6650, high=6750))
    assert not any("error_x" in trace or "error_y" in trace for trace in figure.to_dict()["data"])


def test_at_most_seven_claimants_are_coloured_and_the_others_share_the_grey() -> None:
    marks = [a_mark(claimant=f"s{n}", claimant_name=f"Source {n}") for n in range(10)]
    figure = drawn(*marks, view=TimelineView("containers", colours={f"s{n}": n for n in range(7)}))
    assert len({trace.marker.color for trace in role(figure, "marks")}) == 8
    names = [trace.name for trace in role(figure, "key") if trace.legend == "legend"]
    assert names == [*(f"Source {n}" for n in range(7)), "3 others"]


def test_the_glyph_key_holds_what_occurs() -> None:
    figure = drawn(a_bound("lower_bound"), a_denial(), a_mark(modality="planned"))
    words = [trace.name for trace in role(figure, "key") if trace.legend == "legend2"]
    assert words == ["number", "at least", "denied", "capacity, plan"]


def test_events_are_numbered_in_order() -> None:
    view = TimelineView("containers", events=(Event(date(2024, 1, 1), "Vote <b>"), Event(date(2024, 5, 1), "Visit")))
    figure = drawn(a_mark(), view=view)
    assert [note.text for note in figure.layout.annotations] == ["1", "2"]
    assert figure.layout.annotations[0].hovertext == "Vote &lt;b&gt;"
    assert [shape.x0 for shape in figure.layout.shapes] == ["2024-01-01", "2024-05-01"]


def test_the_focus_stands_out() -> None:
    view = TimelineView("containers", colours={"a": 0, "b": 1}, focus="b")
    opacity = {
        trace.marker.color: trace.opacity
        for trace in role(drawn(a_mark(claimant="a"), a_mark(claimant="b"), view=view), "marks")
    }
    assert opacity[PALETTE[0]] < 1
    assert opacity[PALETTE[1]] is None


def test_no_claims_give_a_figure_that_says_so() -> None:
    figure = drawn()
    assert figure.layout.annotations[0].text == "No claim to show."
    assert len(figure.data) == 0


def test_claims_without_dates_give_a_figure_that_says_so() -> None:
    figure = drawn(a_mark(as_of=None))
    assert "no claim here has a date" in figure.layout.annotations[0].text.lower()
    assert len(figure.layout.meta["left_out"]) == 1


def test_names_and_wordings_are_drawn_as_typed() -> None:
    hostile = "<a href='x'>$\\alpha$</a>%{y}\n\u202eevil"
    figure = drawn(a_mark(claimant_name=hostile, say=hostile))
    (text,) = the(figure, "marks").hovertext
    (name,) = [trace.name for trace in role(figure, "key") if trace.legend == "legend"]
    for shown in (text, name):
        assert not set("<>$\n\u202e") & set(shown)
    assert not any(trace.hovertemplate for trace in figure.data)


def test_the_figure_is_valid_and_the_same_each_time() -> None:
    marks = [a_mark(), a_range(), a_range(200, 999, qualifier="vague"), a_bound("upper_bound"), a_denial()]
    marks += [
        a_mark(derived=True, parent_mark=0),
        a_mark(status="disputed"),
        a_bound("lower_bound", as_of="2024-05-01"),
    ]
    figure = drawn(*marks)
    go.Figure(figure.to_dict())
    assert figure.to_json() == drawn(*marks).to_json()
    assert "NaN" not in figure.to_json()
    assert not figure.layout.template.layout.to_plotly_json()
    ids = [trace.uid for trace in figure.data]
    assert len(ids) == len(set(ids))


def test_five_hundred_claims_travel_in_twenty_kilobytes_once_compressed() -> None:
    kinds = [a_mark()] * 7 + [a_bound("lower_bound")] * 6 + [a_mark(qualifier="approximate", low=6650, high=6750)] * 6
    kinds += [a_range()]
    days = pd.date_range("2022-08-01", periods=500, freq="2D")
    marks = [
        kinds[n % len(kinds)]
        | {"claimant": f"s{n % 9}", "claimant_name": f"Ministry of Defence {n % 9}", "mark_id": n, "n_reports": n % 7}
        | {"as_of_start": day, "as_of_end": day, "say": "about 6,700 containers"}
        for n, day in enumerate(days)
    ]
    colours = {f"s{n}": n for n in range(7)}
    sent = drawn(*marks, view=TimelineView("containers", colours=colours)).to_json().encode()
    print(f"500 claims: {len(sent)} bytes, compressed {len(zlib.compress(sent))}")  # noqa: T201 - shown with -s
    assert len(sent) < 85_000
    assert len(zlib.compress(sent)) < 20_000


def test_the_table_is_left_as_it_was() -> None:
    marks = some_marks(a_mark(), a_range())
    before = marks.copy()
    timeline(marks, VIEW)
    pd.testing.assert_frame_equal(marks, before)
    assert np.isnan(marks["y_best"].iloc[1])


def test_a_lone_day_is_shown_within_half_a_year() -> None:
    first, last = drawn(a_mark()).layout.xaxis.range
    assert (last - first) / 86_400_000 == 183


def test_the_marks_of_others_lie_below_those_in_colour() -> None:
    figure = drawn(a_mark(), a_mark(claimant="other"))
    assert [trace.legendgroup for trace in role(figure, "marks")] == ["others", "c0"]


def legend(figure: go.Figure) -> list[str]:
    return [trace.name for trace in role(figure, "key") if trace.legend == "legend"]


def test_derived_marks_among_others_have_a_legend_entry_of_their_own() -> None:
    figure = drawn(a_mark(), a_mark(derived=True))
    assert legend(figure) == ["ROK Ministry of National Defense", "derived, on an assumption"]


def test_where_all_marks_are_derived_the_legend_names_their_claimants() -> None:
    figure = drawn(a_mark(derived=True), a_mark(derived=True, claimant="b", claimant_name="Bureau"))
    assert legend(figure) == ["ROK Ministry of National Defense", "Bureau"]
    assert [trace.legendgroup for trace in role(figure, "marks")] == ["others", "c0"]
