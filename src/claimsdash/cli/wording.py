"""`claimsdash wording`: read one phrase for a person, or a file of phrases into a table."""

import csv
import io
import json
from pathlib import Path

import click

from claimsdash.domain.wording import Figure, WordingError, read_wording, say_figure

_COLUMNS = ("phrase", "kind", "low", "best", "high", "unit_phrase")


@click.command()
@click.argument("phrase_or_file")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the table to this file.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text or CSV.")
def command(phrase_or_file: str, out: Path | None, as_json: bool) -> None:
    """Read what the wording of a number commits its author to.

    PHRASE_OR_FILE is a phrase ("more than three million shells") or a CSV file with a column `phrase`. Of a file the
    table phrase, kind, low, best, high, unit_phrase is written; rows that are not understood are left empty and named
    on standard error.
    """
    if phrase_or_file.lower().endswith(".csv"):
        _read_file(Path(phrase_or_file), out, as_json=as_json)
    else:
        _read_phrase(phrase_or_file, as_json=as_json)


def _read_phrase(phrase: str, *, as_json: bool) -> None:
    try:
        figure = read_wording(phrase)
    except WordingError as error:
        raise click.ClickException(f"Not understood. {error}") from error
    click.echo(json.dumps(_row(phrase, figure), ensure_ascii=False) if as_json else _explained(phrase, figure))


def _explained(phrase: str, figure: Figure) -> str:
    """Return the reading as lines for a person."""
    lines = [
        f"{phrase!r} says: {say_figure(figure)}",
        f"  kind  {figure.kind.value.replace('_', ' ')}",
        *(f"  {name:<5} {_end(end)}" for name, end in zip(("low", "best", "high"), figure.bounds[1:], strict=True)),
        f"  unit  {figure.unit_phrase or '(none)'}",
        *(f"  {part.name:<9} “{phrase[part.start : part.end]}”" for part in figure.parts),
    ]
    return "\n".join(lines)


def _end(end: float | None) -> str:
    return "open or unknown" if end is None else f"{end:,.15g}"


def _row(phrase: str, figure: Figure | None) -> dict[str, str | float | None]:
    if figure is None:
        return {**dict.fromkeys(_COLUMNS), "phrase": phrase}
    kind, low, best, high = figure.bounds
    ends = {"low": low, "best": best, "high": high}
    return {"phrase": phrase, "kind": kind.value, **ends, "unit_phrase": figure.unit_phrase}


def _read_file(path: Path, out: Path | None, *, as_json: bool) -> None:
    phrases = _phrases(path)
    rows, unread = [], []
    for phrase in phrases:
        try:
            rows.append(_row(phrase, read_wording(phrase)))
        except WordingError as error:
            rows.append(_row(phrase, None))
            unread.append(f"  {phrase!r}: {error}")
    table = json.dumps(rows, ensure_ascii=False, indent=1) + "\n" if as_json else _csv(rows)
    if out is None:
        click.echo(table, nl=False)
    else:
        out.write_text(table, encoding="utf-8", newline="")
    click.echo("\n".join([f"{len(phrases) - len(unread)} of {len(phrases)} phrases read.", *unread]), err=True)


def _phrases(path: Path) -> list[str]:
    """Return the column `phrase` of a CSV file."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{path} cannot be read as UTF-8 text: {error}") from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if "phrase" not in (reader.fieldnames or ()):
        raise click.ClickException(f"{path} has no column “phrase”.")
    return [row["phrase"] or "" for row in reader]


def _csv(rows: list[dict[str, str | float | None]]) -> str:
    """Return CSV text; numbers are written in full, an open or unknown end is empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(cell) for name, cell in row.items()} for row in rows)
    return text.getvalue()


def _cell(cell: str | float | None) -> str:
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return cell or ""
