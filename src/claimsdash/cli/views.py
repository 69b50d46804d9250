"""`claimsdash views`: the saved views of a workspace."""

from typing import Any

import click

from claimsdash.cli.options import TellingCommand, by_user, json_option, print_json, print_rows, workspace_option
from claimsdash.cli.selecting import choose, view_options
from claimsdash.store.drawer import Drawer, KeepingError, Thing
from claimsdash.store.start import STORY, TOPICS, VIEW, Start, choose_start, start_of
from claimsdash.store.stories import stories_drawer
from claimsdash.store.views import SavedView, save_view, view_of, views_drawer
from claimsdash.store.workspace import open_workspace


@click.group()
def command() -> None:
    """List, save and remove named views of a workspace.

    A saved view is a name for an address, such as that of a page of the dashboard: a topic with its filters and axis.

    \b
    claimsdash views save "Containers, as Seoul has it" --topic containers_shipped --country KR
    claimsdash views save "Containers, by source" --view 'http://localhost:8501/topic?topic=containers_shipped&tab=source'
    claimsdash views list
    """


@command.command(cls=TellingCommand, name="list")
@workspace_option
@json_option
def list_views(workspace: str | None, as_json: bool) -> None:
    """List the saved views, the removed ones as well, with the claims and reports they held when they were saved.

    A removed one can be brought back: claimsdash views restore NAME.
    """
    opened = open_workspace(workspace)
    contents = views_drawer(opened.place).contents()
    start = start_of(opened.place)
    rows = [_row(view_of(thing), is_start=start == Start(VIEW, thing.key)) for thing in contents.things]
    if as_json:
        print_json(rows)
        return
    click.echo(f"Workspace: {opened.address}")
    print_rows(rows)
    for name in contents.damaged:
        click.echo(f"{name} cannot be read: take it away, or bring back a backup.", err=True)
    if not rows:
        click.echo('It holds no saved views yet. Save one: claimsdash views save "NAME" --topic KEY')


@command.command(cls=TellingCommand)
@click.argument("name")
@click.option("--replace", "replacing", is_flag=True, help="Replace a saved view of that name.")
@click.option("--tab", help="What is open: time, source, revisions, rates, agreement or table.")
@view_options
@workspace_option
@json_option
def save(name: str, replacing: bool, tab: str | None, workspace: str | None, as_json: bool, **given: Any) -> None:
    """Save the view that the flags choose, or the address given with --view, under NAME."""
    view = choose(workspace, given | {"tab": tab}).view
    opened = open_workspace(workspace)
    saved = save_view(opened, name, view, by_user(), replacing=replacing)
    if as_json:
        print_json(_row(saved))
        return
    click.echo(f"Saved {saved.name}: {saved.n_claims:,} claims from {saved.n_reports:,} reports, {saved.address}")


@command.command(cls=TellingCommand)
@click.argument("name")
@click.argument("new_name")
@workspace_option
def rename(name: str, new_name: str, workspace: str | None) -> None:
    """Give the saved view NAME the name NEW_NAME; stories that embed it go on finding it."""
    drawer = views_drawer(open_workspace(workspace).place)
    changed = drawer.change(live_one(drawer, name).key, by_user(), name=new_name)
    click.echo(f"{name} is now {changed.name}.")


@command.command(cls=TellingCommand)
@click.argument("name")
@workspace_option
def remove(name: str, workspace: str | None) -> None:
    """Take the saved view NAME out of the list; claimsdash views restore NAME brings it back."""
    drawer = views_drawer(open_workspace(workspace).place)
    removed = drawer.remove(live_one(drawer, name).key, by_user())
    click.echo(f'Removed {removed.name}. To bring it back: claimsdash views restore "{removed.name}"')


@command.command(cls=TellingCommand)
@click.argument("name")
@workspace_option
def restore(name: str, workspace: str | None) -> None:
    """Bring the removed view NAME back."""
    drawer = views_drawer(open_workspace(workspace).place)
    click.echo(f"{drawer.bring_back(removed_one(drawer, name).key, by_user()).name} is back.")


@command.command(cls=TellingCommand)
@click.argument("name", required=False)
@click.option("--story", is_flag=True, help="NAME is that of a story.")
@workspace_option
def start(name: str | None, story: bool, workspace: str | None) -> None:
    """Have the saved view NAME open first for everybody; without NAME, the list of topics."""
    place = open_workspace(workspace).place
    if name is None:
        choose_start(place, Start(TOPICS), by_user())
        click.echo("The list of topics opens first.")
        return
    thing = live_one(stories_drawer(place) if story else views_drawer(place), name)
    choose_start(place, Start(STORY if story else VIEW, thing.key), by_user())
    click.echo(f"{thing.name} opens first.")


def live_one(drawer: Drawer, name: str) -> Thing:
    """Return the thing of that name; raises KeepingError, naming those that are there, where there is none."""
    contents = drawer.contents()
    found = contents.named(name)
    if found is None:
        there = ", ".join(thing.name for thing in contents.live) or "none"
        raise KeepingError(f"There is no {drawer.kind} “{name}”. There are: {there}.")
    return found


def removed_one(drawer: Drawer, name: str) -> Thing:
    """Return the thing of that name that was removed last; raises KeepingError where there is none."""
    gone = [thing for thing in drawer.contents().things if not thing.is_live]
    found = [thing for thing in gone if thing.name.casefold() == name.casefold()]
    if not found:
        there = ", ".join(thing.name for thing in gone) or "none"
        raise KeepingError(f"No {drawer.kind} “{name}” was removed. Removed were: {there}.")
    return max(found, key=lambda thing: thing.when)


def _row(saved: SavedView, *, is_start: bool = False) -> dict[str, Any]:
    return {
        "name": saved.name,
        "state": "removed" if not saved.thing.is_live else "opens first" if is_start else "saved",
        "claims": saved.n_claims,
        "reports": saved.n_reports,
        "saved": saved.saved_at.date().isoformat(),
        "address": saved.address,
    }
