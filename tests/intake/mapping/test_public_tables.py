"""Public tables of the usual kinds: the right number of claims, or the one question that is needed."""

import pytest

from claimsdash.domain.errors import Severity
from claimsdash.intake.importing import ImportOptions, ImportReport, Outcome, import_bytes
from claimsdash.intake.mapping import Choices
from intake.mapping.public_tables import (
    CLAIMED,
    DEATHS,
    EUROPEAN,
    POLLS,
    SPENDING,
    TURNOUT,
    a_wide_package,
    losses,
    renewables,
)

PACKAGE = a_wide_package()


def read(data: bytes | str, name: str, claimant: str = "", **answers: str) -> ImportReport:
    data = data.encode() if isinstance(data, str) else data
    options = ImportOptions(choices=Choices(answers), claimant=claimant)
    return import_bytes(data, name, PACKAGE, options=options)


def open_questions(report: ImportReport) -> list[str]:
    return [question.key for question in report.mapping.open_questions] if report.mapping else []


def claims_by(report: ImportReport, *columns: str) -> dict[object, int]:
    counted: dict[object, int] = report.claims.groupby(list(columns), sort=False).size().to_dict()
    return counted


def test_spending_with_pound_signs_needs_no_question() -> None:
    report = read(SPENDING, "spend_feb_2014.csv")
    assert (report.rows, len(report.claims), report.kept_out_count) == (4, 4, 0)
    assert report.claims["best"].tolist() == [25_100.0, 1_250_000.55, -30_000.10, 40_000.0]
    assert set(report.claims["unit"]) == {"GBP"}
    assert report.claims["as_of"].tolist() == ["2014-02-03", "2014-02-14", "2014-02-28", "2014-02-28"]
    assert set(report.claims["claimant"]) == {"Highways Agency", "DVLA"}


def test_spending_without_a_currency_asks_for_it_alone() -> None:
    text = SPENDING.replace("£", "")
    asked = read(text, "spend.csv")
    assert (asked.outcome, open_questions(asked)) == (Outcome.REJECT_WITH_MESSAGE, ["currency"])
    assert asked.message.startswith("One thing must be said first. In which currency are the sums?")
    assert set(read(text, "spend.csv", currency="EUR").claims["unit"]) == {"EUR"}


def test_polls_give_a_claim_for_each_answer_and_keep_the_sample_beside() -> None:
    report = read(POLLS, "polls.csv")
    assert claims_by(report, "topic") == {"yes": 3, "no": 3, "undecided": 2}
    first = report.claims.iloc[0]
    assert (first["claimant"], first["since"], first["as_of"], first["unit"], first["best"]) == (
        "YouGov", "2023-01-02", "2023-01-05", "percent", 45.5,
    )  # fmt: skip  # several to a line
    assert first["notes"] == "poll_id: 101; sample_size: 1500"
    assert first["url"] == "https://example.org/1"


def test_daily_losses_in_json_ask_only_who_says_so() -> None:
    assert open_questions(read(losses(), "losses.json")) == ["claimant"]
    report = read(losses(), "losses.json", claimant="Ministry")
    assert claims_by(report, "topic", "unit", "basis") == {
        ("tank", "vehicle", "cumulative"): 10,
        ("aircraft", "aircraft", "cumulative"): 10,
        ("personnel", "soldier", "cumulative"): 10,
    }
    assert any("running totals" in warning for warning in report.warnings)
    assert set(read(losses(), "losses.json", claimant="M", basis="stock").claims["basis"]) == {"stock"}


def test_weekly_deaths_across_columns_are_one_measure_over_weeks() -> None:
    report = read(DEATHS, "deaths.csv")
    assert claims_by(report, "topic", "unit") == {("deaths_by_week_and_region", "fatality"): 8}
    assert sorted(set(report.claims["as_of"])) == ["2020-01-03", "2020-01-10", "2020-01-17", "2020-01-24"]
    assert report.claims["best"].max() == 1932
    assert set(report.claims["claimant"]) == {"Office for Statistics"}
    assert len(read(DEATHS, "deaths.csv", totals="keep").claims) == 12


