"""Views that people saved under a name: an address, and how much it showed on the day it was saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from claimsdash.domain.view import View, write_view
from claimsdash.store.drawer import Contents, Drawer, KeepingError, Thing
from claimsdash.store.engine import engine_of
from claimsdash.store.ledger.steps import By
from claimsdash.store.place import Place
from claimsdash.store.queries import tally
from claimsdash.store.workspace import Workspace

FOLDER = "views"
LONGEST_ADDRESS = 8_000
"""Characters of an address: what browsers and servers take without fail."""


@dataclass(frozen=True)
class SavedView:
    """A view under its name; `n_claims` and `n_reports` are those of the version that was read when it was saved."""

    thing: Thing
    address: str
    n_claims: int
    n_reports: int
    version: int
    saved_at: datetime

    @property
    def name(self) -> str:
        """Return what it is called."""
        return self.thing.name

    @property
    def key(self) -> str:
        """Return what it is known by, whatever it is called."""
        return self.thing.key

    @property
    def parameters(self) -> Mapping[str, Sequence[str]]:
        """Return the parameters of its address."""
        return parameters_in(self.address)


def views_drawer(place: Place) -> Drawer:
    """Return where the views of a workspace are kept."""
    return Drawer(place, FOLDER, "saved view")


def save_view(workspace: Workspace, name: str, view: View, by: By, *, replacing: bool = False) -> SavedView:
    """Keep a view under a name; one of that name is replaced only on request.

    Raises NameTakenError, or KeepingError for a view without a topic or a name that cannot be.
    """
    if view.selection.topic is None:
        raise KeepingError("A view is of a topic: open one, or name it in the address as topic=KEY.")
    address = f"?{urlencode(write_view(view), doseq=True)}"
    if len(address) > LONGEST_ADDRESS:
        raise KeepingError(f"The address has more than {LONGEST_ADDRESS:,} characters: choose fewer filters.")
    version = workspace.ledger.version() if view.load is None else view.load
    held = tally(engine_of(workspace, version), view.selection)
    content = {
        "address": address,
        "n_claims": int(held.n_claims),
        "n_reports": int(held.n_reports),
        "version": version,
        "saved_at": by.when.isoformat(),
    }
    return view_of(views_drawer(workspace.place).add(name, content, by, replacing=replacing))


def view_of(thing: Thing) -> SavedView:
    """Read a saved view; what is not told stays blank."""
    told = thing.content
    return SavedView(
        thing,
        address=str(told.get("address", "")),
        n_claims=_whole(told.get("n_claims")),
        n_reports=_whole(told.get("n_reports")),
        version=_whole(told.get("version")),
        saved_at=_moment(told.get("saved_at")) or thing.when,
    )


def views_in(contents: Contents) -> list[SavedView]:
    """Return the views that were not removed, by name."""
    return [view_of(thing) for thing in contents.live]


def parameters_in(address: str) -> dict[str, list[str]]:
    """Return the parameters of an address, given whole or from its question mark on.

    >>> parameters_in("http://localhost:8501/topic?topic=troops&country=KR"), parameters_in("topic=troops")
    ({'topic': ['troops'], 'country': ['KR']}, {'topic': ['troops']})
    """
    text = address.strip()[:LONGEST_ADDRESS]
    try:
        query = urlsplit(text).query if "?" in text else text
        return parse_qs(query, max_num_fields=500)
    except ValueError:
        return {}


def _whole(told: Any) -> int:
    return told if isinstance(told, int) and not isinstance(told, bool) else 0


def _moment(told: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(told)
    except (TypeError, ValueError):
        return None
