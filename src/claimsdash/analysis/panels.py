"""Marks parted into panels: one for each claimant, those with the most claims first."""

import pandas as pd

MOST_PANELS = 12


def panels_by_claimant(marks: pd.DataFrame, *, most: int = MOST_PANELS) -> list[tuple[str, pd.DataFrame]]:
    """Part a marks table by claimant: name and marks, those with the most claims first.

    Above `most` claimants those with the fewest claims share the last panel, so that none is left out. Takes a marks
    table with is_relay, claimant, claimant_name; an empty one gives no panel.
    """
    claims = marks[~marks["is_relay"]]
    counts = claims.groupby("claimant").size().reindex(marks["claimant"].drop_duplicates(), fill_value=0)
    ordered = [str(key) for key, _ in sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))]
    alone = ordered if len(ordered) <= most else ordered[: most - 1]
    names = marks.drop_duplicates("claimant").set_index("claimant")["claimant_name"]
    panels = [(str(names[key]), marks[marks["claimant"].eq(key)]) for key in alone]
    rest = marks[~marks["claimant"].isin(alone)]
    return [*panels, (f"{len(ordered) - len(alone)} others", rest)] if len(rest) else panels
