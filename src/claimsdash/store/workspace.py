"""Where everything is kept: one folder, or one address of an object store."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

import claimsdash
from claimsdash.store.errors import WorkspaceError
from claimsdash.store.ledger import Ledger
from claimsdash.store.place import Place, place_at

VARIABLE = "CLAIMSDASH_WORKSPACE"
"""The environment variable that names the workspace where no argument does."""


@dataclass(frozen=True)
class Workspace:
    """A place with a ledger of imported tables and the bytes of every imported file."""

    place: Place
    ledger: Ledger

    @property
    def address(self) -> str:
        """Say where the workspace is."""
        return self.place.address


def workspace_address(location: str | None, environment: Mapping[str, str]) -> str:
    """Return the address that holds: the location, else that of the environment, else the user's data folder.

    >>> workspace_address(None, {"CLAIMSDASH_WORKSPACE": "/srv/figures"})
    '/srv/figures'
    """
    return location or environment.get(VARIABLE) or str(user_data_path("claimsdash", appauthor=False) / "workspace")


def open_workspace(location: str | None = None) -> Workspace:
    """Open the workspace at a folder or at an address such as s3://bucket/name, made where it does not exist.

    Raises WorkspaceError where it cannot be read or made, or a newer release wrote it.
    """
    place = place_at(workspace_address(location, os.environ))
    return Workspace(place, Ledger(place))


def curated_folder() -> Path:
    """Return the folder of the curated Data Package: `data/` of the checkout, else the copy in the installed package.

    Raises WorkspaceError where neither is there.
    """
    package = Path(claimsdash.__file__).parent
    for folder in (package / "data", package.parents[1] / "data"):
        if (folder / "datapackage.json").is_file():
            return folder
    raise WorkspaceError(f"The curated table is missing from {package}. Install claimsdash again.")
