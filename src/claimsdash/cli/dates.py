"""`claimsdash dates`: read date phrases as first and last day, one for a person or a file of them."""

import csv
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TextIO

import click

from claimsdash.domain.dates import DateError, Period, read_period, say_period, write_edtf

COLUMNS = ("phrase", "reference_date")
_PREDICTION = ("phrase", "reference_date", "start", "end")


@dataclass(frozen=True)
class Row:
    """One phrase of a file with its reading, or with the reason why there is none."""

    line: int
    phrase: str
    reference_date: str
    period: Period | None
    reason: str = ""


@click.command("dates")
@click.argument("phrase_or_file", metavar="PHRASE|FILE.csv")
@click.option(
    "--reference",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Day of publication, from which the phrase is read. [default: today]",
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write there and not to standard output.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(phrase_or_file: str, reference: datetime | None, out: Path | None, as_json: bool) -> None:
    """Read dates in words as first and last day.

    \b
    claimsdash dates "since August last year" --reference 2024-11-05
    claimsdash dates phrases.csv --out days.csv

    A file has the columns phrase and reference_date; phrase,reference_date,start,end come out. An empty start or end is
    open. A row without either was not read: a period always has one. Such rows are counted on standard error, with the
    reason. A single phrase that cannot be read ends with exit code 1.
    """
    if phrase_or_file.lower().endswith(".csv"):
        rows = _read_file(Path(phrase_or_file))
        _write(
            out, json.dumps([_as_json(row) for row in rows], ensure_ascii=False, indent=2) if as_json else None, rows
        )
        _tell_unread(rows)
        return
    day = (reference or datetime.now().astimezone()).date()
    row = _read_row(1, phrase_or_file, day.isoformat())
    if row.period is None:
        raise click.ClickException(row.reason)
    _write(out, json.dumps(_as_json(row), ensure_ascii=False) if as_json else _for_a_person(row.period), [])


def _read_file(path: Path) -> list[Row]:
    """Read every phrase of a CSV file in UTF-8."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(_rows(file))
    except OSError as error:
        raise click.UsageError(f"{path}: {error.strerror}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise click.ClickException(f"{path} is not a CSV file in UTF-8 ({error}); save it as one") from error


def _rows(file: TextIO) -> Iterator[Row]:
    """Yield the rows of a file, read."""
    table = csv.DictReader(file)
    missing = [name for name in COLUMNS if name not in (table.fieldnames or ())]
    if missing:
        raise click.UsageError(f"the file lacks the column {' and '.join(missing)}; it needs {' and '.join(COLUMNS)}")
    for cells in table:
        yield _read_row(table.line_num, cells["phrase"] or "", cells["reference_date"] or "")


def _read_row(line: int, phrase: str, reference_date: str) -> Row:
    """Read one phrase; the row holds the reason if it cannot be read."""
    try:
        reference = date.fromisoformat(reference_date.strip())
    except ValueError:
        reason = f"reference_date “{reference_date[:40]}” is no day; write it as 2024-11-05"
        return Row(line, phrase, reference_date, None, reason)
    try:
        return Row(line, phrase, reference_date, read_period(phrase, reference))
    except DateError as error:
        return Row(line, phrase, reference_date, None, str(error))


def _as_json(row: Row) -> dict[str, Any]:
    """Return a reading as JSON holds it: days as text, null for an open or unknown end."""
    said: dict[str, Any] = {"phrase": row.phrase, "reference_date": row.reference_date}
    if row.period is None:
        return said | {"start": None, "end": None, "unread": row.reason}
    days = {name: _iso(row.period, name) or None for name in ("start", "end")}
    return said | asdict(row.period) | days | {"said": say_period(row.period), "edtf": write_edtf(row.period)}


def _iso(period: Period | None, name: str) -> str:
    """Return the first or last day in ISO form, empty where there is none."""
    day = getattr(period, name) if period else None
    return day.isoformat() if day else ""


def _for_a_person(period: Period) -> str:
    """Return the reading in three short lines."""
    start, end = _iso(period, "start") or "open", _iso(period, "end") or "open"
    days = f"{start} to {end}" + (", approximately" if period.approximate else "")
    return f"{days}\nin words  {say_period(period)}\nin EDTF   {write_edtf(period)}"


def _write(out: Path | None, text: str | None, rows: list[Row]) -> None:
    """Write a text, or without one the prediction CSV of the rows, to a file or to standard output."""
    with click.open_file(str(out or "-"), "w", encoding="utf-8") as file:
        if text is not None:
            file.write(text + "\n")
            return
        table = csv.writer(file, lineterminator="\n")
        table.writerow(_PREDICTION)
        for row in rows:
            table.writerow((row.phrase, row.reference_date, _iso(row.period, "start"), _iso(row.period, "end")))


def _tell_unread(rows: list[Row]) -> None:
    """Say on standard error how many rows were not read, and why each was not."""
    unread = [row for row in rows if row.period is None]
    for row in unread:
        click.echo(f"line {row.line}: {row.reason}", err=True)
    if unread:
        click.echo(f"{len(unread)} of {len(rows)} phrases were not read; their start and end are empty.", err=True)
