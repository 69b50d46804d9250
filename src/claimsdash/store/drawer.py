"""Small named things that people keep in a workspace: every change is one small file, never changed or deleted.

What a thing is now is what its last change says. Two processes never write the same file, so that whatever they do at
once, both changes are there; where both gave the same name, the later thing is listed as "name (2)".
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from claimsdash.store.errors import WorkspaceError
from claimsdash.store.place import Place

if TYPE_CHECKING:  # the ledger brings pandas and Delta Lake, which nothing here needs
    from claimsdash.store.ledger.steps import By

CHANGE = r"\d{8}T\d{12}-[0-9a-f]{8}\.json"
"""Name of the file of a change: day and time in UTC to the microsecond, and a random part."""

LONGEST_NAME = 100
_KEY = re.compile(r"[0-9a-z]{1,32}")
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_JOINERS = "\u200c\u200d"


class KeepingError(WorkspaceError):
    """What was asked of the things kept cannot be done as things stand; nothing was changed."""


class NameTakenError(KeepingError):
    """Another thing has that name; it can be replaced."""


@dataclass(frozen=True)
class Thing:
    """A thing as its last change left it.

    `key` stays for good, `name` may change. `change` is the file of the last change: whoever edits the thing hands it
    on, so that a change made meanwhile by another is not overwritten unseen. `former` are names that it once had.
    """

    key: str
    name: str
    content: Mapping[str, Any]
    is_live: bool
    who: str
    when: datetime
    change: str = ""
    former: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contents:
    """Everything in a drawer, by name; `damaged` names the files that cannot be read."""

    things: tuple[Thing, ...] = ()
    damaged: tuple[str, ...] = ()

    @property
    def live(self) -> tuple[Thing, ...]:
        """Return what was not removed."""
        return tuple(thing for thing in self.things if thing.is_live)

    def with_key(self, key: str) -> Thing | None:
        """Return the thing of that key, removed or not."""
        return next((thing for thing in self.things if thing.key == key), None)

    def named(self, name: str) -> Thing | None:
        """Return the live thing of that name, else the one that had it before; upper and lower case are alike."""
        wanted = _folded(name)
        now = (thing for thing in self.live if _folded(thing.name) == wanted)
        before = (thing for thing in self.live if wanted in map(_folded, thing.former))
        return next(now, None) or next(before, None)


class Drawer:
    """The things of one kind in a workspace: `folder` is where they lie, `kind` what a reader calls one of them."""

    def __init__(self, place: Place, folder: str, kind: str) -> None:
        """Open the drawer; a workspace without that folder has an empty one."""
        self.folder = folder
        self.kind = kind
        self._place = place

    def files(self) -> tuple[str, ...]:
        """Name the files of all changes in order: equal names, equal contents."""
        pattern = re.compile(rf"{self.folder}/{CHANGE}")
        return tuple(name for name in self._place.names(self.folder) if pattern.fullmatch(name))

    def contents(self) -> Contents:
        """Return everything as it is now; a file that cannot be read is named, and the rest is there."""
        changes, damaged = [], []
        for name in self.files():
            try:
                changes.append(_read(name, self._place.read(name)))
            except (ValueError, KeyError, TypeError, WorkspaceError):
                damaged.append(name)
        return Contents(tuple(_without_twins(_last_of_each(changes))), tuple(damaged))

    def add(self, name: str, content: Mapping[str, Any], by: By, *, replacing: bool = False) -> Thing:
        """Keep a new thing; with `replacing`, one of that name gets the content instead.

        Raises NameTakenError where the name is taken and not to be replaced.
        """
        name = self.check_name(name)
        there = self._live_with(name)
        if there is not None and not replacing:
            raise NameTakenError(f"There is a {self.kind} “{there.name}” already: choose another name, or replace it.")
        if there is not None:
            return self.change(there.key, by, content=content)
        return self.put(Thing(uuid4().hex[:12], name, content, True, by.who, by.when))

    def change(
        self, key: str, by: By, *, name: str | None = None, content: Any = None, seen: str | None = None
    ) -> Thing:
        """Give a thing another name or content; `seen` is the change that the editor started from.

        Raises KeepingError where it is not there, was changed since, or the name is taken.
        """
        thing = self.held(key)
        if seen is not None and seen != thing.change:
            who = f" by {thing.who}" if thing.who else ""
            raise KeepingError(
                f"“{thing.name}” was changed{who} meanwhile. Copy what you wrote, open it again, and put it in."
            )
        if name is not None:
            name = self.check_name(name)
            other = self._live_with(name)
            if other is not None and other.key != key:
                raise NameTakenError(f"There is a {self.kind} “{other.name}” already: choose another name.")
        changed = replace(
            thing, name=name or thing.name, content=thing.content if content is None else content, is_live=True
        )
        return self._follow(changed, by)

    def remove(self, key: str, by: By) -> Thing:
        """Take a thing out; it can be brought back."""
        return self._follow(replace(self.held(key), is_live=False), by)

    def bring_back(self, key: str, by: By) -> Thing:
        """Bring a removed thing back, under a name that is free."""
        thing = self.held(key)
        taken = [_folded(other.name) for other in self.contents().live if other.key != key]
        return self._follow(replace(thing, is_live=True, name=_free(thing.name, taken)), by)

    def held(self, key: str) -> Thing:
        """Return the thing of that key; raises KeepingError where there is none."""
        thing = self.contents().with_key(key)
        if thing is None:
            raise KeepingError(f"There is no such {self.kind} here: it belongs to another workspace, or never was.")
        return thing

    def put(self, thing: Thing) -> Thing:
        """Write a change; when this returns it is safe."""
        name = f"{self.folder}/{thing.when:%Y%m%dT%H%M%S%f}-{uuid4().hex[:8]}.json"
        told = {key: value for key, value in asdict(thing).items() if key not in ("change", "former")}
        text = json.dumps(told | {"when": thing.when.isoformat()}, ensure_ascii=False)
        self._place.write(name, text.encode("utf-8"))
        return replace(thing, change=name)

    def check_name(self, name: str) -> str:
        """Return the name as it is kept: Unicode form NFC, single spaces; raises KeepingError for one that cannot be.

        Two square brackets end a name where a story embeds it.
        """
        name = " ".join(unicodedata.normalize("NFC", name).split())
        if not name:
            raise KeepingError(f"A {self.kind} needs a name: give it one of 1 to {LONGEST_NAME} characters.")
        if len(name) > LONGEST_NAME:
            raise KeepingError(
                f"The name of a {self.kind} has at most {LONGEST_NAME} characters, this one has {len(name)}."
            )
        if any(unicodedata.category(letter) in _UNSEEN and letter not in _JOINERS for letter in name):
            raise KeepingError(f"The name {name!r} holds a character that cannot be seen: leave it out.")
        if "[[" in name or "]]" in name:
            raise KeepingError("A name holds no [[ or ]]: these mark it where a story embeds it.")
        return name

    def _live_with(self, name: str) -> Thing | None:
        return next((thing for thing in self.contents().live if _folded(thing.name) == _folded(name)), None)

    def _follow(self, thing: Thing, by: By) -> Thing:
        """Write a change that comes after the last one of the thing, whatever the clock says."""
        return self.put(replace(thing, who=by.who, when=max(by.when, thing.when + timedelta(microseconds=1))))


def _read(name: str, content: bytes) -> Thing:
    told = json.loads(content)
    texts = told["key"], told["name"], told["who"]
    if not (all(isinstance(text, str) for text in texts) and _KEY.fullmatch(told["key"])):
        raise ValueError(name)
    if not (isinstance(told["content"], dict) and isinstance(told["is_live"], bool)):
        raise ValueError(name)
    when = datetime.fromisoformat(told["when"])
    return Thing(told["key"], told["name"], told["content"], told["is_live"], told["who"], when, name)


def _last_of_each(changes: Iterable[Thing]) -> list[Thing]:
    """Return what each thing is after its last change, with the names that it had before."""
    last: dict[str, Thing] = {}
    for change in sorted(changes, key=lambda change: (change.when, change.change)):
        before = last.get(change.key)
        names = (*before.former, before.name) if before else ()
        former = tuple(name for name in dict.fromkeys(names) if name != change.name)
        last[change.key] = replace(change, former=former)
    return list(last.values())


def _without_twins(things: list[Thing]) -> list[Thing]:
    """Number the later ones of live things that were given one name at once; return all by name."""
    taken: list[str] = []
    named = []
    for thing in sorted(things, key=lambda thing: (not thing.is_live, thing.when, thing.change)):
        name = _free(thing.name, taken) if thing.is_live else thing.name
        taken += [_folded(name)] if thing.is_live else []
        named.append(replace(thing, name=name))
    return sorted(named, key=lambda thing: (_folded(thing.name), thing.key))


def _free(name: str, taken: Iterable[str]) -> str:
    """Return the name, or with a number behind it where it is taken."""
    held, number, free = set(taken), 1, name
    while _folded(free) in held:
        number += 1
        mark = f" ({number})"
        free = name[: LONGEST_NAME - len(mark)] + mark
    return free


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
