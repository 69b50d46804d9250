"""Where the table lies in its file: titles, headers of several lines, notes, totals; all of it changeable."""

import pytest

from claimsdash.intake.raw import GUESS, Reading, ReadingChoices
from claimsdash.intake.reading import read_table
from making_files import a_workbook


def read(text: str, told: ReadingChoices = GUESS) -> Reading:
    return read_table(text.encode(), "a.csv", told=told)


def dropped(reading: Reading) -> list[tuple[int, str]]:
    return [(one.line, one.reason.split(",")[0]) for one in reading.table.layout.dropped]


@pytest.mark.parametrize(
    ("text", "columns", "header"),
    [
        ("place,dead\nSeoul,5\n", ("place", "dead"), (1,)),
        ("Losses\n\nplace;dead\nSeoul;5\nBusan;6\n", ("place", "dead"), (3,)),
        ("Losses,,\nin thousands,,\nplace,2019,2020\nSeoul,5,6\n", ("place", "2019", "2020"), (3,)),
        ("place,1,2,3,4\nSeoul,5,6,7,8\n", ("place", "1", "2", "3", "4"), (1,)),
        (",2019,2020\nSeoul,5,6\n", ("column 1", "2019", "2020"), (1,)),
        (
            "place,2019,,2020,\n,Volume,%,Volume,%\nSeoul,5,1.5,6,2.5\n",
            ("place", "2019 / Volume", "2019 / %", "2020 / Volume", "2020 / %"),
            (1, 2),
        ),
        (
            "Place,Killed,Wounded\n,persons,persons\nSeoul,5,6\nBusan,7,8\n",
            ("Place", "Killed / persons", "Wounded / persons"),
            (1, 2),
        ),
        ("Seoul,5,6.5\nBusan,7,8.5\n", ("column 1", "column 2", "column 3"), ()),
        ("place,2024-01-01,2024-01-02\nSeoul,5,6\n", ("place", "2024-01-01", "2024-01-02"), (1,)),
        ("date,cases,cases\n2024-01-01,5,6\n", ("date", "cases", "cases (2)"), (1,)),
    ],
)
def test_the_header_is_found(text: str, columns: tuple[str, ...], header: tuple[int, ...]) -> None:
    table = read(text).table
    assert (table.columns, table.layout.header) == (columns, header)


def test_titles_notes_totals_headings_and_repeated_headers_are_left_out_and_said() -> None:
    text = (
        "Losses by region,,\n\nplace,dead,hurt\nNorth,,\nSeoul,5,6\nTotal North,5,6\nplace,dead,hurt\nBusan,7,8\n"
        "Total,12,14\nSource: the ministry\n"
    )
    reading = read(text)
    assert reading.table.rows["place"].tolist() == ["Seoul", "Busan"]
    assert reading.problems == []
    assert dropped(reading) == [
        (1, "a title above the table"),
        (4, "a heading or a note between the rows"),
        (6, "a total of other rows"),
        (7, "the header once more"),
        (9, "a total of other rows"),
        (10, "a note below the table"),
    ]


def test_a_line_that_is_left_out_can_be_kept_and_the_header_told() -> None:
    text = "place,dead,hurt\nSeoul,5,6\nTotal,5,6\nBusan,7,8\n"
    assert read(text, ReadingChoices(kept=frozenset([3]))).table.rows["place"].tolist() == ["Seoul", "Total", "Busan"]
    assert read(text, ReadingChoices(header=(1, 2))).table.columns == ("place / Seoul", "dead / 5", "hurt / 6")
    assert len(read(text, ReadingChoices(header=())).table.rows) == 3


def test_a_ruler_of_a_table_in_text_is_no_row() -> None:
    table = read("| place | dead |\n|-------|------|\n| Seoul | 5 |\n| Busan | 6 |\n").table
    assert (table.columns, len(table.rows)) == (("place", "dead"), 2)


def test_merged_cells_name_every_column_that_they_cover() -> None:
    import io

    import openpyxl

    book = openpyxl.load_workbook(
        io.BytesIO(
            a_workbook(
                ["Table 1: turnout", None, None, None, None],
                ["Region", "2019", None, "2020", None],
                [None, "votes", "share", "votes", "share"],
                ["North", 5, 0.5, 6, 0.6],
                ["South", 7, 0.7, 8, 0.8],
            )
        )
    )
    sheet = book.active
    assert sheet is not None
    for cells in ("A1:E1", "A2:A3", "B2:C2", "D2:E2"):
        sheet.merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    table = read_table(out.getvalue(), "a.xlsx").table
    assert table.columns == ("Region", "2019 / votes", "2019 / share", "2020 / votes", "2020 / share")
    assert table.layout.titles == ("Table 1: turnout",)
