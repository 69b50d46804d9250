"""Implied rates as boxes, and ratios."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis.curated import reports_of
from charts.seeing_traces import the
from claimsdash.analysis.origins import claims_of
from claimsdash.analysis.rates import implied_rates, per
from claimsdash.analysis.ratios import implied_ratios
from claimsdash.charts.rates import RatesView, rate_marks, rates, ratios
from making import a_claim, a_table

VIEW = RatesView("containers per day", colours={"rok_mnd": 0})
EARLY = a_claim(report_id="a", claim_id="a", low=900.0, best=1000.0, high=1100.0, as_of="2024-01-01")
LATE = a_claim(report_id="b", claim_id="b", low=2000.0, best=2000.0, high=2000.0, as_of="2024-01-11")
OPEN = LATE | {"qualifier": "lower_bound", "base_best": None, "base_high": None}


def drawn(*claims: dict[str, object], view: RatesView = VIEW) -> go.Figure:
    return rates(implied_rates(a_table(*claims)), view)


def test_a_rate_is_a_box_from_date_to_date_and_low_to_high() -> None:
    box = the(drawn(EARLY, LATE), "box")
    days = pd.to_datetime([box.x[0], box.x[1]], unit="ms").strftime("%Y-%m-%d %H").tolist()
    assert days == ["2024-01-01 00", "2024-01-12 00"]
    assert (min(box.y), max(box.y)) == (90, 110)


def test_an_open_rate_is_a_tick_with_an_arrow() -> None:
    figure = drawn(EARLY, OPEN)
    assert list(the(figure, "marks").y) == [90]
    assert list(the(figure, "strokes").y) == [90, 90, 90]
    assert the(figure, "marks").hovertext[0] == "at least 90 · 2 claims from 2 reports · 1–11 Jan 2024"


def test_a_rate_is_derived_and_leads_to_the_later_claim() -> None:
    table = implied_rates(a_table(EARLY, LATE))
    marks = the(rates(table, VIEW), "marks")
    assert list(marks.customdata) == table["mark_id"].tolist()
    assert rate_marks(table, VIEW)["derived"].all()


def test_rates_follow_the_unit_of_the_axis() -> None:
    view = RatesView("thousand containers per week", holds=1000.0)
    table = per(implied_rates(a_table(EARLY, LATE)), "week")
    assert rate_marks(table, view)["y_high"].tolist() == [pytest.approx(0.77)]


def test_what_is_refused_is_not_drawn() -> None:
    figure = drawn(OPEN | {"report_id": "a", "claim_id": "a", "as_of_start": "2024-01-01"}, OPEN)
    assert figure.layout.annotations[0].text == "No rate follows from these claims."
    assert drawn().layout.annotations[0].text


@pytest.mark.parametrize("log", [False, True])
def test_the_curated_topics_are_drawn(log: bool) -> None:
    shells, containers = (
        claims_of(reports_of(name)) for name in ("artillery_shells_transferred", "containers_shipped")
    )
    view = RatesView("shells per month", log=log, holds=1e6)
    assert len(rates(per(implied_rates(shells), "month"), view).data) > 3
    assert len(ratios(implied_ratios(shells, containers), RatesView("shells per container", log=log)).data) > 3
