"""The curated table as a collection, read once for all tests of exports."""

from functools import cache

import pandas as pd

from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View
from claimsdash.export.collection import Collection
from claimsdash.intake.importing import import_bytes
from claimsdash.intake.package import Package, read_package
from claimsdash.store.rows import engine_over
from claimsdash.store.workspace import curated_folder

CONTAINERS = View(Selection(topic="containers_shipped"))


@cache
def curated_package() -> Package:
    """Return the curated package."""
    return read_package(curated_folder())


@cache
def curated_claims() -> pd.DataFrame:
    """Return its claims."""
    package = curated_package()
    return import_bytes(package.claims, "claims.csv", package, table_id="curated").claims


@cache
def curated() -> Collection:
    """Return both as a collection."""
    return Collection(curated_package(), engine_over(curated_claims()))
