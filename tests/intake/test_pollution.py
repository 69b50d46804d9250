"""The kinds of pollution that the Pollock benchmark names: read or refused, and no cell in another column.

Kinds after Vitagliano and others, "Pollock: A Data Loading Benchmark" (PVLDB 16, 2023); the files are made here.
"""

import pytest

from claimsdash.intake.importing import ImportOptions, ImportReport, import_bytes
from intake.mapping.public_tables import a_wide_package

PACKAGE = a_wide_package()
HEADER = ["Place", "Kind", "Year", "Deaths"]
ROWS = [["Seoul, west", "a", "2019", "5"], ["Busan", "b", "2020", "16"], ["Jeju", "c", "2021", "27"]]
TRUE = {(f"{place}; {kind}", float(deaths), year) for place, kind, year, deaths in ROWS}


def a_text(delimiter: str = ",", end: str = "\n", quote: str = '"', rows: list[list[str]] | None = None) -> str:
    def cell(text: str) -> str:
        return f"{quote}{text}{quote}" if delimiter in text or " " in text else text

    return end.join(delimiter.join(map(cell, row)) for row in [HEADER, *(rows or ROWS)]) + end


PLAIN = a_text()
HEAD, FIRST, SECOND, THIRD = PLAIN.splitlines(keepends=True)

READ_WHOLE = {
    "no end of line at the end": PLAIN[:-1],
    "a blank line at the end": PLAIN + "\n",
    "lines above": "Report of deaths\nas of today\n\n" + PLAIN,
    "lines above, with delimiters": "Report of deaths,,,\n,,,\n" + PLAIN,
    "semicolons": a_text(";"),
    "tabs": a_text("\t"),
    "bars": a_text("|"),
    "carets": a_text("^"),
    "tildes": a_text("~"),
    "colons": a_text(":"),
    "spaces": a_text(" "),
    "a comma and a space": "Place, Kind, Year, Deaths\nBusan, b, 2020, 16\nJeju, c, 2021, 27\n",
    "two semicolons": a_text(";;"),
    "apostrophes around all cells": "\n".join(",".join(f"'{cell}'" for cell in row) for row in [HEADER, *ROWS]),
    "CR": a_text(end="\r"),
    "CR LF": a_text(end="\r\n"),
    "LF CR": a_text(end="\n\r"),
    "ends of lines of two kinds": HEAD + FIRST.replace("\n", "\r\n") + SECOND + THIRD,
    "a delimiter too many at the end of a row": HEAD + FIRST + SECOND.replace("\n", ",\n") + THIRD,
    "a delimiter too many at the end of all rows": HEAD + "".join(row.replace("\n", ",\n") for row in (FIRST, THIRD)),
    "a delimiter too many at the end of the header": HEAD.replace("\n", ",\n") + FIRST + SECOND,
    "a line of words above the header": "Who,,When,What\n" + PLAIN,
    "one row": HEAD + FIRST,
}

KEPT_OUT = {
    "a delimiter too few": (HEAD + FIRST + "Busan,b2020,16\n" + THIRD, "has 3 cells where the header has 4"),
    "a delimiter too many": (HEAD + FIRST + "Busan,,b,2020,16\n" + THIRD, "has 5 cells where the header has 4"),
    "a comma in a cell without quotes": (PLAIN.replace('"', ""), "has 5 cells where the header has 4"),
    "apostrophes around one cell": (PLAIN.replace('"', "'"), "has 5 cells where the header has 4"),
    "a backslash before a comma": (PLAIN.replace('"Seoul, west"', r"Seoul\, west"), "has 5 cells"),
    "a row with another delimiter": (HEAD + FIRST + "Busan;b;2020;16\n" + THIRD, "has 1 cell where"),
    "a row with spaces": (HEAD + FIRST + "Busan b 2020 16\n" + THIRD, "has 1 cell where"),
    "two rows in one line": (HEAD + FIRST + SECOND[:-1] + THIRD + SECOND, "has 7 cells where"),
    "a narrower table below": (PLAIN + "\nName,Hurt\nX,5\n", "has 2 cells where"),
    "a wider table below": (PLAIN + "\nName,Kind,Year,Hurt,More\nX,y,2019,5,6\n", "has 5 cells where"),
}

REFUSED = {
    "nothing": ("", "The file is empty"),
    "the header alone": (HEAD, "There is a header and no row below it"),
    "a quote that is never closed": (
        HEAD + FIRST + '"Busan,b,2020,16\n' + THIRD,
        "Line 3: a double quote",
    ),
    "a quote too many": (HEAD + FIRST + '"Busan"",b,2020,16\n' + THIRD, "Line 3: a double quote"),
    "text behind a quote": (HEAD + '"Seoul, west"a,2019,5\n' + SECOND, "Line 2: text follows a closing quote"),
    "backslashes before quotes": (PLAIN.replace("Seoul", r"\"Seoul\""), "Line 2: text follows a closing quote"),
    "a column without a name": (
        "Place,Kind,Year\n" + FIRST + SECOND + THIRD,
        "The header names 3 columns",
    ),
    "names of rows, as R writes them": (
        HEAD + "".join(f"{number},{row}" for number, row in enumerate((FIRST, SECOND, THIRD))),
        "The header names 4 columns and most rows have 5 cells",
    ),
    "a cell too few in every row": (HEAD + "Busan,b,2020\nJeju,c,2021\n", "line 2 has 3 cells and the header 4"),
    "another table of that width below": (PLAIN + "\nName,Sort,Time,Hurt\nX,y,2019,5\n", "Which of the tables"),
    "a delimiter that is no sign of a text": (a_text("\x1f"), "This is not a text"),
}


def read(text: str) -> ImportReport:
    return import_bytes(text.encode(), "deaths.csv", PACKAGE, options=ImportOptions(claimant="X"))


def told(report: ImportReport) -> set[tuple[str, float, str]]:
    return set(report.claims[["scope", "best", "as_of"]].itertuples(index=False, name=None))


@pytest.mark.parametrize("kind", READ_WHOLE)
def test_a_polluted_file_is_read_whole(kind: str) -> None:
    report = read(READ_WHOLE[kind])
    assert told(report) <= TRUE
    assert (len(report.claims), report.kept_out_count) == (report.rows, 0)


@pytest.mark.parametrize("kind", KEPT_OUT)
def test_rows_that_cannot_be_read_are_kept_out_with_the_reason_and_the_others_stay_as_they_are(kind: str) -> None:
    text, said = KEPT_OUT[kind]
    report = read(text)
    assert len(report.claims) > 1
    assert told(report) <= TRUE
    assert any(said in problem.reason for problem in report.problems)
    assert report.rows == len(report.claims) + report.kept_out_count


@pytest.mark.parametrize("kind", REFUSED)
def test_a_file_that_nobody_can_read_for_sure_is_refused_with_the_reason(kind: str) -> None:
    text, said = REFUSED[kind]
    report = read(text)
    assert report.claims.empty
    assert said in report.message


def test_without_a_header_the_first_row_is_a_row() -> None:
    report = read(FIRST + SECOND + THIRD)
    assert told(report) == TRUE
    assert any("Are the numbers under column 3 years?" in warning for warning in report.warnings)


def test_a_column_that_numbers_the_rows_is_no_measure() -> None:
    report = read(f",{HEAD}" + "".join(f"{number},{row}" for number, row in enumerate((FIRST, SECOND, THIRD))))
    assert report.claims["best"].tolist() == [5.0, 16.0, 27.0]
