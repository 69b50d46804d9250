"""The tab on what follows from totals: rates between two of them, and ratios of two things."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.rates import BETWEEN
from claimsdash.app import drawing, shelf
from claimsdash.app.names import count
from claimsdash.app.tabs.choices import choose_divisor, choose_length
from claimsdash.app.tabs.claims import all_claims, list_rows
from claimsdash.charts.look import say_days
from claimsdash.charts.saying import say_ends
from claimsdash.charts.scene import Scene
from claimsdash.export.scenes.drawn import Drawn
from claimsdash.export.scenes.rates import RATIO_RULE, RULE, Divisor, Following, rate_title, rates_of, ratios_of

Listed = tuple[Following, pd.DataFrame, pd.DataFrame]
"""What follows, for reading, and the reasons why nothing does."""


def show(scene: Scene, *, bell: str) -> None:
    """Draw the implied rates of a scene, what gives none and why, and the ratios to another topic."""
    found, rows, refused = _rates((*drawing.key_of(scene), scene.view.per), scene)
    choice = st.container()
    drawing.draw(found.drawn("rate", RULE), scene, kind="rates", bell=bell)
    with choice:
        choose_length()
    st.caption(f"{count(len(rows), 'rate')} from {count(found.n_claims, 'claim')}. {RULE}")
    if len(rows):
        columns = {"claimant_name": "Source", "figure": f"Rate, {rate_title(scene)}", "from": "From", "to": "To"}
        list_rows(rows, columns | {"kind": "Between"}, key="rate_rows")
    _list_refusals(refused, "No rate follows", key="no_rates")
    _show_ratios(scene, bell=bell)


def drawn_alone(scene: Scene) -> Drawn | None:
    """Return the chart of the implied rates; None where no rate follows."""
    found, rows, _ = _rates((*drawing.key_of(scene), scene.view.per), scene)
    return found.drawn("rate", RULE) if len(rows) else None


@st.cache_resource(max_entries=100, show_spinner="Deriving rates …")
def _rates(key: Any, _scene: Scene) -> Listed:
    found = rates_of(drawing.full(_scene), all_claims(_scene.view.selection))
    return found, _rate_rows(found), _reasons(found.refused)


def _rate_rows(found: Following) -> pd.DataFrame:
    table = found.follows
    ends = zip(table["rate_low"] / found.holds, table["rate_high"] / found.holds, strict=True)
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
    st.markdown("## Implied ratios")
    choose_divisor({key: topic.title or key for key, topic in shelf.topics().items() if key != scene.topic.key})
    over = scene.view.over
    if over is None or over not in shelf.topics() or over == scene.topic.key:
        st.caption("Divide what a source said here by what the same source said of another topic for the same date.")
        return
    found, rows, refused = _ratios((*drawing.key_of(scene), over), scene, over)
    drawing.draw(found.drawn("ratio", RATIO_RULE), scene, kind="ratios", bell=bell)
    st.caption(f"{count(len(rows), 'ratio')}, {found.title}. {RATIO_RULE}")
    if len(rows):
        columns = {"claimant_name": "Source", "figure": "Ratio", "to": "As of", "note": "Note"}
        list_rows(rows, columns, key="ratio_rows")
    _list_refusals(refused, "No ratio follows", key="no_ratios")


def _ratio_rows(found: Following) -> pd.DataFrame:
    table = found.follows
    ends = zip(table["ratio_low"] / found.holds, table["ratio_high"] / found.holds, strict=True)
    return table.assign(
        to=_spans(table["as_of_start"], table["as_of_end"]),
        figure=[say_ends(*pair) for pair in ends],
        note=["one of two alternatives" if either else "" for either in table["either_or"]],
    )


@st.cache_resource(max_entries=100, show_spinner="Deriving ratios …")
def _ratios(key: Any, _scene: Scene, over: str) -> Listed:
    selection = _scene.view.selection
    divisor = Divisor(shelf.topics()[over], shelf.axes(over)[0], all_claims(replace(selection, topic=over)))
    found = ratios_of(drawing.full(_scene), all_claims(selection), divisor)
    return found, _ratio_rows(found), _reasons(found.refused)
