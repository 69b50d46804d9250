"""`claimsdash stories`: notes in Markdown with saved views in them."""

from pathlib import Path
from typing import Any

import click

from claimsdash.cli.options import TellingCommand, by_user, json_option, print_json, print_rows, workspace_option
from claimsdash.cli.views import live_one, removed_one
from claimsdash.domain.story import Words, embeds_in, parts_of
from claimsdash.store.drawer import KeepingError
from claimsdash.store.stories import LONGEST_TEXT, Story, add_story, stories_drawer, story_of
from claimsdash.store.views import views_drawer
from claimsdash.store.workspace import open_workspace


@click.group()
def command() -> None:
    """List, add and remove stories: short texts in Markdown that embed saved views by name.

    A line of its own, ![[name of a view]], is the chart of that view. Headings, bold, italics, lists, quotations and
    links to http and https are kept; anything else is shown as typed, and no picture is fetched.

    \b
    claimsdash stories add story.md --title "What Seoul counted"
    claimsdash stories list
    """


@command.command(cls=TellingCommand, name="list")
@workspace_option
@json_option
def list_stories(workspace: str | None, as_json: bool) -> None:
    """List the stories, the removed ones as well.

    A removed one can be brought back: claimsdash stories restore TITLE.
    """
    opened = open_workspace(workspace)
    contents = stories_drawer(opened.place).contents()
    rows = [_row(story_of(thing)) for thing in contents.things]
    if as_json:
        print_json(rows)
        return
    click.echo(f"Workspace: {opened.address}")
    print_rows([row | {"charts": len(row["charts"])} for row in rows])
    for name in contents.damaged:
        click.echo(f"{name} cannot be read: take it away, or bring back a backup.", err=True)
    if not rows:
        click.echo("It holds no stories yet. Add one: claimsdash stories add FILE.md")


@command.command(cls=TellingCommand)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--title", help="Title of the story; without it, the name of the file.")
@click.option("--replace", "replacing", is_flag=True, help="Replace a story of that title.")
@workspace_option
@json_option
def add(file: Path, title: str | None, replacing: bool, workspace: str | None, as_json: bool) -> None:
    """Add the story in FILE, a text in UTF-8."""
    opened = open_workspace(workspace)
    text = _text_of(file)
    story = add_story(opened.place, title or file.stem, text, by_user(), replacing=replacing)
    if as_json:
        print_json(_row(story))
        return
    charts = len(embeds_in(story.text))
    click.echo(f"Added {story.title}: {len(story.text):,} characters, {charts} chart{'' if charts == 1 else 's'}.")
    for words in _left_out(story.text):
        click.echo(f"Left out: {words}.", err=True)
    views = views_drawer(opened.place).contents()
    for name in embeds_in(story.text):
        if views.named(name) is None:
            click.echo(f"There is no saved view “{name}” yet: claimsdash views list shows those there are.", err=True)


@command.command(cls=TellingCommand)
@click.argument("title")
@workspace_option
def show(title: str, workspace: str | None) -> None:
    """Print the text of the story TITLE as it was written."""
    click.echo(story_of(live_one(stories_drawer(open_workspace(workspace).place), title)).text)


@command.command(cls=TellingCommand)
@click.argument("title")
@workspace_option
def remove(title: str, workspace: str | None) -> None:
    """Take the story TITLE out of the list; claimsdash stories restore TITLE brings it back."""
    drawer = stories_drawer(open_workspace(workspace).place)
    removed = drawer.remove(live_one(drawer, title).key, by_user())
    click.echo(f'Removed {removed.name}. To bring it back: claimsdash stories restore "{removed.name}"')


@command.command(cls=TellingCommand)
@click.argument("title")
@workspace_option
def restore(title: str, workspace: str | None) -> None:
    """Bring the removed story TITLE back."""
    drawer = stories_drawer(open_workspace(workspace).place)
    click.echo(f"{drawer.bring_back(removed_one(drawer, title).key, by_user()).name} is back.")


def _text_of(file: Path) -> str:
    """Return the text of a file, none of it read where it is far too large."""
    if file.stat().st_size > 4 * LONGEST_TEXT:
        raise KeepingError(f"{file} is too large: a story has at most {LONGEST_TEXT:,} characters.")
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise KeepingError(f"{file} is no text in UTF-8: save it as UTF-8 and try again.") from error


def _left_out(text: str) -> list[str]:
    return [words for part in parts_of(text) if isinstance(part, Words) for words in part.left_out]


def _row(story: Story) -> dict[str, Any]:
    return {
        "title": story.title,
        "state": "written" if story.thing.is_live else "removed",
        "characters": len(story.text),
        "charts": embeds_in(story.text),
        "changed": story.thing.when.date().isoformat(),
        "by": story.thing.who,
    }
