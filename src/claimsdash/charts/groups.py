"""What charts of marks share: how they are to be shown, and the marks parted by colour."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from claimsdash.charts.glyphs import Family, Placed, Rows
from claimsdash.charts.look import PALETTE, chart_text, colour
from claimsdash.charts.pen import Pen

_FADED = 0.18


@dataclass(frozen=True)
class View:
    """How a chart is to be shown.

    value_title: title of the axis of values, with its unit. colours: claimant to slot; the others are grey.
    uirevision: stays equal while zoom and hidden legend entries should. focus: the claimant that stands out.
    """

    value_title: str
    colours: Mapping[str, int] = field(default_factory=dict)
    log: bool = False
    uirevision: str = "claims"
    focus: str | None = None


def groups(rows: Rows, view: View, *, upright: bool) -> Iterator[tuple[Rows, Pen]]:
    """Part the marks by colour, grey last; computed ones among others apart, in a legend group of their own."""
    slots = np.array([view.colours.get(claimant, len(PALETTE)) for claimant in rows["claimant"].tolist()])
    derived = rows["family"] == Family.DERIVED.value
    derived = derived & ~derived.all()
    for slot in sorted(set(slots.tolist())):
        for is_derived in (False, True):
            part = rows.where((slots == slot) & (derived == is_derived))
            if len(part):
                yield part, _pen(part, slot, view, is_derived=is_derived, upright=upright)


def _pen(rows: Rows, slot: int, view: View, *, is_derived: bool, upright: bool) -> Pen:
    coloured = slot < len(PALETTE)
    group = f"c{slot}" if coloured else "others"
    names = sorted(set(rows["claimant_name"].tolist()))
    out_of_focus = view.focus is not None and view.focus not in rows["claimant"]
    return Pen(
        key=f"{group}-derived" if is_derived else group,
        group=Family.DERIVED.value if is_derived else group,
        colour=colour(slot if coloured else None),
        name=chart_text(names[0], limit=40) if len(names) == 1 else None,
        upright=upright,
        log=view.log,
        opacity=_FADED if out_of_focus else 1.0,
    )


def noted(placed: Placed) -> dict[str, Any]:
    """Return what a figure's `layout.meta` says: the marks left out, each with its reason."""
    return {"left_out": [{"mark_id": out.mark_id, "why": out.why} for out in placed.left_out]}
