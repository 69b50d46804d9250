"""The command line: one file a command, each imported only when it is called."""

from importlib import import_module

import click

COMMANDS = {
    "serve": "claimsdash.cli.serve",
    "check": "claimsdash.cli.check",
    "import": "claimsdash.cli.importing",
    "tables": "claimsdash.cli.tables",
    "remove": "claimsdash.cli.remove",
    "restore": "claimsdash.cli.restore",
    "history": "claimsdash.cli.history",
    "undo": "claimsdash.cli.undo",
    "diff": "claimsdash.cli.diff",
    "views": "claimsdash.cli.views",
    "stories": "claimsdash.cli.stories",
    "export": "claimsdash.cli.exporting",
    "report": "claimsdash.cli.report",
    "picture": "claimsdash.cli.picture",
    "tidy": "claimsdash.cli.tidy",
    "backup": "claimsdash.cli.backup",
    "unpack": "claimsdash.cli.unpack",
    "wording": "claimsdash.cli.wording",
    "dates": "claimsdash.cli.dates",
    "band": "claimsdash.cli.band",
    "findings": "claimsdash.cli.findings",
    "matches": "claimsdash.cli.matches",
    "drift": "claimsdash.cli.drift",
    "revisions": "claimsdash.cli.revisions",
    "source": "claimsdash.cli.source",
    "compare": "claimsdash.cli.compare",
    "rates": "claimsdash.cli.rates",
    "ratios": "claimsdash.cli.ratios",
    "agreement": "claimsdash.cli.agreement",
}


class LazyGroup(click.Group):
    """A group that imports a command when it is asked for: each module holds a click command named `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of one command, or return None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(COMMANDS[cmd_name]).command
        assert isinstance(command, click.Command)  # noqa: S101 - a wrong module is a defect of this package
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="claimsdash")
def main() -> None:
    """Show, check and keep tables of contested numbers."""
