"""The words that go with a view."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View
from claimsdash.export.notes import Held, ViewNotes, notes_of_reports, notes_of_scene
from claimsdash.export.tables import in_file_order, write_csv
from making import a_table
from making_views import CONTAINERS, curated, curated_package

HELD = Held(curated_package(), 3)


def notes_of(view: View) -> ViewNotes:
    reports = curated().reports(view.selection)
    return notes_of_scene(curated().scene(view, reports), reports, HELD, what="over time")


def test_a_footer_says_filters_counts_rule_and_the_hash_of_the_data() -> None:
    selection = Selection(topic="containers_shipped", claimants=("us_white_house",), known_on=date(2024, 3, 1))
    notes = notes_of(View(selection))
    text = "\n".join(notes.footer)
    assert "Filters: claimant White House National Security Council; known on 2024-03-01." in text
    assert "1 claimant. One mark is one claim" in text
    assert "Claims by White House National Security Council." in text
    digest = sha256(write_csv(in_file_order(curated().reports(selection)))).hexdigest()
    assert digest[:12] in text
    assert dict(notes.facts)["Data (SHA-256)"] == digest
    assert notes.address == "?topic=containers_shipped&claimant=us_white_house&known_on=2024-03-01"


def test_the_assumption_in_force_and_who_says_so_are_named() -> None:
    notes = notes_of(replace(CONTAINERS, unit="shell", assume="rok-gov-2023-10-16-shells"))
    assert any(line.startswith("Derived, not claimed: shells, if 270 to 300 per container") for line in notes.footer)


def test_a_view_of_every_report_says_so() -> None:
    assert "One mark is one report" in notes_of(replace(CONTAINERS, every_report=True)).rule


def test_no_filter_and_no_reports_are_told() -> None:
    notes = notes_of_reports(Selection(), a_table(), HELD)
    assert notes.title == "All topics"
    assert notes.footer[0] == "No filters."
    assert notes.counted == "0 claims from 0 reports, by 0 claimants"
