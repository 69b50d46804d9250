"""The bundle itself: one ZIP with the data package, the linked data, the references, the report and the view."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import orjson
import pandas as pd

from claimsdash.export.bundle.descriptor import describe_bundle
from claimsdash.export.bundle.linked import linked_data
from claimsdash.export.bundle.references import write_bibtex, write_csl, write_ris
from claimsdash.export.bundle.side_tables import side_tables, write_side_table, write_vague_words
from claimsdash.export.notes import ViewNotes
from claimsdash.export.tables import in_file_order, write_csv
from claimsdash.intake.package import Package, Topic

_README = """# {title}

{counted}. {rule}

The address of the view: {address}

- `datapackage.json`: types, vocabularies and keys of the tables (Data Package v2).
- `claims.csv`: the reports, one a row; `inferred` names the cells that were not stated.
- `topics.csv`, `sources.csv`, `assumptions.csv`, `events.csv`, `known_problems.csv`, `vague_words.csv`, `units.txt`:
  what the reports point at, and how they are read.
- `claims.jsonld`: the claims in the vocabulary of schema.org (Claim, Observation).
- `citations.bib`, `citations.ris`, `citations.csl.json`: a reference for each report.
- `report.html`: the view to look at; it needs no network.

Text that a spreadsheet would run as a formula has an apostrophe in front, which claimsdash takes away on import.

{facts}
"""


@dataclass(frozen=True)
class Contents:
    """What a bundle is made of; `report` is the HTML of the view."""

    reports: pd.DataFrame
    package: Package
    topics: Mapping[str, Topic]
    notes: ViewNotes
    report: bytes
    on: date


def write_bundle(contents: Contents) -> bytes:
    """Return the bundle as a ZIP, the same bytes for the same contents.

    Two reports with one report_id, from two tables, are told apart by the name of the table after a tilde.
    """
    out = io.BytesIO()
    stamp = (contents.on.year, contents.on.month, contents.on.day, 0, 0, 0)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in _files(contents).items():
            file.writestr(zipfile.ZipInfo(name, stamp), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _files(contents: Contents) -> dict[str, bytes | str]:
    reports, package, notes = _told_apart(contents.reports), contents.package, contents.notes
    tables = side_tables(reports, package, contents.topics)
    name = f"{package.name}-view".lower()
    return {
        "datapackage.json": orjson.dumps(describe_bundle(name, notes, tables), option=orjson.OPT_INDENT_2),
        "README.md": _README.format(**_shown(notes)),
        "claims.csv": write_csv(reports),
        **{table.file_name: write_side_table(table) for table in tables},
        "vague_words.csv": write_vague_words(package),
        "units.txt": package.units_text,
        "claims.jsonld": orjson.dumps(linked_data(reports, contents.topics, notes), option=orjson.OPT_INDENT_2),
        "citations.bib": write_bibtex(reports),
        "citations.ris": write_ris(reports),
        "citations.csl.json": write_csl(reports),
        "report.html": contents.report,
    }


def _shown(notes: ViewNotes) -> dict[str, str]:
    facts = "\n".join(f"- {name}: {text}" for name, text in notes.facts)
    return {
        "title": notes.title,
        "counted": notes.counted,
        "rule": notes.rule,
        "address": notes.address,
        "facts": facts,
    }


def _told_apart(reports: pd.DataFrame) -> pd.DataFrame:
    reports = in_file_order(reports)
    again = reports["report_id"].duplicated()
    named = reports["report_id"] + "~" + reports["table_id"]
    return reports.assign(report_id=reports["report_id"].where(~again, named))
