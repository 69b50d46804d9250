"""What claims would amount to in another unit, if a cited assumption held."""

import numpy as np
import pandas as pd

from claimsdash.domain.bounds import Bounds
from claimsdash.domain.units import Assumption, Units

_QUALIFIERS = {(True, True): "range", (True, False): "lower_bound", (False, True): "upper_bound"}
_ENDS = ["base_low", "base_high"]


def derive(claims: pd.DataFrame, assumption: Assumption, units: Units, *, to: str) -> pd.DataFrame:
    """Express claims in the unit `to`, across dimensions, through an assumption.

    Takes a claims table, of which those are converted whose unit the assumption leads from and that hold a number.
    Returns the same columns and derived: bool, one row for each converted claim: low and high by bound arithmetic (a
    lower bound stays one), best never, derived_from and assumption filled in, keys with the assumption's after a
    tilde. Each distinct pair of bounds is converted once. Raises UnitError where the assumption does not lead to `to`.
    """
    base_from, base_to = units.base(assumption.from_unit)[1], units.base(to)[1]
    counted = claims[claims["base_unit"].eq(base_from) & claims["base_at"].notna() & claims["qualifier"].ne("none")]
    if counted.empty:
        return counted.assign(derived=pd.Series(dtype="bool"))
    pairs = counted[_ENDS].drop_duplicates()
    results = [
        units.convert_bounds(_bounds(*ends), assumption, unit=base_from, to=base_to)
        for ends in pairs.itertuples(index=False)
    ]
    converted = pairs.assign(
        new_low=np.array([result.low for result in results], dtype="float64"),
        new_high=np.array([result.high for result in results], dtype="float64"),
    )
    joined = counted.merge(converted, on=_ENDS, how="left")
    return _as_derived(joined, assumption, factor=units.base(to)[0], unit=to, base_unit=base_to)


def _bounds(low: float, high: float) -> Bounds:
    return Bounds.stated(low, high)


def _as_derived(
    joined: pd.DataFrame, assumption: Assumption, *, factor: float, unit: str, base_unit: str
) -> pd.DataFrame:
    low, high = joined["new_low"], joined["new_high"]
    at = low.where(low.notna(), high)
    both = low.notna() & high.notna()
    middle = at.where(~both, (low + high) / 2)
    ends = zip(low.notna(), high.notna(), strict=True)
    return joined.drop(columns=["new_low", "new_high"]).assign(
        report_id=joined["report_id"] + "~" + assumption.key,
        claim_id=joined["claim_id"] + "~" + assumption.key,
        derived_from=joined["report_id"],
        assumption=assumption.key,
        qualifier=[_QUALIFIERS.get(end, "none") for end in ends],
        unit=unit,
        base_unit=base_unit,
        base_low=low,
        base_best=np.nan,
        base_high=high,
        base_at=middle,
        low=low / factor,
        best=np.nan,
        high=high / factor,
        value_at=middle / factor,
        derived=True,
    )
