"""Columns found against columns of a claims table."""

from claimsdash.domain.errors import Severity
from claimsdash.intake.checking.columns import match_columns


def test_capitals_spaces_and_hyphens_do_not_matter() -> None:
    matched, problems = match_columns(["Topic", "Value text", "UNIT", "claimant", "reported-on"])
    assert (matched["value_text"], matched["reported_on"], matched["unit"]) == ("Value text", "reported-on", "UNIT")
    assert problems == []


def test_missing_columns_are_one_error_that_names_them_and_the_nearest() -> None:
    _, (problem,) = match_columns(["topics", "value_text", "units", "colour"])
    assert problem.severity is Severity.ERROR
    assert problem.reason == (
        "required columns are missing: topic (the nearest column found is topics); "
        "unit (the nearest column found is units); claimant"
    )
    assert "topics, units, colour" in problem.remedy


def test_one_of_the_four_columns_of_a_number_will_do() -> None:
    base = ["topic", "unit", "claimant"]
    assert match_columns([*base, "high"])[1] == []
    assert "value_text" in match_columns(base)[1][0].reason


def test_a_column_of_another_name_is_left_out_with_a_warning() -> None:
    _, (problem,) = match_columns(["topic", "unit", "claimant", "value_text", "qualifer"])
    assert (problem.severity, problem.column) == (Severity.WARNING, "qualifer")
    assert problem.remedy == "Rename it qualifier if it holds that."
