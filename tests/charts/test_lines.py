from typing import Any

import pytest

from charts.making_marks import a_bound, a_mark, a_range, some_marks
from charts.seeing_traces import role
from claimsdash.charts.timeline import TimelineView, timeline


def drawn(*marks: dict[str, Any]) -> Any:
    return timeline(some_marks(*marks), TimelineView("containers"))


def test_lines_join_one_claimants_numbers_of_one_kind() -> None:
    later = {"as_of": "2024-06-14", "low": 9000, "best": 9000, "high": 9000}
    (line,) = role(drawn(a_mark(), a_mark(**later)), "step")
    assert list(line.y) == [6700, 9000]
    assert line.line.shape == "hv"
    apart = [{"claimant": "b"}, {"topic": "t"}, {"basis": "stock"}, {"modality": "planned"}, {"scope": "arms"}]
    for other in apart:
        assert not role(drawn(a_mark(), a_mark(**(later | other))), "step")


@pytest.mark.parametrize("basis", ["flow", "rate", "share"])
def test_no_line_joins_flows_rates_and_shares(basis: str) -> None:
    figure = drawn(a_mark(basis=basis), a_mark(basis=basis, as_of="2024-06-14"))
    assert not role(figure, "step")


def test_a_floor_is_held_dotted_and_a_line_ends_at_what_has_no_one_value() -> None:
    figure = drawn(a_mark(), a_bound("lower_bound", 9000, as_of="2024-06-14"), a_range(as_of="2024-09-01"))
    (floor,) = role(figure, "floor")
    assert list(floor.y) == [6700, 9000, 9000]
    assert floor.line.dash == "dot"
    assert floor.line.width < 1.4


@pytest.mark.parametrize("given", [{"status": "withdrawn"}, {"is_relay": True}])
def test_withdrawn_claims_and_relays_are_not_joined(given: dict[str, Any]) -> None:
    figure = drawn(a_mark(), a_mark(as_of="2024-06-14", **given))
    assert not role(figure, "step")
