"""Words beside marks cover nothing."""

from typing import Any

import pandas as pd

from charts.making_marks import a_mark, a_range, some_marks
from claimsdash.charts.timeline import TimelineView, timeline


def labels(*marks: dict[str, Any], role: str = "names") -> list[str]:
    figure = timeline(some_marks(*marks), TimelineView("containers", colours={"a": 0}))
    return [text for trace in figure.data if trace.meta == role for text in trace.text]


def test_a_lone_claimant_is_named_at_its_last_mark() -> None:
    first, last = a_mark(claimant="a", as_of="2023-01-01"), a_mark(claimant="a", as_of="2024-01-01")
    assert labels(first, last) == ["ROK Ministry of National Defense"]


def test_grey_claimants_are_named_too() -> None:
    apart = a_mark(claimant="b", claimant_name="Bureau", low=100, best=100, high=100, as_of="2020-01-01")
    assert set(labels(a_mark(claimant="a", claimant_name="Agency"), apart)) == {"Agency", "Bureau"}


def test_a_vague_word_is_the_label_of_its_bar() -> None:
    assert labels(a_range(200, 999, qualifier="vague", say="hundreds"), role="words") == ["hundreds"]


def test_a_crowd_is_not_labelled() -> None:
    days = pd.date_range("2022-01-01", periods=500, freq="2D")
    sources = [a_mark(claimant=f"s{n}", claimant_name=f"Source {n}") for n in range(50)]
    crowd = [sources[n % 50] | {"as_of_start": day, "as_of_end": day} for n, day in enumerate(days)]
    assert len(labels(*crowd)) <= 2
