"""The curated table follows its files and the rules they are read by."""

from pathlib import Path

import pytest

from claimsdash.store.errors import LedgerError
from claimsdash.store.ledger import Ledger, Outcome
from claimsdash.store.ledger.parts import part_name
from claimsdash.store.seeding import content_key, load_curated, needs_curated, package_files, reading_rules, seed
from claimsdash.store.workspace import open_workspace
from making import a_claim, a_table
from storing import ANNA, NOON, a_ledger, add, live_rows


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return a_ledger(tmp_path)


def load(ledger: Ledger, key: str, *, rows: int = 1) -> Outcome:
    claims = a_table(*(a_claim(report_id=str(number)) for number in range(rows)))
    return load_curated(ledger, claims, b"topic,unit", key=key, when=NOON).outcome


def test_a_new_workspace_needs_the_curated_table_and_then_not_again(ledger: Ledger) -> None:
    assert needs_curated(ledger, "one")
    assert load(ledger, "one") is Outcome.ADDED
    assert not needs_curated(ledger, "one")
    assert load(ledger, "one") is Outcome.UNCHANGED


def test_it_is_replaced_when_a_side_table_or_a_rule_has_changed(ledger: Ledger) -> None:
    load(ledger, "one")
    assert needs_curated(ledger, "two")
    assert load(ledger, "two", rows=2) is Outcome.REPLACED
    assert live_rows(ledger) == {"curated": 2}


def test_it_is_mended_when_its_file_is_damaged(ledger: Ledger, tmp_path: Path) -> None:
    load(ledger, "one")
    [part] = ledger.at().parts
    (tmp_path / part_name(part)).unlink()
    assert needs_curated(ledger, "one")
    load(ledger, "one")
    assert not needs_curated(ledger, "one")


def test_it_stays_removed_when_a_person_has_removed_it(ledger: Ledger) -> None:
    load(ledger, "one")
    ledger.retire("curated", ANNA)
    assert not needs_curated(ledger, "two")
    ledger.undo(ANNA)
    assert needs_curated(ledger, "two")


def test_undo_never_takes_it_away(ledger: Ledger) -> None:
    load(ledger, "one")
    add(ledger)
    load(ledger, "two", rows=2)
    ledger.undo(ANNA)
    assert live_rows(ledger) == {"curated": 2}
    with pytest.raises(LedgerError, match="nothing to undo"):
        ledger.undo(ANNA)


def test_the_key_follows_every_file_its_name_and_the_rules(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("topic")
    (tmp_path / "units.txt").write_text("shell = [munition]")
    (tmp_path / "README.md").write_text("About these files.")
    files = package_files(tmp_path)
    assert list(files) == ["claims.csv", "units.txt"]
    variants = [
        (files, {}),
        (files | {"units.txt": b""}, {}),
        ({"claims.csv": files["claims.csv"]}, {}),
        (files, {"wording.py": b"1"}),
        (files, {"wording.py": b"2"}),
    ]
    assert len({content_key(*variant) for variant in variants}) == len(variants)


def test_the_rules_are_the_code_of_the_floors_that_read() -> None:
    assert {"domain/claim.py", "intake/table.py"} <= set(reading_rules())
    assert not any(name.startswith("store/") for name in reading_rules())


def test_a_workspace_is_seeded_once(tmp_path: Path) -> None:
    workspace = open_workspace(str(tmp_path))
    package = seed(workspace, NOON)
    assert package.topics
    version = workspace.ledger.version()
    seed(workspace, NOON)
    assert workspace.ledger.version() == version
