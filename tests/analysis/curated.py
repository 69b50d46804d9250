"""The curated table as the program reads it."""

from functools import cache
from pathlib import Path

import pandas as pd

from claimsdash.intake.checking import check_claims
from claimsdash.intake.package import Package, read_package
from claimsdash.intake.reading import read_table


@cache
def package() -> Package:
    """Read the curated data package."""
    return read_package(Path(__file__).parents[2] / "data")


@cache
def curated() -> pd.DataFrame:
    """Return all reports of the curated table, read and checked."""
    table = read_table(package().claims, "claims.csv").table
    return check_claims(table, package(), table_id="curated", known=package().known_problems).claims


def reports_of(topic: str) -> pd.DataFrame:
    """Return the reports of one topic."""
    reports = curated()
    return reports[reports["topic"].eq(topic)].reset_index(drop=True)
