"""`claimsdash band`: what the claims of a CSV file say together."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
import pandas as pd

from claimsdash.analysis.agreement import say_spread, spread_factor
from claimsdash.analysis.consensus import Fit, Growth, NoBand, fit, say_fit
from claimsdash.analysis.consensus.residuals import residuals
from claimsdash.domain.errors import ClaimsdashError

OUT_FILE = click.Path(dir_okay=False, path_type=Path)
_READ = ("id", "claimant", "as_of", "reported_on", "kind", "low", "best", "high", "relay_of")
NUMBER_FORM = "%.6g"


class NoBandFollowsError(click.ClickException):
    """No band follows from the claims of the file."""

    exit_code = 3


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--growth", type=click.Choice([way.value for way in Growth]), required=True, help="How the figure can move."
)
@click.option("--out", type=OUT_FILE, help="CSV file for the band; without it, the band is printed.")
@click.option("--house", type=OUT_FILE, help="CSV file for the house effects.")
@click.option("--json", "as_json", is_flag=True, help="Print the band and all that belongs to it as JSON.")
@click.option(
    "--strict-bounds", "strict", is_flag=True, help="Read a bound as a limit and nothing more: leans upwards."
)
def command(file: Path, growth: str, out: Path | None, house: Path | None, **switches: bool) -> None:
    """Pool the claims of FILE into a band over time.

    FILE is a CSV of one topic with the columns id, claimant, as_of (ISO day or start/end), reported_on, kind (exact,
    approximate, lower_bound, upper_bound, range, vague, none), low, best, high, relay_of (id of the claim repeated).
    Shares are given between 0 and 1. The band has the columns date, p2.5, p10, p50, p90, p97.5; blank is open.

    What must be said beside the band goes to the standard error.

    \b
    Exit codes: 0  a band, or a running floor or ceiling, was written
                1  the file cannot be used
                2  the call is wrong
                3  no band follows; the standard error says why
    """
    claims = read_claims(file)
    found = _fit(claims, growth, strict=switches["strict"])
    spread = say_spread(spread_factor(residuals(_as_numbers(claims), found)))
    for table, path in ((found.band, out), (found.house, house)):
        if path is not None:
            _write(table, path)
    if switches["as_json"]:
        click.echo(json.dumps(describe(found), ensure_ascii=False))
    elif out is None:
        click.echo(_as_csv(found.band), nl=False)
    for sentence in (f"{file.name}: {found.shape}.", *say_fit(found), *spread, *_left_out(found.left_out)):
        click.echo(sentence, err=True)


def read_claims(file: Path) -> pd.DataFrame:
    """Return the cells of a CSV file as texts; raises click.ClickException where it is none."""
    try:
        return pd.read_csv(file, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (ValueError, OSError) as error:
        raise click.ClickException(f"{file.name} cannot be read as CSV in UTF-8: {error}") from error


def _as_numbers(claims: pd.DataFrame) -> pd.DataFrame:
    """Return the claims with numbers as numbers, and blank cells as missing."""
    told = claims.reindex(columns=_READ).replace("", None)
    return told.assign(**{name: pd.to_numeric(told[name], errors="coerce") for name in ("low", "best", "high")})


def describe(found: Fit) -> dict[str, Any]:
    """Return a fit as plain values for JSON: null is open, or not known."""
    return {
        "shape": str(found.shape),
        "growth": str(found.growth),
        "strict_bounds": found.strict,
        "counts": asdict(found.counts),
        "said": list(say_fit(found)),
        "band": _records(found.band),
        "house": _records(found.house),
        "next_source": _records(found.next_source),
        "left_out": _records(found.left_out),
    }


def _fit(claims: pd.DataFrame, growth: str, *, strict: bool) -> Fit:
    try:
        return fit(claims, growth=growth, strict=strict)
    except NoBand as refusal:
        raise NoBandFollowsError("\n".join((refusal.reason, *_left_out(refusal.left_out)))) from refusal
    except ClaimsdashError as error:
        raise click.ClickException(str(error)) from error


def _left_out(rows: pd.DataFrame) -> list[str]:
    return [f"Left out: {row.id}: {row.reason}." for row in rows.itertuples()]


def _as_csv(table: pd.DataFrame) -> str:
    return table.to_csv(index=False, float_format=NUMBER_FORM, date_format="%Y-%m-%d", lineterminator="\n")


def _write(table: pd.DataFrame, path: Path) -> None:
    try:
        path.write_text(_as_csv(table), encoding="utf-8")
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}") from error


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    plain = table.assign(date=table["date"].dt.strftime("%Y-%m-%d")) if "date" in table and len(table) else table
    blanked = plain.astype(object).where(plain.notna(), None)
    return [dict(zip(blanked.columns, row, strict=True)) for row in blanked.to_numpy().tolist()]
