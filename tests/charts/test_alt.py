"""A chart in one sentence."""

from charts.making_marks import a_mark, some_marks
from claimsdash.charts.alt import alt_text


def test_it_counts_claims_and_names_the_latest() -> None:
    first = a_mark(as_of="2023-10-13", claimant="us_wh", claimant_name="White House")
    relay = a_mark(as_of="2025-01-01", is_relay=True)
    latest = a_mark(say="about 6,700 containers")
    assert alt_text(some_marks(first, latest, relay)) == (
        "2 claims by 2 claimants, 13 Oct 2023 – 26 Feb 2024; "
        "latest: about 6,700 containers (ROK Ministry of National Defense, 26 Feb 2024)."
    )


def test_claims_without_dates_are_counted() -> None:
    assert alt_text(some_marks(a_mark(as_of=None))) == "1 claim by 1 claimant, without dates."


def test_no_claims() -> None:
    assert alt_text(some_marks()) == "No claims."
