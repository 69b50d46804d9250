"""Stories: short notes in Markdown that people keep in a workspace, with saved views embedded by their names."""

from dataclasses import dataclass

from claimsdash.domain.story import MOST_EMBEDS, embeds_in
from claimsdash.store.drawer import Contents, Drawer, KeepingError, Thing
from claimsdash.store.ledger.steps import By
from claimsdash.store.place import Place

FOLDER = "stories"
LONGEST_TEXT = 20_000
"""Characters of a story: some ten printed pages."""


@dataclass(frozen=True)
class Story:
    """A story under its title."""

    thing: Thing
    text: str

    @property
    def title(self) -> str:
        """Return what it is called."""
        return self.thing.name

    @property
    def key(self) -> str:
        """Return what it is known by, whatever it is called."""
        return self.thing.key


def stories_drawer(place: Place) -> Drawer:
    """Return where the stories of a workspace are kept."""
    return Drawer(place, FOLDER, "story")


def add_story(place: Place, title: str, text: str, by: By, *, replacing: bool = False) -> Story:
    """Keep a new story; one of that title is replaced only on request.

    Raises NameTakenError, or KeepingError for a text that is too long or empty.
    """
    content = {"text": check_text(text)}
    return story_of(stories_drawer(place).add(title, content, by, replacing=replacing))


def change_story(place: Place, story: Story, title: str, text: str, by: By) -> Story:
    """Give a story another title and text; raises KeepingError where somebody changed it since it was read."""
    content = {"text": check_text(text)}
    drawer = stories_drawer(place)
    return story_of(drawer.change(story.key, by, name=title, content=content, seen=story.thing.change))


def story_of(thing: Thing) -> Story:
    """Read a story."""
    return Story(thing, str(thing.content.get("text", "")))


def stories_in(contents: Contents) -> list[Story]:
    """Return the stories that were not removed, by title."""
    return [story_of(thing) for thing in contents.live]


def check_text(text: str) -> str:
    """Return the text with plain line ends; raises KeepingError where it cannot be kept."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip()
    if not text:
        raise KeepingError("The story is empty: write something first.")
    if len(text) > LONGEST_TEXT:
        raise KeepingError(
            f"A story has at most {LONGEST_TEXT:,} characters, this one has {len(text):,}: make two of it."
        )
    if len(embeds_in(text)) > MOST_EMBEDS:
        raise KeepingError(
            f"A story embeds at most {MOST_EMBEDS} views, this one {len(embeds_in(text))}: make two of it."
        )
    return text
