"""The public functions for notebooks."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given

import claimsdash as cd
from choosing import chosen
from claimsdash.domain.errors import ClaimsdashError
from claimsdash.domain.selection import Selection
from claimsdash.export.tables import write_csv
from claimsdash.store.workspace import curated_folder
from drawing import drawn, selections, tables
from making import a_table
from making_views import curated_claims

DOCS = Path(__file__).parents[2] / "docs"


def test_the_public_interface_is_documented_and_loads_nothing_until_it_is_used() -> None:
    described = (DOCS / "api.md").read_text(encoding="utf-8")
    assert [name for name in cd.__all__ if f"`{name}(" not in described] == []
    program = (
        "import sys, claimsdash; print([n for n in ('pandas', 'plotly', 'duckdb', 'streamlit') if n in sys.modules])"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=DOCS.parent / "src"
    )
    assert shown.stdout.strip() == "[]"
    with pytest.raises(AttributeError, match="tornado"):
        cd.tornado  # noqa: B018 - to be refused


@drawn
@given(tables, selections)
def test_a_filter_means_what_it_means_on_the_page(claims: pd.DataFrame, selection: Selection) -> None:
    filters: Any = {name: getattr(selection, name) for name in (*selection.active(), "topic")}
    filters = {name: value for name, value in filters.items() if value is not None}
    assert set(cd.select(claims, **filters)["report_id"]) == set(chosen(claims, selection)["report_id"])


def test_a_single_key_and_a_day_in_iso_will_do() -> None:
    told = cd.select(curated_claims(), topic="containers_shipped", countries="KR", known_on="2024-03-01")
    meant = cd.select(curated_claims(), topic="containers_shipped", countries=["KR"], known_on=date(2024, 3, 1))
    assert told["report_id"].tolist() == meant["report_id"].tolist()
    assert len(told) > 3


@pytest.mark.parametrize(
    ("filters", "told"), [({"colour": "red"}, "colour is no filter"), ({"known_on": "soon"}, "'soon' is not a day")]
)
def test_a_filter_that_is_none_is_refused(filters: Any, told: str) -> None:
    with pytest.raises(ClaimsdashError, match=told):
        cd.select(curated_claims(), **filters)


def test_a_figure_needs_one_topic_and_an_axis_that_the_topic_has() -> None:
    with pytest.raises(ClaimsdashError, match="Choose one topic"):
        cd.timeline(cd.curated())
    with pytest.raises(ClaimsdashError, match="no such axis"):
        cd.timeline(cd.select(cd.curated(), topic="containers_shipped"), unit="person")


def test_a_selection_without_reports_gives_figures_that_say_so() -> None:
    nothing = cd.select(cd.curated(), topic="containers_shipped", text="no such word")
    for figure in (cd.timeline(nothing), cd.by_source(nothing)):
        assert "No claim" in figure.layout.annotations[0].text
    assert cd.claims(a_table()).empty


def test_a_file_is_read_and_its_rows_with_errors_are_told(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_bytes(write_csv(curated_claims().head(3)).replace(b"2023-10-13,us_white", b"soon,us_white", 1))
    with pytest.warns(UserWarning, match="1 rows with errors"):
        reports = cd.read(file)
    assert len(reports) == 2
    assert any("soon" in text for text in cd.problems(reports))
    json.dumps(reports.attrs)


def test_a_table_read_from_its_file_gives_the_figure_of_the_app() -> None:
    claims = cd.read(curated_folder() / "claims.csv")
    figures = [
        cd.timeline(cd.select(reports, topic="containers_shipped")).to_json() for reports in (claims, cd.curated())
    ]
    assert figures[0] == figures[1]


def test_claims_are_counted_once() -> None:
    assert len(cd.claims(cd.curated())) == cd.curated()["claim_id"].nunique()


def test_a_table_brings_the_numbers_of_the_axis() -> None:
    table = cd.table(cd.select(cd.curated(), topic="containers_shipped"), unit="container", scale=1000)
    assert set(table["display_unit"].dropna()) == {"thousand containers"}
