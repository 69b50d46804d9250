"""The rule that makes one figure of many claims is named in whatever leaves a view in which it is in force."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from claimsdash.analysis.collapse import RULE_WORDS, Rule
from claimsdash.charts.scene import Scene
from claimsdash.domain.view import View
from claimsdash.export.notes import Held, notes_of_scene
from claimsdash.export.scenes.charts import Asked, chart_of
from claimsdash.export.tables import write_csv
from claimsdash.export.view_table import VIEW_FIELDS, Display, view_table
from claimsdash.export.viewing import bundle_of, report_of
from claimsdash.export.workbook import write_workbook
from making_views import CONTAINERS, curated, curated_package

ON = date(2026, 11, 23)
HELD = Held(curated_package(), 1)


def scene_of(view: View) -> Scene:
    return curated().scene(view, curated().reports(view.selection))


def as_csv(view: View) -> str:
    table = view_table(curated().reports(view.selection), Display(scene_of(view), curated_package().units))
    return write_csv(table, VIEW_FIELDS).decode()


def readme_of_workbook(view: View) -> str:
    reports = curated().reports(view.selection)
    notes = notes_of_scene(scene_of(view), reports, HELD)
    content = write_workbook(view_table(reports, Display(scene_of(view), curated_package().units)), notes)
    readme = openpyxl.load_workbook(io.BytesIO(content))["readme"]
    return "\n".join(str(cell.value) for row in readme.iter_rows() for cell in row)


def picture(view: View) -> str:
    """Return what is printed on the chart of a picture and below it."""
    charted = chart_of(Asked(curated(), view), "agreement", HELD)
    assert "Rule: " in charted.drawn.figure.layout.xaxis.title.text
    return "\n".join(charted.footer)


def report(view: View) -> str:
    return report_of(curated(), view, on=ON).decode()


def in_bundle(name: str) -> Callable[[View], str]:
    def read(view: View) -> str:
        with zipfile.ZipFile(io.BytesIO(bundle_of(curated(), view, on=ON))) as bundle:
            return bundle.read(name).decode()

    return read


EXPORTS = {"csv": as_csv, "xlsx": readme_of_workbook, "picture": picture, "report": report} | {
    name: in_bundle(name) for name in ("README.md", "datapackage.json", "claims.jsonld", "report.html")
}


@pytest.mark.parametrize(("name", "rule"), list(zip(EXPORTS, [*Rule, *Rule], strict=True)))
def test_every_export_names_the_rule_in_force(name: str, rule: Rule) -> None:
    said = EXPORTS[name](replace(CONTAINERS, tab="agreement", rule=rule.value))
    assert RULE_WORDS[rule] in said


@pytest.mark.parametrize("name", ["csv", "xlsx", "README.md"])
def test_where_no_rule_is_in_force_none_is_named(name: str) -> None:
    assert RULE_WORDS[Rule.SHARED] not in EXPORTS[name](CONTAINERS)


def test_the_course_over_time_is_of_the_shared_interval_whatever_the_rule() -> None:
    view = replace(CONTAINERS, tab="agreement", rule="highest")
    footer = "\n".join(chart_of(Asked(curated(), view), "course", HELD).footer)
    assert RULE_WORDS[Rule.HIGHEST] not in footer