def test_a_merged_header_with_shares_as_fractions_is_read_in_pairs() -> None:
    report = read(renewables(), "t.xlsx")
    assert claims_by(report, "unit", "as_of") == {
        ("vehicle", "2019"): 2, ("ratio", "2019"): 2, ("vehicle", "2020"): 2, ("ratio", "2020"): 2,
    }  # fmt: skip  # several to a line
    assert report.claims["line"].tolist() == [4, 4, 4, 4, 5, 5, 5, 5]
    assert set(read(renewables(), "t.xlsx", percent="as_written").claims["unit"]) == {"vehicle", "percent"}


def test_years_across_are_one_measure_and_differences_another() -> None:
    report = read(TURNOUT, "turnout.csv", claimant="Board of Elections")
    assert claims_by(report, "topic", "unit") == {
        ("votes", "vote"): 4,
        ("cvap_estimate_18to22", "person"): 2,
        ("turnout", "ratio"): 2,
        ("change_in_turnout_from_2021", "ratio"): 2,
    }
    votes = report.claims[report.claims["topic"] == "votes"]
    assert votes["as_of"].tolist() == ["2023", "2021", "2023", "2021"]
    assert report.claims[report.claims["topic"].str.startswith("change")]["as_of"].isna().all()


def test_a_european_table_is_read_with_its_marks_units_and_scales() -> None:
    report = read(EUROPEAN.encode("cp1252"), "t.csv", claimant="Amt")
    assert report.claims["value_text"].tolist()[::2] == ["1234.5 million", "234.0 million"]
    assert report.claims["best"].tolist() == [1_234_500_000.0, 12.3, 234_000_000.0, 2.5]
    assert report.claims["unit"].tolist() == ["EUR", "percent", "EUR", "percent"]
    assert report.claims["as_of"].tolist()[::2] == ["2020-02-03", "2020-03-23"]


def test_sources_across_are_claimants() -> None:
    report = read(CLAIMED, "killed.csv")
    assert claims_by(report, "topic", "claimant") == {
        ("killed", "Ukraine MoD"): 2, ("killed", "Russia MoD"): 2, ("killed", "BBC"): 2,
    }  # fmt: skip  # several to a line
    assert read(CLAIMED, "killed.csv", across="measures", claimant="X").claims["topic"].nunique() == 3


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Date,Deaths\n01/02/2020,5\n03/04/2020,6\n", "day_order"),
        ("Date,Deaths\n13/02/2020,5\n03/14/2020,6\n", "day_order"),
        ("Place,Price in EUR\nSeoul,\"1,234\"\nBusan,\"2,345\"\n", "decimal"),
        ("Day,Deaths\n5 March,5\n6 March,6\n", "year"),
        ("Place,Index of wellbeing\nSeoul,1.5\nBusan,2.5\n", "unit:index_of_wellbeing"),
        ("Place,Budget\nSeoul,500\nBusan,600\n", "currency"),
    ],
)  # fmt: skip  # several to a line
def test_what_the_table_leaves_open_is_asked_and_not_guessed(text: str, key: str) -> None:
    report = read(text, "t.csv", claimant="X")
    assert (report.outcome, open_questions(report)) == (Outcome.REJECT_WITH_MESSAGE, [key])
    assert report.claims.empty


