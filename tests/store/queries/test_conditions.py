"""Conditions are made of fixed words."""

from dataclasses import replace

from hypothesis import given

from claimsdash.domain.selection import Selection
from claimsdash.store.queries.conditions import LIST_COLUMNS, conditions
from drawing import drawn, selections


@drawn
@given(selections)
def test_no_text_of_the_user_becomes_sql(selection: Selection) -> None:
    lists = {field: tuple(f"k{n}" for n in range(len(getattr(selection, field)))) for field in LIST_COLUMNS}
    words = " ".join("w" for _ in selection.text.split())
    topic = None if selection.topic is None else "t"
    same_shape = replace(selection, topic=topic, text=words, **lists)  # type: ignore[arg-type]  # lists of keys
    assert conditions(selection) == conditions(same_shape)
