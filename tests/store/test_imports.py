"""What a file gave becomes a table, and the curated package the curated table."""

from dataclasses import replace
from pathlib import Path

import pytest

from claimsdash.domain.selection import Selection
from claimsdash.intake.checking import check_claims
from claimsdash.intake.importing import ImportReport, import_bytes
from claimsdash.intake.package import read_package
from claimsdash.intake.reading import read_table
from claimsdash.intake.template import template_csv
from claimsdash.intake.watching import CancelledError, Progress, Stage
from claimsdash.store.engine import engine_of
from claimsdash.store.errors import LedgerError
from claimsdash.store.imports import store_import
from claimsdash.store.ledger import Outcome
from claimsdash.store.queries import tally, topics_overview
from claimsdash.store.seeding import content_key, load_curated, needs_curated, package_files, reading_rules
from claimsdash.store.workspace import Workspace, curated_folder, open_workspace
from storing import ANNA, NOON

PACKAGE = read_package(curated_folder())
FILE = template_csv(PACKAGE)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(str(tmp_path))


@pytest.fixture(scope="module")
def report() -> ImportReport:
    return import_bytes(FILE, "template.csv", PACKAGE)


def test_an_import_is_stored_once_and_again_when_it_is_read_otherwise(
    workspace: Workspace, report: ImportReport
) -> None:
    outcomes = [store_import(workspace.ledger, report, FILE, ANNA).outcome for _ in range(2)]
    read_otherwise = replace(report, claims=report.claims.assign(topic="other"))
    outcomes.append(store_import(workspace.ledger, read_otherwise, FILE, ANNA).outcome)
    assert outcomes == [Outcome.ADDED, Outcome.UNCHANGED, Outcome.REPLACED]


def test_storing_is_told_row_by_row_and_stops_where_it_is_cancelled(workspace: Workspace, report: ImportReport) -> None:
    seen: list[Progress] = []

    def cancel(progress: Progress) -> None:
        raise CancelledError

    with pytest.raises(CancelledError, match="nothing was stored"):
        store_import(workspace.ledger, report, FILE, ANNA, cancel)
    assert (workspace.ledger.version(), workspace.ledger.tables()) == (0, [])
    store_import(workspace.ledger, report, FILE, ANNA, seen.append)
    assert [(one.stage, one.share) for one in (seen[0], seen[-1])] == [(Stage.STORING, 0), (Stage.STORING, 1)]


def test_a_file_without_any_claim_is_refused_with_its_message(workspace: Workspace) -> None:
    report = import_bytes(b"not,a,table\n", "bad.csv", PACKAGE)
    with pytest.raises(LedgerError, match=r"bad\.csv cannot be added\. "):
        store_import(workspace.ledger, report, b"not,a,table\n", ANNA)
    assert workspace.ledger.version() == 0


def test_the_curated_package_is_held_whole(workspace: Workspace) -> None:
    key = content_key(package_files(curated_folder()), reading_rules())
    checked = check_claims(read_table(PACKAGE.claims, "claims.csv").table, PACKAGE, table_id="curated")
    load_curated(workspace.ledger, checked.claims, PACKAGE.claims, key=key, when=NOON)
    assert not needs_curated(workspace.ledger, key)
    engine = engine_of(workspace)
    assert tally(engine, Selection()).n_reports == len(checked.claims) > 400
    assert set(topics_overview(engine, Selection())["topic"]) <= set(PACKAGE.topics)
