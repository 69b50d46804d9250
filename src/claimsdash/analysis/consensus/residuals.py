"""How far single claims lie from the pooled level: what the spread factor is made of."""

import numpy as np
import pandas as pd

from claimsdash.analysis.consensus.model import Growth
from claimsdash.analysis.consensus.result import Fit

TWO_SIDED = ("exact", "approximate", "range")


def residuals(claims: pd.DataFrame, found: Fit) -> pd.DataFrame:
    """Return ln(figure) minus ln(the pooled level at its date) of each two-sided claim; of shares in log odds.

    Takes the claims that were fitted, as `table.band_claims` gives them, and their fit. Returns claimant: str and
    residual: float, one row a claim, for which its own document or else the first report speaks: bounds, figures of
    zero and claims without a date have none, and neither has any where there is no level. A range counts at the middle
    of its logarithms.
    """
    told = claims.assign(claim=claims["relay_of"].fillna(claims["id"]), is_relay=claims["relay_of"].notna())
    told = told.sort_values(["is_relay", "reported_on", "id"], kind="stable").drop_duplicates("claim")
    told = told[told["kind"].isin(TWO_SIDED)]
    figure = told["best"].where(told["best"].notna(), np.sqrt(told["low"] * told["high"]))
    period = told["as_of"].fillna(told["reported_on"]).astype("str").str.split("/")
    first, last = (pd.to_datetime(period.str[end], errors="coerce") for end in (0, -1))
    middle = first + (last - first) / 2
    level = found.band.set_index("date")["p50"].reindex(middle.dt.normalize()).to_numpy("float64")
    apart = _scaled(figure.to_numpy("float64"), found.growth) - _scaled(level, found.growth)
    known = np.isfinite(apart)
    return pd.DataFrame({"claimant": told["claimant"].to_numpy()[known], "residual": apart[known]})


def _scaled(values: np.ndarray, growth: Growth) -> np.ndarray:
    with np.errstate(divide="ignore", invalid="ignore"):
        scaled = np.log(values / (1 - values)) if growth is Growth.SHARE else np.log(values)
    return np.asarray(scaled)
