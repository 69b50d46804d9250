"""What opens first in a workspace: the list of topics, or a saved view or a story that somebody chose."""

from dataclasses import dataclass

from claimsdash.store.drawer import Drawer, Thing
from claimsdash.store.ledger.steps import By
from claimsdash.store.place import Place

FOLDER = "start"
VIEW, STORY, TOPICS = "view", "story", "topics"
KINDS = (TOPICS, VIEW, STORY)
_KEY = "start"


@dataclass(frozen=True)
class Start:
    """A kind of page, and the key of the view or story."""

    kind: str = TOPICS
    key: str = ""


def start_of(place: Place) -> Start:
    """Return what was chosen last; the list of topics where nothing was, or what was cannot be read."""
    chosen = Drawer(place, FOLDER, "start page").contents().with_key(_KEY)
    kind, key = (chosen.content.get(name) for name in ("kind", "key")) if chosen else (None, None)
    return Start(kind, key) if kind in KINDS and isinstance(key, str) else Start()


def choose_start(place: Place, start: Start, by: By) -> None:
    """Have that page open first from now on."""
    drawer = Drawer(place, FOLDER, "start page")
    content = {"kind": start.kind, "key": start.key}
    if drawer.contents().with_key(_KEY) is None:
        drawer.put(Thing(_KEY, "start page", content, True, by.who, by.when))
    else:
        drawer.change(_KEY, by, content=content)
