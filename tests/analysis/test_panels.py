"""Marks parted into panels."""

import pytest

from charts.making_marks import a_mark, some_marks
from claimsdash.analysis.panels import panels_by_claimant

CLAIMANTS = {"us": 3, "kr": 2, "ua": 2, "ru": 1}
MARKS = some_marks(
    *(
        a_mark(claimant=key, claimant_name=key.upper(), report_id=f"{key}{number}")
        for key, n in CLAIMANTS.items()
        for number in range(n)
    )
)


@pytest.mark.parametrize(
    ("most", "titles"),
    [(12, ["US", "KR", "UA", "RU"]), (4, ["US", "KR", "UA", "RU"]), (3, ["US", "KR", "2 others"])],
)
def test_those_with_the_most_claims_come_first_and_nobody_is_left_out(most: int, titles: list[str]) -> None:
    panels = panels_by_claimant(MARKS, most=most)
    assert [title for title, _ in panels] == titles
    assert sum(len(marks) for _, marks in panels) == len(MARKS)


def test_relays_do_not_count_and_no_claim_gives_no_panel() -> None:
    relay = some_marks(a_mark(claimant="b", claimant_name="B", is_relay=True, report_id="b"), a_mark(report_id="a"))
    assert panels_by_claimant(relay)[0][0] == "ROK Ministry of National Defense"
    assert panels_by_claimant(MARKS.iloc[:0]) == []
