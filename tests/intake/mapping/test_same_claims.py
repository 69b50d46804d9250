"""The same figures in another order, under other names, in another shape or with other marks are the same claims."""

import csv
import io
import json
from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimsdash.intake.importing import ImportOptions, import_bytes
from claimsdash.intake.mapping import Choices
from intake.mapping.public_tables import a_wide_package
from making_files import a_workbook

PACKAGE = a_wide_package()
PLACES, YEARS = ("Atlantis", "Utopia", "Erewhon"), ("2019", "2020", "2021", "2022")
FEW = settings(max_examples=15, deadline=None)

Figures = dict[tuple[str, str], int | None]
"""Deaths by place and year; None where there is no figure."""

figures = st.fixed_dictionaries(
    {(place, year): st.none() | st.integers(0, 10**7) for place in PLACES for year in YEARS}
).filter(lambda found: all(any(found[place, year] is not None for place in PLACES) for year in YEARS))
orders = st.permutations(range(len(YEARS) + 1))


def claims_of(data: bytes, name: str = "deaths.csv", **answers: str) -> set[tuple[object, ...]]:
    options = ImportOptions(choices=Choices(answers), claimant="Ministry")
    report = import_bytes(data, name, PACKAGE, options=options)
    assert report.kept_out_count == 0, report.message
    told = report.claims[["topic", "best", "unit", "as_of", "scope", "claimant"]].fillna("")
    found = set(told.itertuples(index=False, name=None))
    assert len(found) == len(report.claims)
    return found


def expected(table: Figures, unit: str = "fatality") -> set[tuple[object, ...]]:
    return {
        ("deaths", float(number), unit, year, place, "Ministry")
        for (place, year), number in table.items()
        if number is not None
    }


def a_csv(rows: Sequence[Sequence[object]], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode()


def cell(number: int | None) -> str:
    return "" if number is None else str(number)


def wide(table: Figures, first: str = "Place") -> list[list[str]]:
    body = [[place, *(cell(table[place, year]) for year in YEARS)] for place in PLACES]
    return [[first, *YEARS], *body]


def long(table: Figures, names: Sequence[str] = ("Place", "Year", "Deaths")) -> list[list[str]]:
    return [list(names), *([place, year, cell(number)] for (place, year), number in table.items())]


def test_figures_below_a_year_are_not_taken_for_years() -> None:
    table: Figures = dict.fromkeys(product(PLACES, YEARS)) | {(PLACES[2], year): 0 for year in YEARS[:3]}
    table[PLACES[2], "2022"] = 1900
    assert claims_of(a_csv(wide(table))) == expected(table)


@FEW
@example(
    dict.fromkeys(product(PLACES, YEARS), 0)
    | {(PLACES[0], "2019"): 1500}
    | dict.fromkeys(product(PLACES[1:], YEARS[:1])),
    [1, 0, 2, 3, 4],
)
@given(figures, orders)
def test_the_order_of_columns_changes_nothing(table: Figures, order: list[int]) -> None:
    shuffled = [[row[place] for place in order] for row in wide(table)]
    assert claims_of(a_csv(shuffled)) == expected(table)


@FEW
@given(figures, st.permutations(range(3)))
def test_wide_and_long_are_the_same_claims(table: Figures, order: list[int]) -> None:
    shuffled = [[row[place] for place in order] for row in long(table)]
    assert claims_of(a_csv(shuffled)) == claims_of(a_csv(wide(table))) == expected(table)


@FEW
@given(
    figures,
    st.sampled_from(["Place", "REGION", "Country", "name", "Bundesland", "Pays", "area_name"]),
    st.sampled_from(["Year", "YEAR", "Jahr", "année", "Año", "Date", "end_date", "Период"]),
)
def test_other_names_of_the_columns_change_nothing(table: Figures, place: str, year: str) -> None:
    assert claims_of(a_csv(long(table, (place, year, "Deaths")))) == expected(table)


@FEW
@given(figures, st.sampled_from(["Deaths", "deaths", "DEATHS", "Deaths (number)", "Deaths "]))
def test_the_case_of_a_name_changes_no_topic(table: Figures, name: str) -> None:
    found = claims_of(a_csv(long(table, ("Place", "Year", name))))
    assert {claim[1:] for claim in found} == {claim[1:] for claim in expected(table)}


@FEW
@given(figures, st.sampled_from([";", "\t", "|", ","]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
def test_delimiter_and_encoding_change_nothing(table: Figures, delimiter: str, encoding: str) -> None:
    data = a_csv(wide(table), delimiter).decode().encode(encoding)
    assert claims_of(data) == expected(table)


@FEW
@given(figures, st.sampled_from([("", "."), (",", "."), (".", ","), (" ", ","), ("'", "."), ("\u202f", ",")]))
def test_the_marks_of_numbers_change_nothing(table: Figures, marks: tuple[str, str]) -> None:
    thousands, decimal = marks
    rows = wide(table)
    typed = [rows[0], *([row[0], *(with_marks(text, thousands, decimal) for text in row[1:])] for row in rows[1:])]
    assert claims_of(a_csv(typed, ";")) == expected(table)


def with_marks(text: str, thousands: str, decimal: str) -> str:
    return f"{int(text):,}".replace(",", thousands) + f"{decimal}0" if text else ""


def test_a_workbook_and_json_give_what_a_text_gives() -> None:
    table: Figures = {key: 7 * number for number, key in enumerate(product(PLACES, YEARS))}
    records = [dict(zip(("Place", "Year", "Deaths"), row, strict=True)) for row in long(table)[1:]]
    assert claims_of(json.dumps(records).encode(), "deaths.json") == expected(table)
    numbers = [[row[0], *(int(text) if text else None for text in row[1:])] for row in wide(table)[1:]]
    assert claims_of(a_workbook(wide(table)[0], *numbers), "deaths.xlsx") == expected(table)


@pytest.mark.parametrize("title", [["Deaths"], ["Deaths", "", "", "", ""]])
def test_a_title_above_is_the_topic_and_moves_nothing(title: list[str]) -> None:
    table: Figures = {(place, year): 5 for place in PLACES for year in YEARS}
    assert claims_of(a_csv([title, *wide(table)]), "t.csv") == expected(table)
