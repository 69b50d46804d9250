"""From the report of what a file gave to a table of the workspace: the step that page and command line share."""

from hashlib import sha256

import pandas as pd

from claimsdash.intake.importing import ImportReport, Outcome
from claimsdash.store.errors import LedgerError
from claimsdash.store.ledger import Added, By, Counts, Ledger, describe
from claimsdash.store.names import CURATED


def store_import(ledger: Ledger, report: ImportReport, original: bytes, by: By) -> Added:
    """Add what a file gave to the ledger as a table, or replace the table of that name.

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
    return ledger.add(report.claims, original, entry)


def counts_of(report: ImportReport) -> Counts:
    """Return how the import went, in numbers."""
    claims = report.claims["claim_id"].nunique()
    return Counts(report.rows, claims, report.kept_out_count, len(report.warnings))


def content_of(claims: pd.DataFrame) -> str:
    """Return a hash of the rows: equal bytes give others when the rules of reading or the topics known have changed."""
    return sha256(pd.util.hash_pandas_object(claims, index=False).to_numpy().tobytes()).hexdigest()
