"""Every chart that the page has of a topic, drawn where there is no page."""

from dataclasses import replace
from datetime import date

import pytest

from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View
from claimsdash.export.collection import ViewError
from claimsdash.export.notes import Held
from claimsdash.export.scenes.charts import CHARTS, Asked, chart_of, kind_of
from making_views import CONTAINERS, curated, curated_package

SEOUL = replace(CONTAINERS, selection=replace(CONTAINERS.selection, countries=("KR",), known_on=date(2025, 7, 1)))
NOTHING = View(Selection(topic="containers_shipped", text="zzzz"))
DENIALS = View(Selection(topic="containers_shipped", countries=("RU",)))


@pytest.mark.parametrize("kind", CHARTS)
def test_every_chart_says_title_filters_counts_rule_sources_and_hash(kind: str) -> None:
    view = replace(SEOUL, over="artillery_shells_transferred")
    charted = chart_of(Asked(curated(), view), kind, Held(curated_package(), 3))
    footer = "\n".join(charted.footer)
    assert charted.drawn.figure.data
    assert charted.drawn.alt
    assert any(trace.meta == "key" and trace.legend == "legend2" for trace in charted.drawn.figure.data)
    assert charted.notes.title.startswith("How many containers")
    for said in (
        "Filters: country of claimant KR; known on 2025-07-01.",
        "ROK Ministry of National Defense",
        "claims from",
        "nothing smoothed" if kind == "bins" else "One mark is one claim",
        "table version 3, dprk-russia-claims",
        f"data {charted.notes.data[:12]}.",
    ):
        assert said in footer
    assert ("Events: 1 " in footer) is (kind in ("timeline", "band", "panels"))


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({}, "timeline"),
        ({"tab": "source"}, "sources"),
        ({"tab": "revisions"}, "ladder"),
        ({"tab": "agreement"}, "agreement"),
        ({"tab": "table"}, "timeline"),
        ({"band": True}, "band"),
        ({"panels": "topic", "band": True}, "panels"),
    ],
)
def test_the_first_chart_is_that_of_the_open_tab(given: dict[str, str], kind: str) -> None:
    assert kind_of(Asked(curated(), replace(CONTAINERS, **given))) == kind  # type: ignore[arg-type]  # fields of a View


@pytest.mark.parametrize(
    ("view", "kind", "why"),
    [
        (CONTAINERS, "ratios", "add --over KEY"),
        (replace(CONTAINERS, over="troops_killed"), "ratios", "No source has totals of both"),
        (NOTHING, "ladder", "No claim here has a number"),
        (DENIALS, "rates", "No two claims here give a rate"),
        (DENIALS, "course", "No claims here can be set beside each other"),
    ],
)
def test_a_chart_with_nothing_to_show_says_why(view: View, kind: str, why: str) -> None:
    with pytest.raises(ViewError, match=why):
        chart_of(Asked(curated(), view), kind, Held(curated_package()))


def test_an_assumption_is_not_followed_where_claims_are_set_beside_each_other() -> None:
    derived = replace(CONTAINERS, unit="shell", assume="rok-jcs-2023-11-02-shells152")
    charted = chart_of(Asked(curated(), derived), "agreement", Held(curated_package()))
    assert "containers" in charted.drawn.said[0]
    assert not charted.notes.assumption


def test_panels_by_topic_count_and_hash_the_reports_of_all_their_topics() -> None:
    view = View(Selection(topic="troops_killed"), panels="topic")
    panels = chart_of(Asked(curated(), view), "panels", Held(curated_package())).notes
    alone = chart_of(Asked(curated(), view), "timeline", Held(curated_package())).notes
    assert panels.data != alone.data
    assert int(panels.counted.split()[0]) > int(alone.counted.split()[0])
