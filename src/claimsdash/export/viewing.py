"""What a view of a collection becomes as a file: the functions behind buttons and commands."""

from dataclasses import replace
from datetime import date

from claimsdash.domain.view import View
from claimsdash.export.bundle import Contents, write_bundle
from claimsdash.export.collection import Collection, topics_held
from claimsdash.export.notes import Held, notes_of_reports, notes_of_scene, with_collapse
from claimsdash.export.report import Made, write_report
from claimsdash.export.report.sections import Part


def report_of(collection: Collection, view: View, *, on: date, version: int | None = None) -> bytes:
    """Return the report of a view as HTML; without a topic, of every topic that the filters leave.

    `on` is the day it is made, `version` that of the workspace.
    """
    held = Held(collection.package, version)
    reports = collection.reports(view.selection)
    if view.selection.topic is not None:
        scene = collection.scene(view, reports)
        notes = notes_of_scene(scene, reports, held)
        return write_report([Part(scene, reports, notes, collection.loaded_on)], Made(on, collection.package, notes))
    parts = [_part(collection, view.of_topic(topic), held) for topic in topics_held(collection)]
    made = Made(on, collection.package, notes_of_reports(view.selection, reports, held))
    return write_report([part for part in parts if len(part.reports)], made)


def bundle_of(collection: Collection, view: View, *, on: date, version: int | None = None) -> bytes:
    """Return the bundle of a view as a ZIP: data package, linked data, references and report."""
    held = Held(collection.package, version)
    reports = collection.reports(view.selection)
    notes = notes_of_reports(view.selection, reports, held)
    notes = replace(notes, rule=with_collapse(notes.rule, view))
    report = report_of(collection, view, on=on, version=version)
    return write_bundle(Contents(reports, collection.package, topics_held(collection), notes, report, on))


def _part(collection: Collection, view: View, held: Held) -> Part:
    reports = collection.reports(view.selection)
    scene = collection.scene(view, reports)
    return Part(scene, reports, notes_of_scene(scene, reports, held), collection.loaded_on)
