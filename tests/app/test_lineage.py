"""What the card tells of the way of a claim through its relays."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from claimsdash.app.lineage import cells_of
from making import a_claim, a_table

OpenApp = Callable[..., AppTest]
BRIEFING = "rok-mnd-2024-02-26-containers"
ORIGIN = a_claim(report_id="a", value_text="more than 6,700", qualifier="lower_bound", best=None, high=None)
RELAY = a_claim(report_id="b", value_text="6,700", reported_on="2024-03-01", outlet_name="Another outlet")


def test_a_changed_cell_names_its_change_and_is_marked() -> None:
    texts, changed = cells_of(a_table(ORIGIN, RELAY))
    assert texts["Bound"].tolist() == ["lower bound", "exact · bound dropped"]
    assert changed["Bound"].tolist() == [False, True]
    assert not changed["As printed"].any()


def test_attributes_that_all_reports_share_are_left_out_but_for_day_outlet_and_wording() -> None:
    texts, _ = cells_of(a_table(ORIGIN))
    assert list(texts) == ["Outlet", "Reported", "As printed"]


def test_the_panels_are_empty_until_they_are_opened(open_app: OpenApp) -> None:
    at = open_app("topic", topic="containers_shipped", claim=BRIEFING)
    assert not at.exception
    assert {"What the relays changed", "Who cites whom"} <= {expander.label for expander in at.expander}
    assert not at.dataframe
    at.session_state["card_drift"] = True
    at.session_state["card_tree"] = True
    at.run()
    assert not at.exception
    assert at.dataframe[0].value["Bound"].str.contains("bound added").any()
    assert any("11 reports, 1 origin" in caption.value.replace("\\", "") for caption in at.caption)


def test_a_claim_of_one_report_has_no_panels(open_app: OpenApp) -> None:
    at = open_app("topic", topic="containers_shipped", claim="rusi-2023-10-17-containers-intellinews")
    assert not at.exception
    assert "Who cites whom" not in {expander.label for expander in at.expander}
