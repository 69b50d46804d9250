"""Reports collapse to claims."""

from claimsdash.analysis.origins import claims_of, every_report, renditions_of
from making import a_claim, a_table

SEOUL = a_claim(report_id="a", reported_on="2024-02-27", outlet="kbs")
FIRST = a_claim(report_id="b", reported_on="2024-02-26", outlet="yonhap")
UNDATED = a_claim(report_id="c", reported_on=None, outlet="blog")
BARE = a_claim(report_id="d", reported_on="2024-03-01", outlet="cnn", qualifier="lower_bound", best=None, high=None)
OWN = a_claim(report_id="e", reported_on="2024-03-05", outlet="rok_mnd")
OTHER = a_claim(report_id="f", claim_id="us", claimant="us_state", low=10000.0, best=None, high=None)


def test_a_claim_is_represented_by_its_earliest_dated_relay() -> None:
    assert claims_of(a_table(UNDATED, SEOUL, FIRST))["report_id"].tolist() == ["b"]


def test_the_claimants_own_document_goes_before_every_relay() -> None:
    assert claims_of(a_table(SEOUL, FIRST, OWN))["report_id"].tolist() == ["e"]


def test_a_disputed_report_speaks_only_where_there_is_no_other() -> None:
    disputed = OWN | {"status": "disputed"}
    assert claims_of(a_table(disputed, SEOUL))["report_id"].tolist() == ["a"]
    assert claims_of(a_table(disputed))["report_id"].tolist() == ["e"]


def test_of_two_relays_of_one_day_the_first_in_the_file_speaks() -> None:
    first, second = FIRST | {"report_id": "z", "line": 2}, FIRST | {"report_id": "y", "line": 3}
    assert claims_of(a_table(second, first))["report_id"].tolist() == ["z"]


def test_ten_relays_count_as_one_claim() -> None:
    relays = [a_claim(report_id=f"r{number}", outlet=f"outlet {number}") for number in range(10)]
    claims = claims_of(a_table(*relays, OTHER))
    assert claims[["claim_id", "n_reports", "n_outlets"]].values.tolist() == [
        ["mnd-2024-02-26-containers", 10, 10],
        ["us", 1, 1],
    ]


def test_a_relay_that_changed_the_figure_is_kept_as_a_rendition() -> None:
    renditions = renditions_of(a_table(FIRST, SEOUL, BARE))
    assert renditions[["report_id", "is_relay", "n_reports"]].values.tolist() == [["b", False, 3], ["d", True, 1]]


def test_open_ends_do_not_make_two_renditions_of_equal_bounds() -> None:
    again = BARE | {"report_id": "g"}
    assert len(renditions_of(a_table(BARE, again))) == 1


def test_every_report_marks_the_relays() -> None:
    reports = every_report(a_table(SEOUL, FIRST, OTHER))
    assert dict(zip(reports["report_id"], reports["is_relay"], strict=True)) == {"b": False, "a": True, "f": False}


def test_an_empty_table_stays_empty() -> None:
    empty = a_table()
    assert claims_of(empty).empty
    assert renditions_of(empty).empty
    assert every_report(empty).empty
