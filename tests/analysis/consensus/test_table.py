"""The claims table as the fit takes it."""

from typing import Any

import pytest

from claimsdash.analysis.consensus import band_claims, fit, poolable
from claimsdash.analysis.latest import Like
from claimsdash.domain.errors import ClaimsdashError
from making import a_claim, a_table


def told(number: int, outlet: str, **given: Any) -> dict[str, Any]:
    who = f"ministry {number}"
    usual = {"claim_id": f"claim {number}", "report_id": f"{number} {outlet}", "claimant": who, "outlet": outlet or who}
    return a_claim(**usual | given)


def test_own_documents_are_claims_and_others_relay_them() -> None:
    table = band_claims(a_table(told(1, ""), told(1, "yonhap", best=9000.0)))
    assert table["id"].tolist() == ["claim 1", "1 yonhap"]
    assert table["relay_of"].isna().tolist() == [True, False]
    assert table.loc[0, "as_of"] == "2024-02-26/2024-02-26"


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({}, "exact"),
        ({"modality": "capacity"}, "capacity"),
        ({"derived_from": "another"}, "derived"),
        ({"status": "withdrawn"}, "withdrawn"),
        ({"modality": "planned", "status": "disputed"}, "disputed"),
    ],
)
def test_what_is_not_simply_asserted_has_that_as_its_kind(given: dict[str, Any], kind: str) -> None:
    assert band_claims(a_table(told(1, "", **given)))["kind"].tolist() == [kind]


def test_reports_of_one_scope_are_pooled_once_a_claim() -> None:
    rows = [
        told(number, outlet, base_best=100.0 + number, base_low=100.0 + number, base_high=100.0 + number)
        for number in range(7)
        for outlet in ("yonhap", "reuters")
    ]
    found = fit(band_claims(a_table(*rows)), growth="cumulative")
    assert (found.counts.claims, found.counts.sources, found.counts.reports) == (7, 7, 14)


def test_a_date_that_was_inferred_counts_as_such() -> None:
    rows = [told(number, "", inferred="as_of", base_best=5.0 + number, base_low=None) for number in range(7)]
    found = fit(band_claims(a_table(*rows)), growth="level")
    assert found.counts.dates_inferred == 7


def test_withdrawn_reports_are_left_out_with_that_reason() -> None:
    rows = [told(number, "", base_best=5.0 + number) for number in range(7)]
    found = fit(band_claims(a_table(*rows, told(8, "", status="withdrawn"))), growth="level")
    assert found.left_out.to_dict("records") == [{"id": "claim 8", "reason": "withdrawn"}]


def test_unlike_things_are_refused_by_name() -> None:
    with pytest.raises(ClaimsdashError, match=r"differ in scope \(none stated, shells\)"):
        band_claims(a_table(told(1, ""), told(2, "", scope="shells")))


def test_an_empty_table_stays_empty() -> None:
    assert band_claims(a_table()).empty


def test_of_several_scopes_the_one_that_most_claims_have_is_pooled() -> None:
    scopes = ["152 mm", "152 mm", "any calibre", None]
    rows = a_table(*(told(number, "", scope=scope) for number, scope in enumerate(scopes)))
    assert poolable(rows, Like("container", "cumulative"))["scope"].tolist() == ["152 mm", "152 mm"]
    assert poolable(rows, Like("container", scope="any calibre"))["scope"].tolist() == ["any calibre"]
    assert poolable(rows, Like("shell")).empty
