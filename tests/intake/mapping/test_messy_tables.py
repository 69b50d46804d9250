"""Tables that are easily misread: read right, or asked about, and never read as something else in silence."""

import pytest

from claimsdash.domain.errors import Severity
from claimsdash.intake.importing import ImportOptions, ImportReport, import_bytes
from claimsdash.intake.mapping import Choices
from intake.mapping.kept_tables import DAILY, KEPT
from intake.mapping.messy_tables import MESSY, OTHER, STACKED
from intake.mapping.public_tables import a_wide_package
from intake.mapping.published_tables import PUBLISHED
from making_files import a_workbook

PACKAGE = a_wide_package()


def read(data: bytes | str, name: str = "t.csv", **answers: str) -> ImportReport:
    data = data.encode() if isinstance(data, str) else data
    return import_bytes(data, name, PACKAGE, options=ImportOptions(choices=Choices(answers), claimant="X"))


CASES = {**MESSY, **PUBLISHED, **KEPT}


@pytest.mark.parametrize("title", CASES)
def test_a_messy_table_is_read_right_or_asked_about(title: str) -> None:
    case = CASES[title]
    report = read(case.data, case.name, **case.answers)
    assert report.mapping is not None
    assert tuple(question.key for question in report.mapping.open_questions) == case.asked
    assert (len(report.claims), report.kept_out_count) == (case.count, 0), report.message
    told = report.claims[["topic", "best", "unit", "as_of"]].fillna("").itertuples(index=False, name=None)
    assert list(told)[: len(case.first)] == list(case.first)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Date,Aid\n2023-01-02,£300m\n2023-01-03,£5m\n", "£300m is 300 million"),
        ("Date,Deaths\n44197,5\n44198,6\n", "44197 is 2021-01-01"),
        ("Year,Week,Deaths\n2020,1,15\n2020,2,18\n", "ISO 8601"),
        ("Vuodet,Kuolleet\n2019,310\n2020,290\n", "Are the numbers under Vuodet years?"),
        ("Country,2020,Change\nA,500,5 (see a)\nB,600,3 (see b)\n", "Are the cells under Change words or figures?"),
        ("Place,2020,2021,,Place,2020,2021\nA,5,6,,C,50,60\n", "Do two tables stand beside each other?"),
        ("Sex,2020,2021\nEurope,,\nMen,5,6\nAsia,,\nMen,7,8\n", "Europe goes into their scope"),
        ("Supplier,Date,Amount (GBP)\nA,15/04/2019,12.50\n,,12.50\n", "leave them out"),
    ],
)
def test_what_is_read_as_likely_is_said(text: str, told: str) -> None:
    report = read(text)
    assert len(report.claims)
    assert any(told in warning for warning in report.warnings)


def test_words_between_the_rows_go_into_the_scope_of_rows_that_need_them() -> None:
    text = "Sex,2020,2021\nEurope,,\nMen,5,6\nWomen,7,8\nAsia,,\nMen,9,10\n"
    assert read(text).claims["scope"].tolist()[::2] == ["Men; Europe", "Women; Europe", "Men; Asia"]
    assert read(text, groups="leave_out").claims["scope"].tolist()[::2] == ["Men", "Women", "Men"]
    without = read("Place,2020,2021\nAtlantis,,\nUtopia,5,6\n")
    assert without.claims["scope"].tolist() == ["Utopia", "Utopia"]
    assert any("rows without a figure" in warning for warning in without.warnings)


def test_tables_below_each_other_are_told_apart_where_they_are_read_as_one() -> None:
    scopes = read(STACKED, tables="all").claims["scope"].tolist()
    assert scopes[::2] == ["A; Deaths", "B; Deaths", "A; Injuries", "B; Injuries"]
    both = read(STACKED, tables="all").claims
    assert (set(both["topic"]), set(both["unit"])) == ({"t"}, {"item"})
    first = read(OTHER, tables="first").claims
    assert (set(first["topic"]), len(first)) == ({"killed", "wounded"}, 4)


def test_cells_that_seem_to_be_figures_can_be_taken_as_such() -> None:
    text = "Country,2020,Hurt\nA,500,5 or so x\nB,600,7 (see a)\nC,1,4\n"
    assert len(read(text).claims) == 3
    report = read(text, **{"cells:hurt": "figures"})
    errors = [problem for problem in report.problems if problem.severity is Severity.ERROR]
    assert {(problem.line, problem.column) for problem in errors} <= {(2, "Hurt"), (3, "Hurt")}
    assert set(report.claims["topic"]) == {"t", "hurt"}


