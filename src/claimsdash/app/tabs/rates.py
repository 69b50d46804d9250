"""The tab on what follows from totals: rates between two of them, and ratios of two things."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from claimsdash.analysis.rates import BETWEEN
from claimsdash.app import drawing, shelf, told
from claimsdash.app.menus import Menu
from claimsdash.app.names import count
from claimsdash.app.tabs.claims import all_claims
from claimsdash.app.told import Heading, Line, Table
from claimsdash.charts.look import say_days
from claimsdash.charts.saying import say_ends
from claimsdash.charts.scene import Scene
from claimsdash.export.scenes.drawn import Drawn
from claimsdash.export.scenes.rates import RATIO_RULE, RULE, Divisor, Following, rate_title, rates_of, ratios_of

Listed = tuple[Following, pd.DataFrame, pd.DataFrame]
"""What follows, for reading, and the reasons why nothing does."""
NOTHING = "nothing"
DIVIDE = (
    "Divide what a source said here by what the same source said of another topic for the same date: choose it above, "
    "under Divided by."
)


def show(scene: Scene, *, bell: str) -> None:
    """Draw the implied rates of a scene, what gives none and why, and the ratios to another topic."""
    found, rows, refused = _rates((*drawing.key_of(scene), scene.view.per), scene)
    drawing.draw(found.drawn("rate", RULE), scene, kind="rates", bell=bell)
    columns = {"claimant_name": "Source", "figure": f"Rate, {rate_title(scene)}", "from": "From", "to": "To"}
    said = Line(f"{count(len(rows), 'rate')} from {count(found.n_claims, 'claim')}. {RULE}")
    listed = [told.table_of(rows, columns | {"kind": "Between"})] if len(rows) else []
    over = _divisor(scene)
    hint = [] if over else [Line(DIVIDE)]
    told.show("rate_rows", said, *listed, *_refusals(refused, "No rate follows"), Heading("Implied ratios"), *hint)
    if over:
        _show_ratios(scene, over, bell=bell)


def menus(scene: Scene) -> list[Menu]:
    """Return the menu of topics by which this one can be divided."""
    titles = {key: topic.title or key for key, topic in shelf.topics().items() if key != scene.topic.key}
    return [Menu("over", "Divided by", [("", NOTHING), *titles.items()], _divisor(scene))]


def _divisor(scene: Scene) -> str:
    """Return the topic by which this one is to be divided, an empty text for none."""
    over = scene.view.over
    return over if over is not None and over in shelf.topics() and over != scene.topic.key else ""


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


def _refusals(reasons: pd.DataFrame, words: str) -> list[Table]:
    """List the reasons where they are opened."""
    columns = {"refused": "Why", "n": "Times", "who": "Sources"}
    return [told.table_of(reasons, columns, f"{words}: {reasons['n'].sum()}")] if len(reasons) else []


def _show_ratios(scene: Scene, over: str, *, bell: str) -> None:
    found, rows, refused = _ratios((*drawing.key_of(scene), over), scene, over)
    drawing.draw(found.drawn("ratio", RATIO_RULE), scene, kind="ratios", bell=bell)
    said = Line(f"{count(len(rows), 'ratio')}, {found.title}. {RATIO_RULE}")
    columns = {"claimant_name": "Source", "figure": "Ratio", "to": "As of", "note": "Note"}
    listed = [told.table_of(rows, columns)] if len(rows) else []
    told.show("ratio_rows", said, *listed, *_refusals(refused, "No ratio follows"))


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
