"""The support curve above its claims, and the shared interval over time."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.making_marks import a_bound, a_mark, a_range, some_marks
from claimsdash.analysis.agreement import agreement_over_time, shared_interval, standing_claims, support_curve
from claimsdash.analysis.collapse import RULE_WORDS, Rule
from claimsdash.charts.agreement import AgreementView, agreement, agreement_course

RULE = f"Rule: {RULE_WORDS[Rule.SHARED]}. 3 claims from 3 reports."
VIEW = AgreementView("containers", colours={"a": 0, "b": 1}, rule=RULE, shared=(5000.0, 6000.0))


def by(name: str, mark: dict[str, Any], **given: Any) -> dict[str, Any]:
    return mark | {"report_id": name, "claim_id": name, "claimant": name, "claimant_name": name.upper()} | given


MARKS = some_marks(
    by("a", a_range(4000, 6000)), by("b", a_bound("lower_bound", 5000)), by("c", a_mark(low=9000, best=9000, high=9000))
)


def rows(marks: pd.DataFrame = MARKS, view: AgreementView = VIEW) -> go.Figure:
    return agreement(marks, support_curve(marks), view)


def test_each_claim_has_a_row_and_can_be_clicked() -> None:
    figure = rows()
    clicked = [mark for trace in figure.data if trace.meta == "marks" for mark in trace.customdata]
    assert sorted(clicked) == [0, 1, 2]
    assert list(figure.layout.yaxis.ticktext) == ["A", "B", "C"]


def test_the_curve_stands_above_the_rows() -> None:
    figure = rows()
    (curve,) = (trace for trace in figure.data if trace.uid == "support")
    assert max(curve.y) == 2
    assert figure.layout.yaxis.domain[1] < figure.layout.yaxis2.domain[0]
    assert (figure.layout.shapes[0].x0, figure.layout.shapes[0].x1) == (5000, 6000)


@pytest.mark.parametrize("figure", [rows(), agreement_course(MARKS, agreement_over_time(MARKS), VIEW)])
def test_the_rule_in_force_is_printed(figure: go.Figure) -> None:
    printed = figure.layout.xaxis.title.text.replace("<br>", " ")
    assert "Rule: the smallest interval that the most claims share." in printed
    assert "3 claims from 3 reports." in printed


def test_an_open_shared_interval_reaches_the_edge() -> None:
    figure = rows(view=AgreementView("containers", shared=(5000.0, float("nan"))))
    assert figure.layout.shapes[0].x1 > 9000


def test_an_old_claim_is_drawn_on_as_a_floor() -> None:
    marks = MARKS.assign(as_floor=[True, False, False])
    (floor,) = (trace for trace in rows(marks).data if trace.meta == "leader")
    assert floor.line.dash == "dot"
    assert floor.x[0] == 4000


def test_over_time_the_interval_holds_until_the_next_date() -> None:
    days = {"as_of": "2024-01-01", "as_of_start": "2024-01-01", "as_of_end": "2024-01-01"}
    marks = some_marks(by("a", a_range(4000, 6000), basis="stock", **days), by("b", a_range(5000, 9000), basis="stock"))
    figure = agreement_course(marks, agreement_over_time(marks), VIEW)
    (box,) = (trace for trace in figure.data if trace.uid == "agreement-box")
    assert [box.y[place] for place in (0, 2, 6, 8)] == [4000, 6000, 5000, 6000]
    assert {trace.meta for trace in figure.data} >= {"marks", "step", "box", "key"}


def test_a_table_of_standing_claims_is_drawn_with_its_shared_interval() -> None:
    standing = standing_claims(MARKS, on=date(2024, 2, 26))
    shared = shared_interval(standing)
    assert shared is not None
    view = AgreementView("containers", log=True, shared=(shared.bounds.low or 0, shared.bounds.high or 0))
    assert agreement(standing, support_curve(standing), view).layout.xaxis.type == "log"


def test_without_claims_the_figure_says_so() -> None:
    nothing = some_marks()
    assert rows(nothing).layout.annotations[0].text
    assert agreement_course(nothing, agreement_over_time(nothing), VIEW).layout.annotations[0].text
