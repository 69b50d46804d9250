"""The small timeline of a topic card."""

from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest

from charts.making_marks import a_bound, a_denial, a_mark, a_range, some_marks
from claimsdash.charts.small import small_timeline, small_timelines

NAN = float("nan")


def paths(*marks: dict[str, Any]) -> list[str]:
    root = ElementTree.fromstring(small_timeline(some_marks(*marks)))  # noqa: S314 - it is our own text
    return [node.get("d", "") for node in root if node.tag.endswith("path")][1:]


def words(*marks: dict[str, Any]) -> list[str]:
    root = ElementTree.fromstring(small_timeline(some_marks(*marks)))  # noqa: S314 - it is our own text
    return [node.text or "" for node in root if node.tag.endswith("text")]


@pytest.mark.parametrize(
    ("mark", "drawn"),
    [
        (a_mark(), "h0"),
        (a_mark(qualifier="approximate"), "a3 3"),
        (a_bound("lower_bound"), "v-7"),
        (a_bound("upper_bound"), "v7"),
        (a_range(), "V16"),
        (a_denial(), "l5 5m0-5l-5 5"),
        (a_mark(modality="capacity"), "l3-3 3 3-3 3z"),
        (a_mark(derived=True), "h5v5h-5z"),
    ],
)
def test_a_mark_keeps_its_glyph(mark: dict[str, Any], drawn: str) -> None:
    assert drawn in paths(mark)[0]


def test_the_greatest_number_and_the_years_are_named() -> None:
    later = a_mark(as_of="2025-06-01", low=3.2e6, best=3.2e6, high=3.2e6)
    assert words(a_mark(), later) == ["3.2\u2009M", "2024", "2025"]


def test_the_end_of_a_vague_word_is_not_named_as_a_number() -> None:
    assert words(a_range(200, 999, qualifier="vague")) == ["2024"]


def test_no_number_lies_at_zero_for_a_denial() -> None:
    assert words(a_denial()) == ["2024"]


def test_relays_are_left_out_and_withdrawn_claims_are_faint() -> None:
    assert paths(a_mark(is_relay=True)) == []
    assert 'stroke-opacity=".35"/>' in small_timeline(some_marks(a_mark(status="withdrawn")))


def test_columns_that_a_card_lacks_are_not_needed() -> None:
    lacking = ["n_reports", "parent_mark", "say", "derived", "is_relay"]
    assert "h0" in small_timeline(some_marks(a_mark()).drop(columns=lacking))


def test_forty_marks_take_three_kilobytes() -> None:
    kinds = [a_mark(), a_bound("lower_bound"), a_mark(qualifier="approximate"), a_range()]
    days = enumerate(pd.date_range("2023-01-01", periods=40, freq="20D"))
    marks = [kinds[n % 4] | {"as_of_start": day, "as_of_end": day, "claimant": f"s{n % 9}"} for n, day in days]
    assert len(small_timeline(some_marks(*marks), colours={f"s{n}": n for n in range(7)}).encode()) < 3_500


def test_the_words_for_those_who_do_not_see_it_are_escaped() -> None:
    assert "<title>&lt;b&gt; &amp; co</title>" in small_timeline(some_marks(a_mark()), alt="<b> & co")


def test_those_of_many_topics_are_those_of_each() -> None:
    days = enumerate(pd.date_range("2020-01-01", periods=200, freq="5D"))
    kinds = [a_mark(), a_bound("lower_bound"), a_denial(), a_mark(modality="capacity"), a_range()]
    dated = {n: {"as_of_start": day, "as_of_end": day, "claimant": f"s{n % 3}"} for n, day in days}
    marks = some_marks(*(kinds[n % 5] | dated[n] | {"topic": "ab"[n % 2]} for n in dated))
    colours = {"a": {"s0": 0, "s1": 1}, "b": {"s2": 2}}
    each = {topic: small_timeline(marks[marks["topic"] == topic], colours=slots) for topic, slots in colours.items()}
    assert small_timelines(marks, colours) == each


def test_an_empty_table_gives_a_bare_line() -> None:
    assert paths() == []
