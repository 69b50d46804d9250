"""A topic of more than 5,000 claims opens as bins, and as claims where a filter leaves few enough."""

from collections.abc import Callable

import numpy as np
import pandas as pd
from streamlit.testing.v1 import AppTest

from claimsdash.analysis.axes import AxisChoice
from claimsdash.analysis.display import Axis
from claimsdash.app import ahead, shelf, taking
from claimsdash.app.pooled import as_csv
from claimsdash.charts.scene import Scene
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View
from claimsdash.export.collection import NOTHING_SEEN
from claimsdash.store.engine import engine_of
from claimsdash.store.ledger import By
from claimsdash.store.stories import add_story
from claimsdash.store.views import save_view
from making import a_claim, a_table
from storing import NOON, an_entry
from turning import turn_to, words_of

ROWS = 6_000
CONTAINERS = Axis("container", "container", 1.0)


def a_scene(view: View) -> Scene:
    """Return a scene without marks: a table of reports asks for none."""
    topic = shelf.shelf().package.topics["containers_shipped"]
    return Scene(topic, view, AxisChoice("containers", CONTAINERS), NOTHING_SEEN)


def add_many() -> None:
    """Add a claim on containers on each of 6,000 days in a row, one in ten of them by another claimant."""
    numbers = np.arange(ROWS)
    days = pd.Series(np.datetime64("2008-01-01", "s") + numbers * 86_400).array
    keys = pd.Series([f"many-{number}" for number in numbers], dtype="str").array
    names = pd.Series(np.where(numbers % 10, "rok_mnd", "ua_hur")).astype("str").array
    one = a_table(a_claim(topic="containers_shipped"))
    claims = one.iloc[numbers * 0].reset_index(drop=True)
    claims = claims.assign(
        report_id=keys, claim_id=keys, as_of_start=days, as_of_end=days, claimant=names, claimant_name=names
    )
    shelf.shelf().workspace.ledger.add(claims, b"many", an_entry(b"many"))


def test_a_crowded_topic_opens_as_bins_and_narrows_to_claims(open_app: Callable[..., AppTest]) -> None:
    open_app()
    add_many()
    at = open_app("topic", topic="containers_shipped")
    assert not at.exception
    assert "claims from 6,079 reports, pooled by quarter" in words_of(at)
    turn_to(at, claimant="ua_hur")
    assert not at.exception
    assert "pooled" not in words_of(at)
    assert "claims from" in words_of(at)


def test_bins_are_told_in_a_story_and_their_reports_taken_along(open_app: Callable[..., AppTest]) -> None:
    add_many()
    workspace, by = shelf.shelf().workspace, By(NOON)
    view = View(Selection(topic="containers_shipped"))
    save_view(workspace, "Crowded", view, by)
    story = add_story(workspace.place, "Today", "![[Crowded]]", by)
    at = open_app("stories", story=story.key)
    assert not at.exception
    told = words_of(at)
    assert "pooled by quarter" in told
    assert "nothing smoothed" in told
    assert "table version 2" in told
    engine = engine_of(workspace, workspace.ledger.version())
    assert as_csv(a_scene(view), engine, shelf.shelf().package.units).count(b"\n") == 6_080


def test_a_file_is_made_of_the_version_that_was_shown(open_app: Callable[..., AppTest]) -> None:
    before = shelf.shelf().workspace.ledger.version()
    add_many()
    scene = a_scene(View(Selection(topic="containers_shipped")))
    for version, n_reports in ((before, 79), (before + 1, 6_079)):
        with shelf.reading(version):
            assert taking.as_csv(scene).count(b"\n") == 1 + n_reports


def test_bins_are_answered_ahead_and_before_the_counts_of_the_filters(open_app: Callable[..., AppTest]) -> None:
    open_app()
    add_many()
    zoomed = {"as_of_from": "2008-02-01", "as_of_to": "2024-02-01"}
    answer = ahead.answer(ahead.Change("?topic=containers_shipped", "chart", zoomed))
    assert answer is not None
    first, rest = answer.pieces()
    assert first.count(b"as_of_from=2008-02-01&as_of_to=2024-02-01") == 1
    assert answer.whole() == first + rest


def test_the_curated_table_is_never_pooled(open_app: Callable[..., AppTest]) -> None:
    assert "pooled" not in words_of(open_app("topic", topic="containers_shipped"))
