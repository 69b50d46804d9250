"""Claims made up with a realistic skew: 40 topics, 300 claimants, 3,000 outlets, three reports a claim.

One claim in five has an open end. The same rows and seed give the same claims.
"""

import time
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pandas as pd

from claimsdash.intake.table import as_claims_table
from claimsdash.store.ledger import describe
from claimsdash.store.workspace import Workspace

SLICE = 1_000_000
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def made_up(rows: int, seed: int) -> pd.DataFrame:
    """Return a claims table of so many reports."""
    chance = np.random.default_rng(seed)
    claim = np.sort(chance.integers(0, max(rows // 3, 1), rows))
    claims = claim.max() + 1

    def skewed(values: int) -> np.ndarray[Any, Any]:
        return np.minimum(chance.zipf(1.3, claims) - 1, values - 1)[claim]

    topic, claimant = skewed(40), skewed(300)
    outlet = np.minimum(chance.zipf(1.2, rows) - 1, 2_999)
    as_of = pd.Timestamp("2015-01-01") + pd.to_timedelta(chance.integers(0, 4_000, claims)[claim], unit="D")
    reported = as_of + pd.to_timedelta(chance.integers(0, 60, rows), unit="D")
    best = np.round(chance.lognormal(8, 2, claims), 0)[claim]
    is_open = (chance.random(claims) < 0.2)[claim]
    texts = {
        "report_id": pd.Series(np.arange(rows)).map(f"r{seed}-{{}}".format),
        "claim_id": pd.Series(claim).map(f"c{seed}-{{}}".format),
        "topic": names("topic", topic),
        "value_text": names("about", best.astype(int)),
        "qualifier": np.where(is_open, "lower_bound", "exact"),
        "unit": "shell",
        "basis": "cumulative",
        "modality": "asserted",
        "claimant": names("claimant", claimant),
        "claimant_name": names("Claimant", claimant),
        "claimant_kind": names("kind", claimant % 8),
        "claimant_country": names("C", claimant % 30),
        "outlet": names("outlet", outlet),
        "outlet_name": names("Outlet", outlet),
        "scope": names("shells of calibre", chance.integers(0, 200, rows)),
        "notes": names("as told at the briefing", chance.integers(0, 5_000, rows)),
        "status": "normal",
        "base_unit": "munition",
    }
    numbers = {
        "low": best,
        "best": np.where(is_open, np.nan, best),
        "high": np.where(is_open, np.nan, best),
        "value_at": best,
    }
    days = {
        f"{name}_{end}": day for name, day in (("as_of", as_of), ("reported", reported)) for end in ("start", "end")
    }
    based = {f"base_{name.removeprefix('value_')}": values for name, values in numbers.items()}
    return as_claims_table(pd.DataFrame(texts | numbers | based | days | {"line": np.arange(rows) + 2}))


def names(word: str, numbers: np.ndarray[Any, Any]) -> pd.Series:
    """Return `word number` for each number, each distinct text made once."""
    codes, distinct = pd.factorize(numbers)
    return pd.Series(np.array([f"{word} {number}" for number in distinct], dtype=object)[codes])


def fill(workspace: Workspace, rows: int) -> float:
    """Add the rows in tables of at most a million; return the seconds spent in adding."""
    spent = 0.0
    for number, start in enumerate(range(0, rows, SLICE)):
        claims = made_up(min(SLICE, rows - start), number)
        entry = describe(b"%d" % number, table_id=f"table {number}", file_name="made-up.csv", when=NOW)
        began = time.perf_counter()
        workspace.ledger.add(claims, b"%d" % number, entry)
        spent += time.perf_counter() - began
    return spent
