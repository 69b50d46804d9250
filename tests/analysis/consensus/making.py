"""Tables of claims for the tests of the pooled band."""

from typing import Any

import numpy as np
import pandas as pd


def claims_of(*rows: dict[str, Any]) -> pd.DataFrame:
    """Return a table of the given rows, with every column of the band's claims."""
    usual = {"as_of": "2024-02-26", "reported_on": "2024-03-01", "kind": "exact", "relay_of": None}
    names = ["id", "claimant", "as_of", "reported_on", "kind", "low", "best", "high", "relay_of"]
    full = [{"id": f"c{n}", "claimant": f"s{n}", **usual, **row} for n, row in enumerate(rows)]
    return pd.DataFrame(full, columns=names)


def many_claims(count: int, sources: int, *, seed: int = 1) -> pd.DataFrame:
    """Return claims of a total that grows tenfold over a year, some of them bounds."""
    random = np.random.default_rng(seed)
    days = random.integers(0, 365, count)
    values = 1e5 * 10 ** (days / 365) * np.exp(random.normal(0, 0.2, count))
    rows = []
    for number, (day, value) in enumerate(zip(days, values, strict=True)):
        printed = float(f"{value:.1e}")
        about = (pd.Timestamp("2023-01-01") + pd.Timedelta(days=int(day))).strftime("%Y-%m-%d")
        kind = ("exact", "approximate", "lower_bound")[number % 3]
        stated = {"low": printed * 0.9} if kind == "lower_bound" else {"best": printed}
        rows.append({"claimant": f"s{number % sources}", "as_of": about, "kind": kind, **stated})
    return claims_of(*rows)
