"""Small multiples."""

from datetime import date

import numpy as np
import pytest

from charts.making_marks import a_bound, a_denial, a_mark, some_marks
from claimsdash.charts.events import Event
from claimsdash.charts.multiples import COLUMNS, MultiplesView, Panel, multiples

SEOUL = some_marks(a_mark(mark_id=1), a_bound("lower_bound", 10_000, mark_id=2, as_of="2024-06-14"))
MOSCOW = some_marks(a_denial(mark_id=3, claimant="ru", claimant_name="Kremlin"))
VIEW = MultiplesView("containers", colours={"rok_mnd": 0}, events=(Event(date(2024, 3, 1), "A visit"),))


def panel(title: str = "Seoul", unit: str = "containers") -> Panel:
    return Panel(title, SEOUL, unit)


def test_every_mark_of_every_panel_can_be_clicked_on_axes_of_its_own() -> None:
    figure = multiples([panel(), Panel("Kremlin", MOSCOW, "containers")], VIEW)
    clicked = {
        int(mark): trace.xaxis for trace in figure.data if trace.customdata is not None for mark in trace.customdata
    }
    assert clicked == {1: "x", 2: "x", 3: "x2"}
    (denied,) = (trace for trace in figure.data if trace.meta == "rail")
    assert denied.yaxis == "y102"
    assert figure.layout.yaxis102.domain[1] == figure.layout.yaxis2.domain[0]


def test_panels_of_one_unit_share_their_axis_unless_it_is_free() -> None:
    panels = [panel("a"), panel("b"), panel("c", "shells"), panel("d", "shells")]
    shared, free = (multiples(panels, MultiplesView("", free=is_free)) for is_free in (False, True))
    assert [shared.layout[f"yaxis{end}"].matches for end in ("", 2, 3, 4)] == [None, "y", None, "y3"]
    assert [free.layout[f"yaxis{end}"].matches for end in ("", 2, 3, 4)] == [None] * 4
    for figure in (shared, free):
        assert [figure.layout[f"xaxis{end}"].matches for end in ("", 2, 3, 4)] == [None, "x", "x", "x"]


def test_events_are_flags_in_every_panel_numbered_at_the_top() -> None:
    figure = multiples([panel("a"), panel("b"), panel("c")], VIEW)
    assert [shape.xref for shape in figure.layout.shapes] == ["x", "x2", "x3"]
    numbered = [note for note in figure.layout.annotations if note.text == "1"]
    assert [note.xref for note in numbered] == ["x", "x2"]
    assert numbered[0].hovertext == "A visit"


def test_a_title_says_whose_panel_it_is_how_many_claims_it_holds_and_its_unit_where_units_differ() -> None:
    titles = [note.text for note in multiples([panel("a"), panel("b", "shells")], MultiplesView("")).layout.annotations]
    assert titles == ["<b>a</b> · containers · 2", "<b>b</b> · shells · 2"]


@pytest.mark.parametrize("n", [1, 2, 3, 12])
def test_panels_lie_in_a_grid_and_do_not_overlap(n: int) -> None:
    layout = multiples([panel(str(one)) for one in range(n)], VIEW).layout
    ends = ["", *range(2, n + 1)]
    places = [(*layout[f"xaxis{end}"].domain, *layout[f"yaxis{end}"].domain) for end in ends]
    assert np.min(places) >= 0
    assert np.max(places) <= 1
    for above, below in zip(places, places[COLUMNS:], strict=False):
        assert below[3] < above[2]


def test_without_a_dated_claim_the_figure_says_so() -> None:
    undated = some_marks(a_mark(as_of=None, as_of_start=None, as_of_end=None, reported_start=None, reported_end=None))
    for panels in ([], [Panel("a", undated, "containers")]):
        assert multiples(panels, VIEW).layout.annotations[0].text


@pytest.mark.parametrize(
    ("days", "numbers"),
    [((1, 20), ["1", "2"]), ((1, 2), ["1, 2"]), ((1, 2, 20, 21, 22), ["1, 2", "3–5"]), ((5,), ["1"])],
)
def test_numbers_of_events_that_are_near_share_a_place(days: tuple[int, ...], numbers: list[str]) -> None:
    events = tuple(Event(date(2024, 1, day), f"event {day}") for day in days)
    marks = some_marks(a_mark(as_of="2024-01-01"), a_mark(as_of="2024-01-31"))
    figure = multiples([Panel("Seoul", marks, "containers")], MultiplesView("", events=events))
    told = [note for note in figure.layout.annotations if note.font.size == 9]
    assert [note.text for note in told] == numbers
    assert all("event" in note.hovertext for note in told)
