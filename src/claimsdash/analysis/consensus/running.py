"""The running floor and ceiling, where every claim is a bound."""

import numpy as np
import pandas as pd

from claimsdash.analysis.consensus.calendar import days_between, to_dates
from claimsdash.analysis.consensus.intervals import Form
from claimsdash.analysis.consensus.origins import Claim
from claimsdash.analysis.consensus.student import FloatArray, IntArray


def running_bounds(claims: list[Claim]) -> pd.DataFrame:
    """Return the largest floor so far and the least ceiling from then on, of a running total, as the ends of a band.

    A floor holds from the end of its as-of window, a ceiling up to the start of it. What is open is NaN; days on which
    nothing is known are left out.
    """
    days = days_between(min(claim.start for claim in claims), max(claim.end for claim in claims))
    low, high = _floor(claims, days), _ceiling(claims, days)
    columns = {"p2.5": low, "p10": low, "p50": np.full(len(days), np.nan), "p90": high, "p97.5": high}
    known = ~(np.isnan(low) & np.isnan(high))
    return pd.DataFrame({"date": to_dates(days), **columns})[known].reset_index(drop=True)


def _floor(claims: list[Claim], days: IntArray) -> FloatArray:
    floor = np.full(len(days), np.nan)
    for claim in claims:
        if claim.interval.form is Form.FLOOR:
            floor = np.where(days >= claim.end, np.fmax(floor, claim.interval.low), floor)
    return floor


def _ceiling(claims: list[Claim], days: IntArray) -> FloatArray:
    ceiling = np.full(len(days), np.nan)
    for claim in claims:
        if claim.interval.form is Form.CEILING:
            ceiling = np.where(days <= claim.start, np.fmin(ceiling, claim.interval.high), ceiling)
    return ceiling
