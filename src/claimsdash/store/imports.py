"""From the report of what a file gave to a table of the workspace: the step that page and command line share."""

import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

import pandas as pd

from claimsdash.intake.importing import ImportReport, Outcome
from claimsdash.intake.mapped import MAPPING, SHAPE
from claimsdash.intake.mapping import Choices, read_mapping
from claimsdash.intake.watching import Stage, Watch, tell_rows, watch_nothing
from claimsdash.store.errors import LedgerError
from claimsdash.store.ledger import Added, By, Counts, Ledger, describe
from claimsdash.store.names import CURATED

RELAYS = "relays"
"""Among the choices of an import: which of its reports somebody put into known claims, as JSON."""


def store_import(ledger: Ledger, report: ImportReport, original: bytes, by: By, watch: Watch = watch_nothing) -> Added:
    """Add what a file gave to the ledger as a table, or replace the table of that name.

    `watch` is told how far it is; where it raises CancelledError, nothing is stored.

    Nothing changes where the table holds the same already. Raises LedgerError for a report without any claim, for the
    name of the curated table, and for one that check_table_name refuses.
    """
    if report.outcome is Outcome.REJECT_WITH_MESSAGE:
        raise LedgerError(f"{report.name} cannot be added. {report.message}")
    if report.table_id == CURATED:
        raise LedgerError(f"The name {CURATED!r} is that of the table claimsdash brings along: choose another.")
    entry = describe(
        original,
        table_id=report.table_id,
        file_name=report.name,
        when=by.when,
        who=by.who,
        choices={**report.choices, "content": content_of(report.claims)},
        counts=counts_of(report),
    )
    told = tell_rows(watch, Stage.STORING, len(report.claims))
    told(0)
    return ledger.add(report.claims, original, entry, done=told)


def accept_relays(report: ImportReport, claim_of: Mapping[str, str]) -> ImportReport:
    """Return the report with some of its reports in known claims, as a person decided; the decision is a choice of it.

    `claim_of` is report_id to claim_id. Such a claim_id is no longer inferred.
    """
    if not claim_of:
        return report
    claims = report.claims.copy()
    is_relay = claims["report_id"].isin(list(claim_of))
    claims.loc[is_relay, "claim_id"] = claims.loc[is_relay, "report_id"].map(claim_of)
    left = claims.loc[is_relay, "inferred"].str.split(",").map(lambda names: [n for n in names if n != "claim_id"])
    claims.loc[is_relay, "inferred"] = left.str.join(",").replace("", None)
    return replace(
        report, claims=claims, choices={**report.choices, RELAYS: json.dumps(dict(sorted(claim_of.items())))}
    )


def remembered_choices(ledger: Ledger, report: ImportReport) -> Choices | None:
    """Return how the last table of the same shape was read, where one is in the history and none is chosen yet."""
    shape = report.choices.get(SHAPE)
    if shape is None:
        return None
    entries = (change.entry for change in reversed(ledger.history()) if change.entry)
    kept = next((entry.choices for entry in entries if entry.choices.get(SHAPE) == shape), {})
    if MAPPING not in kept:
        return None
    choices = read_mapping(kept[MAPPING])
    there = set(report.raw.columns) if report.raw is not None else set()
    return replace(choices, measures={name: parts for name, parts in choices.measures.items() if name in there})


def counts_of(report: ImportReport) -> Counts:
    """Return how the import went, in numbers."""
    claims = report.claims["claim_id"].nunique()
    return Counts(report.rows, claims, report.kept_out_count, len(report.warnings))


def content_of(claims: pd.DataFrame) -> str:
    """Return a hash of the rows: equal bytes give others when the rules of reading or the topics known have changed."""
    return sha256(pd.util.hash_pandas_object(claims, index=False).to_numpy().tobytes()).hexdigest()