def test_arrows_before_numbers_are_signs() -> None:
    claims = read("Country,2020,Change\nA,500,▲ 5\nB,600,▼ 3\n").claims
    assert claims["best"].tolist() == [500.0, 5.0, 600.0, -3.0]


def test_a_letter_behind_numbers_can_be_refused() -> None:
    text = "Date,Aid\n2023-01-02,£300m\n2023-01-03,£5\n"
    assert read(text).claims["best"].tolist() == [300_000_000.0, 5.0]
    assert read(text, scale="keep_out").claims["best"].tolist() != [300.0, 5.0]


def test_a_currency_that_is_no_unit_keeps_its_row_out() -> None:
    report = read("Date,Aid\n2023-01-02,USD 300\n2023-01-03,XAU 5\n")
    assert [(problem.line, problem.value) for problem in report.problems if problem.severity is Severity.ERROR] == [
        (3, "XAU")
    ]


def test_a_number_with_its_ends_is_a_range_around_it() -> None:
    claims = read('Country,Deaths\nKenya,1200 (900–1500)\nGhana,"1,800 [95% CI 1,600–2,000]"\n').claims
    assert claims[["low", "best", "high"]].to_numpy().tolist() == [[900.0, 1200.0, 1500.0], [1600.0, 1800.0, 2000.0]]


def test_a_day_where_a_spreadsheet_had_a_range_is_kept_out() -> None:
    report = read("Date,Killed\n2023-01-01,10-20\n2023-01-02,20-Oct\n2023-01-03,30\n")
    assert [(p.line, p.value) for p in report.problems if p.severity is Severity.ERROR] == [(3, "20-Oct")]
    assert len(report.claims) == 2


def test_a_letter_behind_a_year_is_kept_as_a_hedge() -> None:
    assert read("Place,2019p,2020\nA,15,17\n").claims["hedge"].fillna("").tolist() == ["provisional", ""]


def test_items_of_words_tell_the_rows_apart() -> None:
    claims = read("Item,2020,2021\nArrests,12,15\nFines,100,90\n").claims
    assert claims["scope"].tolist() == ["Arrests", "Arrests", "Fines", "Fines"]


def test_a_word_of_how_firm_a_number_is_goes_to_the_number_of_its_name() -> None:
    case = PUBLISHED["losses that could be years, and a word for another column"]
    claims = read(case.data, case.name).claims
    assert claims["qualifier"].tolist()[:2] == ["exact", "approximate"]


def test_columns_called_entity_hold_claimants_in_a_table_of_spending_and_places_elsewhere() -> None:
    places = "Entity,Code,Year,Deaths\nSyria,SYR,2014,60000\nYemen,YEM,2014,900\n"
    report = import_bytes(places.encode(), "t.csv", PACKAGE)
    assert report.mapping is not None
    assert [question.key for question in report.mapping.open_questions] == ["claimant"]
    assert set(read(places).claims["scope"]) == {"Syria; SYR", "Yemen; YEM"}
    told = read(places, **{"claimant_column:entity": "yes"})
    assert set(told.claims["scope"]) == {"SYR", "YEM"}
    spent = import_bytes(b"Entity,Date,Supplier,Amount (GBP)\nDVLA,2020-01-02,X,5\n", "t.csv", PACKAGE)
    assert set(spent.claims["claimant"]) == {"DVLA"}


def test_sources_across_are_claimants_of_the_same_topics() -> None:
    text = "Date,UN killed,UN wounded,Army killed,Army wounded\n2022-03-25,1081,1707,498,1597\n"
    claims = import_bytes(text.encode(), "t.csv", PACKAGE).claims
    assert claims[["topic", "claimant"]].to_numpy().tolist() == [
        ["killed", "UN"], ["wounded", "UN"], ["killed", "Army"], ["wounded", "Army"]
    ]  # fmt: skip  # several to a line
    assert set(read(text, crossed="places").claims["scope"]) == {"UN", "Army"}
    assert set(read(text, crossed="measures").claims["topic"]) == {
        "un_killed", "un_wounded", "army_killed", "army_wounded"
    }  # fmt: skip  # several to a line


