"""Which claimant has which colour: one for each claimant in the whole app, at most seven in a view."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from claimsdash.charts.look import PALETTE


def assign_colours(counts: pd.DataFrame) -> dict[str, int]:
    """Give each claimant its one slot of the palette.

    Takes   topic, claimant: str; n_claims: int; one row a pair.
    Returns claimant to slot (0 to 6). Claimants are served from the most claims to the fewest, ties by key; each gets
    the slot in which it meets the fewest claims of others on the topics they share, then the slot least used. Empty
    gives an empty dict.
    """
    totals = counts.groupby("claimant")["n_claims"].sum()
    order = sorted(totals.index, key=lambda claimant: (-totals[claimant], claimant))
    topics = {
        claimant: dict(zip(rows["topic"], rows["n_claims"], strict=True))
        for claimant, rows in counts.groupby("claimant")
    }
    met: dict[tuple[int, str], int] = defaultdict(int)
    used = [0] * len(PALETTE)
    slots: dict[str, int] = {}
    for claimant in order:
        own = topics[claimant]
        clash = [sum(n * met[slot, topic] for topic, n in own.items()) for slot in range(len(PALETTE))]
        slot = min(range(len(PALETTE)), key=lambda place: (clash[place], used[place], place))
        slots[claimant] = slot
        used[slot] += 1
        for topic, n in own.items():
            met[slot, topic] += n
    return slots


def colours_of_topic(slots: Mapping[str, int], claimants: Sequence[str]) -> dict[str, int]:
    """Return those claimants of one view that are drawn in their colour; the others are grey.

    `claimants` come in order of weight in that view: of two with the same slot the first keeps it.

    >>> colours_of_topic({"nis": 0, "hur": 1, "kcna": 0}, ["nis", "kcna", "hur"])
    {'nis': 0, 'hur': 1}
    """
    taken: dict[int, str] = {}
    for claimant in claimants:
        if claimant in slots:
            taken.setdefault(slots[claimant], claimant)
    return {claimant: slot for slot, claimant in taken.items()}
