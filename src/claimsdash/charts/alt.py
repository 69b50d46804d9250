"""What a chart shows, in one sentence for those who do not see it."""

import pandas as pd

from claimsdash.charts.look import plain, say_days

_BY_DATE = ["as_of_end", "reported_end", "mark_id"]


def alt_text(marks: pd.DataFrame) -> str:
    """Say how many claims by how many claimants a marks table holds, from when to when, and the latest claim.

    Relays are no claims of their own. An empty table gives "No claims."
    """
    claims = marks[~marks["is_relay"]]
    if claims.empty:
        return "No claims."
    counted = f"{_of(len(claims), 'claim')} by {_of(claims['claimant'].nunique(), 'claimant')}"
    dated = claims[claims["as_of_end"].notna()]
    if dated.empty:
        return f"{counted}, without dates."
    first, last = dated["as_of_start"].min(), dated["as_of_end"].max()
    span = say_days(_day(first), _day(last)) if pd.notna(first) else say_days(None, _day(last))
    newest = dated.sort_values(_BY_DATE, kind="stable", na_position="first").iloc[-1]
    when = say_days(_day(newest["as_of_start"]), _day(newest["as_of_end"]))
    return f"{counted}, {span}; latest: {plain(newest['say'])} ({plain(newest['claimant_name'])}, {when})."


def _of(n: int, word: str) -> str:
    return f"{n:,} {word}" if n == 1 else f"{n:,} {word}s"


def _day(moment: pd.Timestamp) -> pd.Timestamp | None:
    return None if pd.isna(moment) else moment
