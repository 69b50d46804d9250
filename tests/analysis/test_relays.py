"""Coming reports that may be of known claims: only those that stand alone, the best claim for each, with reasons."""

from claimsdash.analysis.relays import RELAY_DTYPES, suggest_relays
from making import a_claim, a_table

KNOWN = a_table(
    a_claim(),
    a_claim(report_id="far", claim_id="far", as_of="2023-01-01", reported_on="2023-01-01"),
)
ALONE = {"report_id": "new", "claim_id": "new", "inferred": "report_id,claim_id", "table_id": "mine", "outlet": "ap"}


def test_a_report_of_the_same_number_and_date_may_be_of_the_known_claim() -> None:
    found = suggest_relays(a_table(a_claim(**ALONE, line=7)), KNOWN)
    [row] = found.to_dict("records")
    assert (row["report_id"], row["line"], row["claim_id"]) == ("new", 7, "mnd-2024-02-26-containers")
    assert row["score"] >= 0.85
    assert "same number, same date" in row["reasons"]


def test_a_report_with_a_claim_of_its_own_or_another_claimant_is_left_alone() -> None:
    grouped = a_claim(**ALONE | {"inferred": "report_id"})
    other = a_claim(**ALONE | {"report_id": "b", "claimant": "rok_nis"})
    assert suggest_relays(a_table(grouped, other), KNOWN).empty


def test_nothing_known_or_nothing_coming_gives_an_empty_table() -> None:
    for coming, known in ((a_table(), KNOWN), (a_table(a_claim(**ALONE)), a_table())):
        found = suggest_relays(coming, known)
        assert found.empty
        assert list(found.columns) == list(RELAY_DTYPES)