def test_totals_beside_new_ones_run_up() -> None:
    claims = read(PUBLISHED["running totals beside new ones, in two places"].data).claims
    assert claims.groupby("topic")["basis"].unique().map(list).to_dict() == {
        "new_cases": ["flow"], "total_cases": ["cumulative"]
    }  # fmt: skip  # several to a line


def test_counts_that_never_fall_in_any_place_run_up() -> None:
    rows = "".join(f"2021-01-0{day},{place},{n * day}\n" for day in range(1, 7) for place, n in (("A", 5), ("B", 900)))
    assert set(read(f"date,place,cases\n{rows}").claims["basis"]) == {"cumulative"}
    assert set(read(f"date,place,cases\n{rows}2021-01-07,A,1\n").claims["basis"]) == {"stock"}


def test_a_name_that_stands_once_holds_for_the_rows_below() -> None:
    text = "Sex,Age group,2020\nMen,0-14,5\n,15-64,50\nWomen,0-14,4\n,15-64,40\n"
    assert read(text).claims["scope"].tolist() == ["Men; 0-14", "Men; 15-64", "Women; 0-14", "Women; 15-64"]
    assert read(text, blanks="nothing").claims["scope"].tolist() == ["Men; 0-14", "15-64", "Women; 0-14", "15-64"]
    assert any("blank cells under Sex" in warning for warning in read(text).warnings)
    nested = "Land,Sex,Age group,2020\nX,Men,0-14,5\n,,15-64,6\n,Women,0-14,7\n,,15-64,8\nY,Men,0-14,5\n,,15-64,6\n"
    assert read(nested).claims["scope"].tolist()[3:] == ["X; Women; 15-64", "Y; Men; 0-14", "Y; Men; 15-64"]


def test_numbers_are_no_names_that_stand_once_but_years_below_their_name_are() -> None:
    assert read("2019,Place,2020\n1500,A,\n,B,7\n,C,8\n").claims["best"].tolist() == [1500.0, 7.0, 8.0]
    assert read("Deaths,Place,Year\n1500,A,2019\n,B,2020\n,C,2021\n").claims["best"].tolist() == [1500.0]
    years = read("Year,Place,Deaths\n2019,A,5\n,B,6\n2020,A,7\n,B,8\n").claims
    assert years["as_of"].tolist() == ["2019", "2019", "2020", "2020"]


def test_sheets_that_are_not_read_are_named() -> None:
    report = read(
        a_workbook(["Place", "Deaths"], ["A", "5"], ["B", "6"], Later=[["Place", "Deaths"], ["A", "7"]]), "b.xlsx"
    )
    assert any("not read: Later" in warning for warning in report.warnings)


def test_daily_numbers_and_their_running_totals_are_told_apart_by_their_sums() -> None:
    report = read(DAILY)
    assert dict(zip(report.claims["topic"], report.claims["basis"], strict=True)) == {
        "deaths": "flow",
        "deaths_total": "cumulative",
    }
    assert any("each step of deaths_total is deaths" in warning for warning in report.warnings)
    levels = read(DAILY, basis="stock").claims["basis"]
    assert set(levels) == {"stock"}
    odd = read(DAILY.replace(b"4,7", b"4,6")).claims["basis"]
    assert set(odd) == {"stock"}


def test_digits_behind_names_are_cut_only_where_notes_explain_them() -> None:
    text = "Country,2019,2020\nFrance1,500,600\nSpain2,300,400\n"
    assert set(read(text).claims["scope"]) == {"France1", "Spain2"}
    noted = text + "1 estimated\n"
    assert set(read(noted, name_digits="keep").claims["scope"]) == {"France1", "Spain2"}
    assert any("France1 under Country" in warning for warning in read(noted).warnings)


def test_a_number_with_its_error_and_ends_without_a_middle_keep_both_ends() -> None:
    spread = read("Year,Deaths\n2019,1200 ± 50\n2020,1300 +/- 60\n").claims
    assert spread[["low", "high"]].to_numpy().tolist() == [[1150, 1250], [1240, 1360]]
    ends = read("Date,Min killed,Max killed\n2024-01-05,10,20\n2024-01-06,5,\n").claims
    assert ends["topic"].tolist() == ["killed", "killed"]
    assert ends["qualifier"].tolist() == ["range", "lower_bound"]
