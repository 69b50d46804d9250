"""`claimsdash import`: check a table and add it to a workspace, or make an empty one equal to a backup."""

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from claimsdash.cli.options import TellingCommand, by_user, json_option, print_json, workspace_option
from claimsdash.cli.progress import shown_as_it_goes
from claimsdash.cli.relaying import claims_by_report, relays_as_json, relays_in, say_relays
from claimsdash.cli.unpack import unpack
from claimsdash.domain.errors import Severity
from claimsdash.intake.encoding import ENCODINGS
from claimsdash.intake.importing import ImportOptions, ImportReport, Outcome, import_bytes
from claimsdash.intake.limits import limits_of
from claimsdash.intake.mapping import NOTHING_CHOSEN, Choices, MappingError, Question, read_mapping
from claimsdash.intake.problems import group_problems, say_group
from claimsdash.intake.raw import ReadingChoices
from claimsdash.store.backup import is_backup
from claimsdash.store.doubles import without_doubles
from claimsdash.store.engine import engine_of
from claimsdash.store.imports import accept_relays, remembered_choices, store_import
from claimsdash.store.ledger import Added
from claimsdash.store.names import CURATED, check_table_name
from claimsdash.store.queries import keys_at_which_rows_may_point
from claimsdash.store.seeding import seed
from claimsdash.store.workspace import Workspace, open_workspace, package_for, workspace_address

_SHOWN_GROUPS, _SHOWN_ANSWERS = 20, 12
_MAX_MB = 500
"""Megabytes that the command line reads: more than the page, for nobody else waits for it."""


@dataclass(frozen=True)
class Asked:
    """The options of the command."""

    file: Path
    table: str | None
    mapping: Path | None
    answers: tuple[str, ...]
    sheet: str | None
    topic: str | None
    claimant: str | None
    accept_matches: bool
    dry_run: bool
    max_mb: int
    encoding: str | None
    workspace: str | None
    as_json: bool


@click.command(cls=TellingCommand)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--table", metavar="NAME", help="Name of the table; without it, that of the file.")
@click.option(
    "--mapping",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="M.toml",
    help="How the columns become claims, as the page saves it.",
)
@click.option("--answer", "answers", multiple=True, metavar="KEY=ANSWER", help="Answer a question; may be repeated.")
@click.option("--sheet", metavar="S", help="Sheet of a workbook, or file in a ZIP; without it, the first.")
@click.option("--topic", metavar="T", help="Topic of all figures, where no column says it.")
@click.option("--claimant", metavar="C", help="Who says them all, where no column says it.")
@click.option("--accept-matches", is_flag=True, help="Put reports that look like known claims into those claims.")
@click.option("--encoding", type=click.Choice(ENCODINGS), metavar="E", help="Encoding of a text, where it is misread.")
@click.option("--max-mb", type=int, default=_MAX_MB, show_default=True, metavar="N", help="Largest file to read.")
@click.option("--dry-run", is_flag=True, help="Only say what would be added.")
@workspace_option
@json_option
def command(**options: Any) -> None:
    """Check a table of figures and add its good rows to a workspace.

    CSV, TSV, XLSX, XLS, ODS, Parquet and JSON are read, packed or not. Rows with errors are kept out and told. A table
    in columns of its own is mapped; what it leaves open is asked, and can be answered with --answer or --mapping. A
    table of the same name is replaced; claimsdash undo brings it back. Reports that another table holds with the same
    id and content are not added again. The exit code is 0 where the table was added or
    is there already, 1 where nothing could be added, 2 for a misspelled command.

    A backup, as claimsdash export BACKUP.zip writes it, makes an empty workspace equal to the one it was made of: same
    tables, same history, same hashes.
    """
    asked = Asked(**options)
    if is_backup(asked.file):
        _restore(asked)
        return
    opened, original = open_workspace(asked.workspace), asked.file.read_bytes()
    report = _read(opened, asked, original)
    if _may_repeat_curated(report, opened):
        seed(opened, datetime.now(UTC).replace(microsecond=0))
        report = _read(opened, asked, original)
    relays = relays_in(report, opened)
    if asked.accept_matches:
        report = accept_relays(report, claims_by_report(relays))
    is_refused = report.outcome is Outcome.REJECT_WITH_MESSAGE
    added = None if asked.dry_run or report.claims.empty else _store(opened, report, original)
    if asked.as_json:
        stored = {"outcome": added.outcome.value, "version": added.version} if added else None
        matches = relays_as_json(relays, accepted=asked.accept_matches)
        print_json({**report.as_json(), "matches": matches, "stored": stored})
    else:
        say_relays(relays, accepted=asked.accept_matches)
        _say(report, added)
    if is_refused:
        click.get_current_context().exit(1)


