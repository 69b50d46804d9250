"""A workspace with a crowded topic: three reports a claim by ten claimants over some eleven years.

It holds 60,000 reports; with `CLAIMSDASH_CROWD=1000000` in the environment, so many.
"""

import os
from pathlib import Path

import numpy as np
import pandas as pd

from claimsdash.store.workspace import open_workspace
from making import a_claim, a_table
from storing import an_entry

TOPIC = "shells_counted"
ROWS = int(os.environ.get("CLAIMSDASH_CROWD", "60000"))
REPORTS_A_CLAIM, DAYS = 3, 4_000
CLAIMS = -(-ROWS // REPORTS_A_CLAIM)


def crowded_reports() -> pd.DataFrame:
    """Return the claims table: every fifth claim names no upper end, every third report comes a month later."""
    number = np.arange(ROWS)
    claim = number // REPORTS_A_CLAIM
    who = pd.Series(claim % 10).astype("str")
    as_of = np.datetime64("2015-01-01", "s") + (claim * 7 % DAYS) * np.timedelta64(86_400, "s")
    reported = as_of + (number % REPORTS_A_CLAIM) * np.timedelta64(30 * 86_400, "s")
    value = 1_000.0 + claim % 997
    high = np.where(claim % 5 == 0, np.nan, value)
    alike = a_table(a_claim(topic=TOPIC)).iloc[number * 0].reset_index(drop=True)
    return alike.assign(
        report_id=pd.Series(number).map("r{}".format).array,
        claim_id=pd.Series(claim).map("c{}".format).array,
        claimant=("who" + who).array,
        claimant_name=("Claimant " + who).array,
        claimant_kind=np.where(claim % 10 < 3, "military", "government"),
        qualifier=np.where(claim % 5 == 0, "lower_bound", "exact"),
        **dict.fromkeys(("low", "base_low", "value_at", "base_at"), value),
        **dict.fromkeys(("best", "base_best", "high", "base_high"), high),
        **dict.fromkeys(("as_of_start", "as_of_end"), as_of),
        **dict.fromkeys(("reported_start", "reported_end"), reported),
        line=number + 2,
    )


def fill_crowded(folder: Path) -> None:
    """Add them to the workspace in a folder."""
    open_workspace(str(folder)).ledger.add(crowded_reports(), b"crowd", an_entry(b"crowd"))
