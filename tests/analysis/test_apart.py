"""What two choices of reports have in common."""

from claimsdash.analysis.apart import apart
from making import a_claim, a_table


def test_claims_are_counted_and_listed_once_however_many_reports_they_have() -> None:
    rows = [a_claim(report_id=f"r{n}", claim_id=key) for n, key in enumerate("aabccd")]
    found = apart(a_table(*rows[:3]), a_table(*rows[2:]))
    assert found.n_both == 1
    assert found.only_one["claim_id"].tolist() == ["a"]
    assert found.only_two["claim_id"].tolist() == ["c", "d"]


def test_an_empty_side_has_nothing() -> None:
    found = apart(a_table(), a_table(a_claim()))
    assert (found.n_both, len(found.only_one), len(found.only_two)) == (0, 0, 1)
