"""The table of a view."""

from dataclasses import replace

from claimsdash.domain.selection import Selection
from claimsdash.export.tables import write_csv
from claimsdash.export.view_table import VIEW_FIELDS, Display, view_table
from making import a_table
from making_views import CONTAINERS, curated, curated_package

UNITS = curated_package().units
LOAD = "rok-gov-2023-10-16-shells"


def test_the_display_unit_stands_beside_the_original() -> None:
    reports = curated().reports(CONTAINERS.selection)
    view = replace(CONTAINERS, unit="container", scale=1000)
    table = view_table(reports, Display(curated().scene(view, reports), UNITS))
    assert list(table) == [field.name for field in VIEW_FIELDS]
    held = table[table["display_unit"].notna()]
    assert set(held["display_unit"]) == {"thousand containers"}
    assert (held["display_low"] * 1000).round(6).equals(held["low"].round(6))
    assert table["display_assumption"].isna().all()


def test_an_assumption_is_named_beside_each_number_that_rests_on_it() -> None:
    reports = curated().reports(CONTAINERS.selection)
    view = replace(CONTAINERS, unit="shell", assume=LOAD)
    table = view_table(reports, Display(curated().scene(view, reports), UNITS))
    bound = table[table["report_id"].eq("us-wh-2023-10-13-containers-ap")].iloc[0]
    assert (bound["display_unit"], bound["display_assumption"]) == ("shells", LOAD)
    assert bound["display_condition"].startswith("shells, if 270 to 300 per container (")
    assert (bound["low"], bound["display_low"]) == (1000, 270_000)
    assert bound[["display_best", "display_high"]].isna().all()


def test_one_report_speaks_for_each_claim() -> None:
    table = view_table(curated().reports(Selection()))
    assert table["speaks"].sum() == table["claim_id"].nunique()
    assert table["display_low"].isna().all()


def test_an_empty_table_stays_empty() -> None:
    assert write_csv(view_table(a_table()), VIEW_FIELDS).decode().count("\n") == 1
