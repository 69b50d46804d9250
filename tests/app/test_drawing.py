"""The figures of the app are those of notebooks and reports."""

from collections.abc import Callable
from typing import Any

import orjson
import pytest

import claimsdash as cd
from claimsdash.app import drawing, shelf, taking
from claimsdash.charts.scene import Scene
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View
from claimsdash.export.scenes.drawn import Drawn

SELECTIONS = ({"topic": "containers_shipped"}, {"topic": "artillery_shells_transferred", "countries": ("KR",)})


def as_json(figure: Any) -> Any:
    return orjson.loads(orjson.dumps(figure.to_plotly_json(), option=orjson.OPT_SERIALIZE_NUMPY))


@pytest.fixture
def scene_of(new_workspace: None) -> Callable[[Selection], Scene]:
    def make(selection: Selection) -> Scene:
        axis = shelf.axes(str(selection.topic))[0]
        return Scene(
            shelf.topics()[str(selection.topic)], View(selection), axis, shelf.look(selection, axis, every=False)
        )

    return make


@pytest.mark.parametrize("filters", SELECTIONS)
def test_a_notebook_draws_what_the_app_draws(scene_of: Callable[[Selection], Scene], filters: Any) -> None:
    scene = scene_of(Selection(**filters))
    reports = cd.select(cd.curated(), **filters)
    assert as_json(cd.timeline(reports)) == as_json(drawing.timeline_of(scene))
    assert as_json(cd.by_source(reports)) == as_json(drawing.sources_of(scene))


def test_the_caption_of_a_picture_says_how_the_view_was_made(scene_of: Callable[[Selection], Scene]) -> None:
    scene = scene_of(Selection(topic="containers_shipped"))
    caption = drawing.caption_of(scene, "timeline", Drawn(None, ("A model.",)))
    assert caption.footer[:2] == ("A model.", "No filters.")
    assert "data " in caption.footer[-1]
    assert caption.title.startswith("How many containers")


BEGINS = [
    ("csv", b"report_id,"),
    ("xlsx", b"PK"),
    ("html", b"<!DOCTYPE"),
    ("zip", b"PK"),
    ("raw.csv", b"report_id,"),
    ("raw.xlsx", b"PK"),
]


@pytest.mark.parametrize(("name", "begins"), BEGINS)
def test_a_view_can_be_taken_along(scene_of: Callable[[Selection], Scene], name: str, begins: bytes) -> None:
    make = taking.FORMATS[name][2]
    assert make(scene_of(Selection(topic="troops_killed"))).startswith(begins)
