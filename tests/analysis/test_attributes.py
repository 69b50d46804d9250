"""The reports of a claim, attribute by attribute."""

import pytest

from analysis.curated import curated
from claimsdash.analysis.attributes import ATTRIBUTES, attributes_of, say_drift
from claimsdash.analysis.drift import ATTRIBUTE_OF, drift_of
from making import a_claim, a_table

ORIGIN = a_claim(qualifier="lower_bound", best=None, high=None, modality="capacity", alternative_of="other")
RELAY = a_claim(
    report_id="relay", outlet="kbs", outlet_name="KBS", reported_on="2024-06-01", as_of="2024-03",
    unit="shipment", base_unit="voyage", scope="ammunition",
)  # fmt: skip  # several to a line


def test_changed_cells_are_named() -> None:
    origin, relay = attributes_of(a_table(RELAY, ORIGIN)).to_dict("records")
    assert {origin[f"{name}_change"] for name in ATTRIBUTES} == {""}
    assert {name: relay[f"{name}_change"] for name in ATTRIBUTES if relay[f"{name}_change"]} == {
        "reported": "stale",
        "bound": "bound dropped",
        "either_or": "either/or dropped",
        "sense": "condition dropped",
        "window": "date moved",
        "item": "category swapped, item changed",
    }


def test_cells_say_what_was_printed() -> None:
    origin = attributes_of(a_table(ORIGIN)).iloc[0]
    assert [origin[name] for name in ATTRIBUTES] == [
        "2024-02-26", "Yonhap", "6,700", "lower bound", "at least 6,700 containers", "either/or", "capacity",
        "as of 2024-02-26", "container", "ROK Ministry of National Defense",
    ]  # fmt: skip  # several to a line


@pytest.mark.parametrize(
    ("reports", "said"),
    [
        ((), "No report."),
        ((ORIGIN,), "1 claim from 1 report."),
        ((ORIGIN, ORIGIN | {"report_id": "z"}), "1 claim from 2 reports; 0 of 1 relays changed it."),
        (
            (ORIGIN, ORIGIN | {"report_id": "z", "modality": "asserted"}),
            "1 claim from 2 reports; 1 of 1 relays changed it, most often: condition dropped (1).",
        ),
    ],
)
def test_drift_is_summed_up_in_a_sentence(reports: tuple[dict[str, object], ...], said: str) -> None:
    assert say_drift(a_table(*reports)) == said


def test_every_change_in_the_curated_table_belongs_to_an_attribute() -> None:
    reports = curated()
    words = {word for _, claim in reports.groupby("claim_id") for differs in drift_of(claim)["differs"]
             for word in differs.split(", ") if word}  # fmt: skip  # several to a line
    assert words <= set(ATTRIBUTE_OF)
    assert set(ATTRIBUTE_OF.values()) <= set(ATTRIBUTES)


def test_no_report_gives_no_row() -> None:
    assert attributes_of(a_table()).empty
