"""The tab on what follows from totals: rates between two of them, and ratios of two things."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.rates import BETWEEN, implied_rates, per
from claimsdash.analysis.ratios import implied_ratios
from claimsdash.app import drawing, shelf
from claimsdash.app.names import count
from claimsdash.app.tabs.choices import choose_divisor, choose_length
from claimsdash.app.tabs.claims import all_claims, claims_on_axis, holds, list_rows
from claimsdash.charts import rates as charts
from claimsdash.charts.look import say_days
from claimsdash.charts.saying import say_ends
from claimsdash.charts.scene import Scene
from claimsdash.domain.unit_words import say_unit

RULE = (
    "Derived, not claimed: growth between two figures of one source over the days between them, end by end; or a "
    "figure over the days since the start of its window. An arrow leaves that side open."
)
RATIO_RULE = "Derived, not claimed: two totals of one source whose dates overlap, divided end by end."


@dataclass(frozen=True)
class Derived:
    """What follows from claims, for reading, and why from others nothing does."""

    rows: pd.DataFrame
    refused: pd.DataFrame
    n_claims: int


def show(scene: Scene, *, bell: str) -> None:
    """Draw the implied rates of a scene, what gives none and why, and the ratios to another topic."""
    found, drawn = _rates((*drawing.key_of(scene), scene.view.per), scene)
    choice = st.container()
    drawing.draw(drawn, scene, kind="rates", bell=bell)
    with choice:
        choose_length()
    st.caption(f"{count(len(found.rows), 'rate')} from {count(found.n_claims, 'claim')}. {RULE}")
    if len(found.rows):
        columns = {"claimant_name": "Source", "figure": f"Rate, {_title(scene)}", "from": "From", "to": "To"}
        list_rows(found.rows, columns | {"kind": "Between"}, key="rate_rows")
    _list_refusals(found.refused, "No rate follows", key="no_rates")
    _show_ratios(scene, bell=bell)


def drawn_alone(scene: Scene) -> tuple[Any, tuple[str, ...]] | None:
    """Return the chart of the implied rates, and by which rule; None where no rate follows."""
    found, drawn = _rates((*drawing.key_of(scene), scene.view.per), scene)
    return (drawn, (RULE,)) if len(found.rows) else None


def _title(scene: Scene) -> str:
    return f"{scene.axis_title} per {scene.view.per}"


@st.cache_resource(max_entries=100, show_spinner="Deriving rates …")
def _rates(key: Any, _scene: Scene) -> tuple[Derived, Any]:
    table = per(implied_rates(claims_on_axis(_scene)), _scene.view.per)
    follows = table["refused"].eq("")
    found = Derived(_rate_rows(table[follows], _scene), _reasons(table[~follows]), table["claim_id"].nunique())
    return found, charts.rates(table, _view(_scene, _title(_scene), holds(_scene)))


def _view(scene: Scene, title: str, per_unit: float) -> charts.RatesView:
    return charts.RatesView(
        value_title=f"{title} (derived)",
        colours=shelf.colours(scene.topic.key),
        log=scene.view.log,
        uirevision=f"{scene.topic.key} {title} {scene.view.log}",
        holds=per_unit,
    )


def _rate_rows(table: pd.DataFrame, scene: Scene) -> pd.DataFrame:
    per_unit = holds(scene)
    ends = zip(table["rate_low"] / per_unit, table["rate_high"] / per_unit, strict=True)
    between = {BETWEEN: "two figures"}
    kinds = [between.get(kind, "start of the window and figure") for kind in table["kind"]]
    return _dated(table).assign(kind=kinds, figure=[say_ends(*pair) for pair in ends])


def _dated(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(
        **{
            "from": _spans(table["start_first"], table["start_last"]),
            "to": _spans(table["end_first"], table["end_last"]),
        }
    )


def _spans(first: Iterable[Any], last: Iterable[Any]) -> list[str]:
    days = ([None if pd.isna(day) else day for day in column] for column in (first, last))
    return [say_days(*pair) for pair in zip(*days, strict=True)]


def _reasons(refused: pd.DataFrame) -> pd.DataFrame:
    """Gather the reasons, the most frequent first, with how often and whom each concerns."""
    grouped = refused.groupby("refused", as_index=False).agg(
        n=("claim_id", "size"), who=("claimant_name", lambda names: ", ".join(dict.fromkeys(map(str, names))))
    )
    return grouped.sort_values(["n", "refused"], ascending=[False, True])


def _list_refusals(reasons: pd.DataFrame, words: str, *, key: str) -> None:
    """List the reasons where they are opened: a closed table costs nothing."""
    if reasons.empty:
        return
    opened = st.expander(f"{words}: {reasons['n'].sum()}", key=f"open_{key}", on_change="rerun")
    if opened.open:
        with opened:
            list_rows(reasons, {"refused": "Why", "n": "Times", "who": "Sources"}, key=key)


def _show_ratios(scene: Scene, *, bell: str) -> None:
    st.markdown("#### Implied ratios")
    choose_divisor({key: topic.title or key for key, topic in shelf.topics().items() if key != scene.topic.key})
    over = scene.view.over
    if over is None or over not in shelf.topics() or over == scene.topic.key:
        st.caption("Divide what a source said here by what the same source said of another topic for the same date.")
        return
    found, drawn = _ratios((*drawing.key_of(scene), over), scene, over)
    drawing.draw(drawn, scene, kind="ratios", bell=bell)
    st.caption(f"{count(len(found.rows), 'ratio')}, {_ratio_title(scene, over)}. {RATIO_RULE}")
    if len(found.rows):
        columns = {"claimant_name": "Source", "figure": "Ratio", "to": "As of", "note": "Note"}
        list_rows(found.rows, columns, key="ratio_rows")
    _list_refusals(found.refused, "No ratio follows", key="no_ratios")


def _ratio_rows(table: pd.DataFrame, per_unit: float) -> pd.DataFrame:
    ends = zip(table["ratio_low"] / per_unit, table["ratio_high"] / per_unit, strict=True)
    return table.assign(
        to=_spans(table["as_of_start"], table["as_of_end"]),
        figure=[say_ends(*pair) for pair in ends],
        note=["one of two alternatives" if either else "" for either in table["either_or"]],
    )


def _ratio_title(scene: Scene, over: str) -> str:
    return f"{scene.axis.axis.title} per {say_unit(shelf.topics()[over].unit, many=False)}"


def _ratio_holds(scene: Scene, over: str) -> float:
    return holds(scene) / shelf.axes(over)[0].axis.factor


@st.cache_resource(max_entries=100, show_spinner="Deriving ratios …")
def _ratios(key: Any, _scene: Scene, over: str) -> tuple[Derived, Any]:
    divisors = all_claims(replace(_scene.view.selection, topic=over))
    divisors = divisors[divisors["base_unit"].eq(shelf.axes(over)[0].axis.base_unit)]
    table, per_unit = implied_ratios(claims_on_axis(_scene), divisors), _ratio_holds(_scene, over)
    follows = table["refused"].eq("")
    found = Derived(_ratio_rows(table[follows], per_unit), _reasons(table[~follows]), len(table))
    return found, charts.ratios(table, _view(_scene, _ratio_title(_scene, over), _ratio_holds(_scene, over)))
