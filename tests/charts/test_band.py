"""The traces of the pooled band."""

import numpy as np
import pandas as pd

from charts.making_marks import a_mark, some_marks
from claimsdash.charts.band import band_traces, with_band
from claimsdash.charts.look import THIN_SPACE
from claimsdash.charts.timeline import TimelineView, timeline

DATES = pd.Series(pd.to_datetime(["2024-01-01", "2024-01-02", "2024-01-03"])).astype("datetime64[s]")
BAND = pd.DataFrame({"date": DATES, "p2.5": 800.0, "p10": 900.0, "p50": 1234.5, "p90": 1500.0, "p97.5": 1600.0})
FLOOR = BAND.assign(**{"p50": np.nan, "p90": np.nan, "p97.5": np.nan})


def test_a_band_is_two_areas_and_a_line_that_says_it_is_a_model() -> None:
    outer, inner, line = band_traces(BAND, thin=False)
    assert (max(outer["y"]), min(outer["y"])) == (1600, 800)
    assert (max(inner["y"]), min(inner["y"])) == (1500, 900)
    assert outer["fill"] == inner["fill"] == "toself"
    assert line["name"] == "Pooled level (model)"
    assert line["hovertext"][0].replace(THIN_SPACE, " ") == (
        "Pooled level (model): 1 230<br>80 %: 900 to 1 500<br>95 %: 800 to 1 600"
    )


def test_a_thin_band_is_dashed_and_not_filled() -> None:
    traces = band_traces(BAND, thin=True)
    assert [trace["line"]["dash"] for trace in traces] == ["dash"] * 3
    assert not any("fill" in trace for trace in traces)


def test_a_running_floor_is_a_step_that_nothing_closes() -> None:
    (step,) = band_traces(FLOOR, thin=False)
    assert (step["name"], step["line"]["shape"], "fill" in step) == ("Running floor", "hv", False)


def test_without_rows_nothing_is_drawn() -> None:
    assert band_traces(BAND.iloc[:0], thin=False) == []


def test_the_band_lies_beneath_the_marks_of_a_timeline_and_changes_nothing_else() -> None:
    drawn = timeline(some_marks(a_mark()), TimelineView("containers"))
    banded = with_band(drawn, BAND, thin=False)
    assert [trace.uid for trace in banded.data[3:]] == [trace.uid for trace in drawn.data]
    assert banded.layout.yaxis == drawn.layout.yaxis
    assert len(drawn.data) == len(banded.data) - 3
