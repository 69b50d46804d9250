"""From claims that allow a band to the band, the house effects and what another source would say."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from claimsdash.analysis.consensus.calendar import days_between, to_dates
from claimsdash.analysis.consensus.design import mixture
from claimsdash.analysis.consensus.draws import Draws, draw, never_falling, said_by_another, weighted_quantiles
from claimsdash.analysis.consensus.layout import in_order, lay_out
from claimsdash.analysis.consensus.model import Growth, Model
from claimsdash.analysis.consensus.origins import Claim
from claimsdash.analysis.consensus.result import HOUSE_COLUMNS, LEAST_CLAIMS_FOR_A_LEAN, NEXT_COLUMNS, QUANTILES
from claimsdash.analysis.consensus.scale import unscaled
from claimsdash.analysis.consensus.student import FloatArray


@dataclass(frozen=True)
class Pooled:
    """The tables of a fit: see `result.Fit`."""

    band: pd.DataFrame
    house: pd.DataFrame
    next_source: pd.DataFrame


def pool(claims: list[Claim], *, growth: Growth, strict: bool) -> Pooled:
    """Fit the model and read its tables off."""
    ordered = in_order(claims)
    model = lay_out(ordered, growth=growth, strict=strict)
    found = mixture(model)
    drawn = draw(model, found)
    line = drawn.state.line[:, :-1]
    paths = never_falling(line) if growth is Growth.CUMULATIVE else line
    another = said_by_another(paths, found.scales.take(drawn.fit))
    return Pooled(
        band=_by_day(ordered, _quantiles(paths, drawn, model, QUANTILES), growth),
        house=_house(ordered, drawn),
        next_source=_by_day(ordered, _quantiles(another, drawn, model, NEXT_COLUMNS), growth),
    )


def _quantiles(paths: FloatArray, drawn: Draws, model: Model, columns: dict[str, float]) -> dict[str, FloatArray]:
    found = weighted_quantiles(paths, drawn.weights, tuple(columns.values())) + model.centre
    return dict(zip(columns, found, strict=True))


def _by_day(claims: list[Claim], at_knots: dict[str, FloatArray], growth: Growth) -> pd.DataFrame:
    """Return one row a day from the first to the last as-of date; windows count at their middle."""
    middle = [(claim.start + claim.end) / 2.0 for claim in claims]
    first, last = min(middle), max(middle)
    days = days_between(first, last)
    columns: dict[str, pd.Series | FloatArray] = {"date": to_dates(days)}
    for name, values in at_knots.items():
        by_day = np.interp(days, np.linspace(first, last, len(values)), values)
        columns[name] = unscaled(by_day, share=growth is Growth.SHARE)
    return pd.DataFrame(columns)


def _house(claims: list[Claim], drawn: Draws) -> pd.DataFrame:
    """Return one row a claimant: n, factor, low, high; NaN where it has too few claims of its own to tell."""
    own = pd.Series([claim.claimant for claim in claims]).value_counts().sort_index()
    leans = np.exp(weighted_quantiles(drawn.state.lean, drawn.weights, tuple(HOUSE_COLUMNS.values())))
    table = pd.DataFrame({"claimant": own.index, "n": own.to_numpy(), **dict(zip(HOUSE_COLUMNS, leans, strict=True))})
    table.loc[table["n"] < LEAST_CLAIMS_FOR_A_LEAN, list(HOUSE_COLUMNS)] = np.nan
    return table
