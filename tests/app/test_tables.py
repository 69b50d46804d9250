"""The table of claims, as it travels to the browser."""

import zlib
from typing import Any

import orjson
import pytest

from analysis.curated import reports_of
from claimsdash.analysis.display import Axis
from claimsdash.analysis.looking import every_claim, marks_of
from claimsdash.app.tables import COLUMNS, Answer, pack
from making import a_claim, a_table

TITLES = list(COLUMNS.values())


def sent(*claims: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads(zlib.decompress(pack(every_claim(a_table(*claims)), Answer())))
    return found


def ranks(found: dict[str, Any], title: str) -> list[int | None]:
    [given] = [column["ranks"] for column in found["columns"] if column["title"] == title]
    return list(given)


def test_a_row_holds_what_was_said_as_it_was_said() -> None:
    [row] = sent(
        a_claim(
            report_id="one",
            value_text="about 6,700",
            qualifier="approximate",
            url="https://www.example.org/a",
            outlet_name="KBS",
        )
    )["rows"]
    told = dict(zip(TITLES, row["texts"], strict=True))
    assert told["As printed"] == "about 6,700"
    assert told["Read as"] == "about 6,700 containers"
    assert (told["Link"], row["link"]) == ("example.org", "https://www.example.org/a")
    assert row["key"] == "one"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "page 3", None])
def test_only_a_page_is_linked(address: str | None) -> None:
    [row] = sent(a_claim(url=address))["rows"]
    assert row["link"] == ""


def test_an_inferred_date_says_so() -> None:
    [row] = sent(a_claim(inferred="low,as_of", as_of="2024-02-26"))["rows"]
    assert row["texts"][0] == "2024-02-26 (inferred)"


def test_figures_and_dates_are_sorted_by_value_and_blanks_have_no_place() -> None:
    given = [("a", 900.0, "2024-03-01"), ("b", 10_000.0, None), ("c", 1000.0, "2024-01-01")]
    claims = [
        a_claim(report_id=key, claim_id=key, low=at, best=at, high=at, base_at=at, since=day, since_start=day)
        for key, at, day in given
    ]
    found = sent(*claims)
    by_key = dict(zip([row["key"] for row in found["rows"]], ranks(found, "Read as"), strict=True))
    assert by_key == {"a": 1, "b": 3, "c": 2}
    assert sorted(ranks(found, "Since"), key=str) == [1, 2, None]


def test_rows_of_a_chart_are_named_by_their_marks() -> None:
    marks = marks_of(every_claim(a_table(a_claim())), Axis("container", "container", 1.0))
    found = orjson.loads(zlib.decompress(pack(marks, Answer(5, bell="card"))))
    assert found["rows"][0]["key"] == str(marks["mark_id"].iat[0])
    assert (found["bell"], found["chosen"]) == ("card", 5)


def test_the_largest_curated_topic_travels_in_a_few_kilobytes() -> None:
    claims = every_claim(reports_of("troops_deployed"))
    assert len(pack(claims, Answer())) < 12_000


def test_no_claims_give_the_headings_alone() -> None:
    found = sent()
    assert [column["title"] for column in found["columns"]] == TITLES
    assert found["rows"] == []
