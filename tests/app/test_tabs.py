"""The tabs of the topic page that set claims beside each other, on the curated table."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from turning import charts_of, events_of, menus_of, tables_of, turn_to, words_of

OpenApp = Callable[..., AppTest]
CONTAINERS = "containers_shipped"


def test_revisions_open_on_the_claimant_with_the_most_claims_and_list_its_steps(open_app: OpenApp) -> None:
    at = open_app("topic", topic=CONTAINERS, tab="revisions")
    assert not at.exception
    assert menus_of(at)["of"]["chosen"] == "rok_mnd"
    steps = tables_of(at)[0]
    assert steps["columns"][:4] == ["Reported", "As of", "Said", "Difference, containers"]
    assert any("or more" in row[3] for row in steps["rows"])
    assert "for another date" in words_of(at)


def test_another_claimant_is_taken_from_the_address(open_app: OpenApp) -> None:
    at = open_app("topic", topic=CONTAINERS, tab="revisions", of="us_white_house")
    assert not at.exception
    assert menus_of(at)["of"]["chosen"] == "us_white_house"
    assert at.query_params["of"] == "us_white_house"


@pytest.mark.parametrize("topic", ["containers_received_by_dprk", "artillery_shells_transferred", "troops_killed"])
@pytest.mark.parametrize("tab", ["revisions", "rates", "agreement"])
def test_every_tab_opens_on_a_topic_of_one_claim_and_on_the_largest(open_app: OpenApp, topic: str, tab: str) -> None:
    at = open_app("topic", topic=topic, tab=tab)
    assert not at.exception


@pytest.mark.parametrize("tab", ["revisions", "rates", "agreement"])
def test_every_tab_says_so_where_no_claim_is_left(open_app: OpenApp, tab: str) -> None:
    at = open_app("topic", topic=CONTAINERS, tab=tab, q="zzzz")
    assert not at.exception
    assert "No report of this topic passes all filters together" in words_of(at)


def test_small_multiples_by_claimant_and_by_topic_name_their_events(open_app: OpenApp) -> None:
    at = open_app("topic", topic="troops_killed")
    for given in ({"panels": "claimant"}, {"panels": "topic"}, {"panels": "topic", "free": "1"}):
        turn_to(at, **given)
        assert not at.exception
        assert given.items() <= dict(at.query_params).items()
    assert events_of(at)


@pytest.mark.parametrize("given", [{"topic": "containers_received_by_dprk"}, {"topic": CONTAINERS, "unit": "shell"}])
@pytest.mark.parametrize("panels", ["claimant", "topic"])
def test_small_multiples_of_one_claim_and_on_another_axis(
    open_app: OpenApp, given: dict[str, str], panels: str
) -> None:
    at = open_app("topic", panels=panels, **given)
    assert not at.exception


def test_rates_are_given_by_the_length_chosen_and_refusals_by_their_reason(open_app: OpenApp) -> None:
    at = open_app("topic", topic="artillery_shells_transferred", tab="rates", per="month")
    assert not at.exception
    rates, refused = tables_of(at)
    assert "Rate, shells per month" in rates["columns"]
    assert refused["summary"].startswith("No rate follows: ")
    assert any("Two lower bounds leave any growth possible" in row[0] for row in refused["rows"])


def test_another_topic_can_be_the_divisor(open_app: OpenApp) -> None:
    at = open_app("topic", topic="artillery_shells_transferred", tab="rates")
    assert CONTAINERS in dict(menus_of(at)["over"]["choices"])
    turn_to(at, over=CONTAINERS)
    assert not at.exception
    assert menus_of(at)["over"]["chosen"] == CONTAINERS
    assert "shells per container" in words_of(at)


def test_the_rule_in_force_is_said_with_what_it_makes_of_the_claims(open_app: OpenApp) -> None:
    at = open_app("topic", topic=CONTAINERS, tab="agreement", rule="lowest")
    assert not at.exception
    said = words_of(at)
    assert "the lowest number that any of them states" in said
    assert "pairs that can be compared" in said


def test_agreement_opens_on_the_day_on_which_most_claims_stand(open_app: OpenApp) -> None:
    at = open_app("topic", topic="artillery_shells_transferred", tab="agreement")
    days = menus_of(at)["on"]
    standing = {day: int(words.split(" · ")[1].split()[0]) for day, words in days["choices"]}
    assert standing[days["chosen"]] == max(standing.values())
    assert "on" not in at.query_params


def test_an_assumption_is_not_followed_where_claims_are_set_side_by_side(open_app: OpenApp) -> None:
    at = open_app("topic", topic=CONTAINERS, tab="agreement", unit="shell", assume="rok-jcs-2023-11-02-shells152")
    assert not at.exception
    assert "nothing on an assumption" in words_of(at)


def test_the_pooled_band_is_called_a_model_and_says_what_it_assumes(open_app: OpenApp) -> None:
    at = open_app("topic", topic="troops_deployed", band="1")
    assert not at.exception
    said = words_of(at)
    assert "A model, not a claim." in said
    assert "It does not say who is right." in said
    assert any(table["summary"].startswith("House effects") for table in tables_of(at))
    assert "the widest reading is used: ROK National Intelligence Service, 13 October 2024;" in said
    [left_out] = [table for table in tables_of(at) if table["summary"].startswith("Not pooled")]
    assert ["The Asia Business Daily, 1 August 2025 (The Asia Business Daily)", "disputed"] in left_out["rows"]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"topic": "containers_received_by_dprk"}, "Only floors are reported. No upper limit follows."),
        ({"topic": "share_of_russian_shells_from_dprk"}, "No band: it would rest on 1 source"),
        ({"topic": CONTAINERS, "unit": "shell", "assume": "rok-jcs-2023-11-02-shells152"}, "on an assumption"),
    ],
)
def test_where_no_band_follows_the_reason_stands_beside_the_claims(
    open_app: OpenApp, given: dict[str, str], why: str
) -> None:
    at = open_app("topic", band="1", **given)
    assert not at.exception
    assert why in words_of(at)


def test_the_band_comes_and_goes_with_the_address(open_app: OpenApp) -> None:
    at = open_app("topic", topic="troops_deployed")
    assert "A model" not in words_of(at)
    assert "A model" in words_of(turn_to(at, band="1"))
    assert "A model" not in words_of(turn_to(at, band=None))


def test_the_chart_prints_the_rule_in_force_on_itself_and_below_its_picture(open_app: OpenApp) -> None:
    at = open_app("topic", topic=CONTAINERS, tab="agreement", rule="highest")
    sent = charts_of(at)[0]
    assert "Rule: the highest number" in sent["figure"]["layout"]["xaxis"]["title"]["text"]
    assert "the highest number that any of them states" in " ".join(sent["caption"]["footer"])
