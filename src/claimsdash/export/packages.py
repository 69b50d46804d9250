"""Data packages as folders and as bundles, and the claims in them."""

import io
import zipfile
from functools import lru_cache
from pathlib import Path

import pandas as pd

from claimsdash.domain.errors import Problem
from claimsdash.intake.checking import check_claims
from claimsdash.intake.importing import Outcome, import_bytes, table_name
from claimsdash.intake.package import FILES, Package, PackageError, package_of, read_package
from claimsdash.intake.reading import read_table
from claimsdash.intake.refusal import ReadingError
from claimsdash.store.names import CURATED
from claimsdash.store.workspace import curated_folder

LARGEST_FILE_BYTES = 200_000_000
"""Largest file of a bundle that is unpacked: four times what one upload may hold."""


@lru_cache(maxsize=8)
def package_at(address: str) -> Package:
    """Return the data package in a folder or a bundle, read once for as long as the program runs.

    Raises PackageError where it is none.
    """
    path = Path(address)
    return read_package(path) if path.is_dir() else package_of(unpacked(path.read_bytes()))


def unpacked(bundle: bytes) -> dict[str, bytes]:
    """Return name to bytes of the files of a data package in a ZIP; raises PackageError for anything else."""
    wanted = {"datapackage.json", *FILES.values()}
    try:
        with zipfile.ZipFile(io.BytesIO(bundle)) as file:
            parts = [part for part in file.infolist() if part.filename in wanted]
            if any(part.file_size > LARGEST_FILE_BYTES for part in parts):
                raise PackageError(f"A file in the bundle has more than {LARGEST_FILE_BYTES:,} bytes: split it.")
            return {part.filename: file.read(part) for part in parts}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise PackageError("This is no ZIP file, or a damaged one.") from error


def read_reports(source: Path, package: Package) -> tuple[pd.DataFrame, list[Problem]]:
    """Read a file, or the claims of a package in a folder or bundle, as a claims table, with what is wrong in it.

    Raises ReadingError where a file cannot be read.
    """
    if source.is_dir() or source.suffix.lower() == ".zip":
        held = package_at(str(source))
        name = CURATED if source == curated_folder() else held.name
        raw = read_table(held.claims, FILES["claims"])
        checked = check_claims(raw.table, package, table_id=name, known=held.known_problems)
        return checked.claims, [*raw.problems, *checked.problems]
    report = import_bytes(source.read_bytes(), source.name, package, table_id=table_name(source.name))
    if report.outcome is Outcome.REJECT_WITH_MESSAGE:
        raise ReadingError(report.message)
    return report.claims, report.problems