@pytest.mark.parametrize(
    ("text", "answers", "best"),
    [
        ("Place,Price in EUR\nSeoul,\"1,234\"\n", {"decimal": ","}, 1.234),
        ("Place,Price in EUR\nSeoul,\"1,234\"\n", {"decimal": "."}, 1234.0),
        ("Place,Deaths\nSeoul,1 234\n", {}, 1234.0),
        ("Place,Deaths\nSeoul,1'234'567\n", {}, 1234567.0),
        ("Place,Deaths\nSeoul,\"12,34,567\"\n", {}, 1234567.0),
        ("Place,Cost (GBP)\nSeoul,(12.50)\n", {}, -12.5),
        ("Place,Cost (GBP)\nSeoul,(12.50)\n", {"parentheses": "plain"}, 12.5),
        ("Place,Deaths\nSeoul,-\nBusan,5\n", {"dash": "zero"}, 0.0),
        ("Place,Deaths\nSeoul,12*\n", {}, 12.0),
        ("Place,Deaths\nSeoul,1e3\n", {}, 1000.0),
    ],
)  # fmt: skip  # several to a line
def test_figures_are_read_as_answered(text: str, answers: dict[str, str], best: float) -> None:
    report = read(text, "t.csv", claimant="X", **answers)
    assert report.claims["best"].iloc[0] == best


def test_words_and_bounds_beside_numbers_are_kept() -> None:
    text = "Place,Deaths,Precision,Hurt\nA,500,about,>20\nB,600,more than,10-20\nC,700,,~30\nD,n/a,about,n/a\n"
    claims = read(text, "t.csv", claimant="X").claims
    told = {topic: claims[claims["topic"] == topic]["qualifier"].tolist() for topic in ("deaths", "hurt")}
    assert told == {
        "deaths": ["approximate", "lower_bound", "exact"],
        "hurt": ["lower_bound", "range", "approximate"],
    }


def test_columns_of_bounds_belong_to_the_number_between() -> None:
    claims = read("Place,Deaths,Deaths (low),Deaths (high)\nA,500,400,700\n", "t.csv", claimant="X").claims
    assert claims[["low", "best", "high"]].to_numpy().tolist() == [[400.0, 500.0, 700.0]]
    ends = read("Place,Deaths min,Deaths max\nA,400,700\n", "t.csv", claimant="X").claims
    assert (ends["qualifier"].tolist(), ends["low"].tolist(), ends["high"].tolist()) == (["range"], [400.0], [700.0])


def test_one_bad_cell_keeps_out_its_own_claim_alone() -> None:
    report = read("Place,Deaths,Hurt\nA,see page two,5\nB,7,8\nC,9,8\n", "t.csv", claimant="X")
    errors = [
        (problem.line, problem.column, problem.value)
        for problem in report.problems
        if problem.severity is Severity.ERROR
    ]
    assert errors == [(2, "Deaths", "see page two")]
    assert (len(report.claims), report.kept_out.index.tolist()) == (5, [2])


def test_equal_rows_are_told_by_their_lines() -> None:
    report = read("Place,Deaths\nA,5\nB,7\nA,5\n", "t.csv", claimant="X")
    assert [problem.reason for problem in report.problems if problem.line == 4] == [
        "is the same claim as that of line 2"
    ]


def test_names_that_look_alike_are_asked_about_and_kept_apart() -> None:
    text = "Pollster,Yes,No\nQuinnipiac,40,50\nQunnipiac,41,49\nGallup*,42,48\n"
    apart = read(text, "t.csv")
    assert set(apart.claims["claimant"]) == {"Quinnipiac", "Qunnipiac", "Gallup"}
    assert apart.choices["same:Quinnipiac=Qunnipiac"] == "apart"
    merged = read(text, "t.csv", **{"same:Quinnipiac=Qunnipiac": "same", "name_marks": "keep"})
    assert set(merged.claims["claimant"]) == {"Qunnipiac", "Gallup*"}


def test_a_table_without_figures_is_refused_in_words() -> None:
    report = read("Virginia,\nTurnout,https://example.org\nCensus,https://example.org/b\n", "t.csv")
    assert report.message.startswith("No column holds figures; the columns are ")


def test_a_topic_that_is_told_holds_all_columns_apart_by_scope() -> None:
    options = ImportOptions(topic="shells", claimant="rok_mnd")
    report = import_bytes(b"Place,Old,New\nA,5,6\n", "t.csv", PACKAGE, options=options)
    assert claims_by(report, "topic", "scope") == {("shells", "A; old"): 1, ("shells", "A; new"): 1}
