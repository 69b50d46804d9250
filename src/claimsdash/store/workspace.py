"""Where everything is kept: one folder, or one address of an object store."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

import claimsdash
from claimsdash.intake.package import Package, read_package
from claimsdash.store.engine_address import DUCKDB, engine_address
from claimsdash.store.errors import WorkspaceError
from claimsdash.store.ledger import Ledger
from claimsdash.store.place import Place, place_at

VAGUE_WORDS_FILE = "vague_words.csv"
"""A table of vague words in the workspace, laid over the one of the program."""

VARIABLE = "CLAIMSDASH_WORKSPACE"
"""The environment variable that names the workspace where no argument does."""


@dataclass(frozen=True)
class Workspace:
    """A place with a ledger of imported tables and the bytes of every file; `engine` answers its queries."""

    place: Place
    ledger: Ledger
    engine: str = DUCKDB

    @property
    def address(self) -> str:
        """Say where the workspace is."""
        return self.place.address

    def vague_words(self) -> str | None:
        """Return the text of the workspace's own table of vague words, None where it has none."""
        if self.place.size(VAGUE_WORDS_FILE) is None:
            return None
        return self.place.read(VAGUE_WORDS_FILE).decode("utf-8-sig")


def workspace_address(location: str | None, environment: Mapping[str, str]) -> str:
    """Return the address that holds: the location, else that of the environment, else the user's data folder.

    >>> workspace_address(None, {"CLAIMSDASH_WORKSPACE": "/srv/figures"})
    '/srv/figures'
    """
    return location or environment.get(VARIABLE) or str(user_data_path("claimsdash", appauthor=False) / "workspace")


def open_workspace(location: str | None = None, *, engine: str | None = None) -> Workspace:
    """Open the workspace at a folder or at an address such as s3://bucket/name, made where it does not exist.

    Raises WorkspaceError where it cannot be read or made, a newer release wrote it, or the engine is none.
    """
    engine = engine_address(engine, os.environ)
    place = place_at(workspace_address(location, os.environ))
    return Workspace(place, Ledger(place), engine)


def package_for(workspace: Workspace) -> Package:
    """Return the curated data package, read by the vague words of the workspace where it has its own.

    A workspace brings its own in `vague_words.csv` (word, low, high, said_by). Raises VagueTableError, naming the line.
    """
    package = read_package(curated_folder())
    own = workspace.vague_words()
    return package if own is None else package.with_vague_words(own)


def curated_folder() -> Path:
    """Return the folder of the curated Data Package: `data/` of the checkout, else the copy in the installed package.

    Raises WorkspaceError where neither is there.
    """
    package = Path(claimsdash.__file__).parent
    for folder in (package / "data", package.parents[1] / "data"):
        if (folder / "datapackage.json").is_file():
            return folder
    raise WorkspaceError(f"The curated table is missing from {package}. Install claimsdash again.")
