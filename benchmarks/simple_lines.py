"""What people draw today through contested figures: a mean of point values, a LOESS line, a poll average.

Each takes the number of every report as a point, in the log (of shares the logit), not told of bounds or relays, and
gives a middle and a half width of its 95 % interval at each wanted day; NaN where it gives none.
"""

from collections.abc import Callable

import numpy as np
import pandas as pd
from scipy.stats import t as student_t

Line = tuple[np.ndarray, np.ndarray]


def points(claims: pd.DataFrame, *, share: bool) -> pd.DataFrame:
    """Return day (ordinal), value (log or logit) and claimant of each report: its number, of a range the middle."""
    number = claims["best"].fillna((claims["low"] + claims["high"]) / 2).fillna(claims["low"]).fillna(claims["high"])
    value = np.log(number / (1.0 - number.clip(upper=0.999))) if share else np.log(number)
    ends = claims["as_of"].str.split("/").apply(lambda days: [pd.Timestamp(day).toordinal() for day in days])
    day = ends.apply(lambda days: (days[0] + days[-1]) / 2.0)
    table = pd.DataFrame({"day": day, "value": value, "claimant": claims["claimant"]})
    return table.sort_values(["day", "claimant", "value"], ignore_index=True)


def mean_of_points(table: pd.DataFrame, days: np.ndarray) -> Line:
    """Return the mean of the points in each eighth of the span, with the normal interval of a mean."""
    edges = np.linspace(table["day"].min(), table["day"].max() + 1e-9, 9)
    cell = np.clip(np.searchsorted(edges, days, side="right") - 1, 0, 7)
    of_point = np.clip(np.searchsorted(edges, table["day"], side="right") - 1, 0, 7)
    found = [_mean(table["value"].to_numpy()[of_point == number]) for number in range(8)]
    return _stack([found[number] for number in cell])


def poll_average(table: pd.DataFrame, days: np.ndarray) -> Line:
    """Return the mean of the last figure of each source in the quarter of the span before each day."""
    reach = (table["day"].max() - table["day"].min()) / 4.0
    found = []
    for day in days:
        recent = table[(table["day"] <= day) & (table["day"] >= day - reach)]
        found.append(_mean(recent.groupby("claimant")["value"].last().to_numpy()))
    return _stack(found)


def loess(table: pd.DataFrame, days: np.ndarray, *, span: float = 0.6) -> Line:
    """Return a local straight line through the nearest points, tricube weights, with its pointwise interval."""
    time, value = table["day"].to_numpy(), table["value"].to_numpy()
    smoother = np.array([_weights_of(time, day, span) for day in (*time, *days)])
    own, wanted = smoother[: len(time)], smoother[len(time) :]
    freedom = max(len(time) - np.trace(own), 1.0)
    spread = np.sqrt(((value - own @ value) ** 2).sum() / freedom)
    return wanted @ value, student_t.ppf(0.975, freedom) * spread * np.sqrt((wanted**2).sum(1))


def _weights_of(time: np.ndarray, day: float, span: float) -> np.ndarray:
    """Return what each point adds to the local line at a day."""
    away = np.abs(time - day)
    nearest = max(int(np.ceil(span * len(time))), 3)
    reach = max(np.sort(away)[min(nearest, len(time)) - 1] * 1.001, 1.0)
    weight = np.clip(1.0 - (away / reach) ** 3, 0.0, None) ** 3
    design = np.column_stack([np.ones_like(time), time - day])
    return np.linalg.pinv(design.T @ (weight[:, None] * design))[0] @ (design.T * weight)


def _mean(values: np.ndarray) -> tuple[float, float]:
    if len(values) == 0:
        return np.nan, np.nan
    if len(values) == 1:
        return float(values[0]), np.nan
    return float(values.mean()), float(1.96 * values.std(ddof=1) / np.sqrt(len(values)))


def _stack(found: list[tuple[float, float]]) -> Line:
    table = np.array(found)
    return table[:, 0], table[:, 1]


LINES: dict[str, Callable[[pd.DataFrame, np.ndarray], Line]] = {
    "mean of points": mean_of_points,
    "LOESS": loess,
    "poll average": poll_average,
}