def _may_repeat_curated(report: ImportReport, opened: Workspace) -> bool:
    """Say whether a file has reports of the curated table, and that is still to come into the workspace."""
    if any(held.table_id == CURATED for held in opened.ledger.tables()):
        return False
    lines = package_for(opened).claims.decode("utf-8").splitlines()
    return not {line.partition(",")[0] for line in lines}.isdisjoint(report.claims["report_id"])


def _restore(asked: Asked) -> None:
    """Make the workspace, which has to be empty, that of the backup."""
    told = [name for name in _OF_A_TABLE if getattr(asked, name)]
    if told:
        raise click.UsageError(f"{asked.file.name} is a backup, not a table: leave {_flag(told[0])} out.")
    unpack(asked.file, workspace_address(asked.workspace, os.environ), as_json=asked.as_json)


_OF_A_TABLE = (*("table", "mapping", "answers", "sheet", "topic", "claimant", "accept_matches", "encoding", "dry_run"),)
"""What cannot be said of a backup."""


def _flag(name: str) -> str:
    return "--" + {"answers": "answer"}.get(name, name).replace("_", "-")


def _store(opened: Workspace, report: ImportReport, original: bytes) -> Added:
    with shown_as_it_goes() as watch:
        return store_import(opened.ledger, report, original, by_user(), watch)


def _read(opened: Workspace, asked: Asked, original: bytes) -> ImportReport:
    """Read the file as told, with a bar where it takes its time; Ctrl+C leaves everything as it was."""
    known_ids = keys_at_which_rows_may_point(engine_of(opened))
    options = ImportOptions(
        told=ReadingChoices(sheet=asked.sheet, encoding=asked.encoding),
        limits=limits_of(asked.max_mb),
        known_ids=known_ids,
        choices=_choices(asked),
        topic=asked.topic or "",
        claimant=asked.claimant or "",
    )
    with shown_as_it_goes() as watch:
        report = _read_as_before(opened, asked, original, replace(options, watch=watch))
    return without_doubles(report, opened.ledger, known_ids)


def _read_as_before(opened: Workspace, asked: Asked, original: bytes, options: ImportOptions) -> ImportReport:
    """Read the file; without a mapping, a second time as the last table of the same shape was read, if there is one."""
    package, table = package_for(opened), check_table_name(asked.table) if asked.table else None
    report = import_bytes(original, asked.file.name, package, table_id=table, options=options)
    remembered = None if asked.mapping else remembered_choices(opened.ledger, report)
    if remembered is None:
        return report
    told = replace(remembered, answers={**remembered.answers, **options.choices.answers})
    again = replace(options, choices=told)
    return import_bytes(original, asked.file.name, package, table_id=table, options=again)


def _choices(asked: Asked) -> Choices:
    saved = read_mapping(asked.mapping.read_text(encoding="utf-8")) if asked.mapping else NOTHING_CHOSEN
    answers = dict(saved.answers)
    for answer in asked.answers:
        key, between, said = answer.rpartition("=")
        if not between:
            raise MappingError(f"{answer} is no answer: write the key of the question, = and the answer.")
        answers[key] = said
    return replace(saved, answers=answers)


def say_answers(question: Question) -> str:
    """Say in a line which answers a question takes on the command line."""
    shown = [option.answer for option in question.options]
    more = [f"… ({len(shown)} in all: --json lists them)"] if len(shown) > _SHOWN_ANSWERS else []
    typed = ["or any text"] if question.may_be_typed else []
    return ", ".join([*shown[:_SHOWN_ANSWERS], *more, *typed])


def _say(report: ImportReport, added: Added | None) -> None:
    groups = group_problems(report.problems)
    for group in groups[:_SHOWN_GROUPS]:
        kind = "kept out" if group.example.severity is Severity.ERROR else "warning"
        click.echo(f"{kind}: {say_group(group)}")
    if len(groups) > _SHOWN_GROUPS:
        click.echo(f"… and {len(groups) - _SHOWN_GROUPS} more kinds of problem: --json lists all.")
    click.echo(report.message)
    for question in report.mapping.open_questions if report.mapping else ():
        click.echo(f"  --answer {question.key}=… : {say_answers(question)}")
    if added:
        click.echo(f"{report.table_id}: {added.outcome} (version {added.version}).")
    else:
        click.echo("Nothing was stored.")
