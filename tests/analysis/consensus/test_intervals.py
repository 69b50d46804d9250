"""From a claim to the interval that its author commits to."""

from math import inf, nan

import pytest

from claimsdash.analysis.consensus.intervals import Form, Interval, NotPooledError, next_number, read_interval


@pytest.mark.parametrize(
    ("kind", "stated", "form", "low", "high"),
    [
        ("exact", (nan, 1000, nan), Form.CLOSED, 995, 1005),
        ("exact", (1000, 1000, 1000), Form.CLOSED, 995, 1005),
        ("exact", (900, 1000, 1200), Form.CLOSED, 900, 1200),
        ("approximate", (nan, 6700, nan), Form.CLOSED, 6566, 6834),
        ("approximate", (nan, 3e6, nan), Form.CLOSED, 2.7e6, 3.3e6),
        ("approximate", (2.8e6, 3e6, 3e6), Form.CLOSED, 2.8e6, 3e6),
        ("lower_bound", (3e6, 3e6, nan), Form.FLOOR, 3e6, inf),
        ("lower_bound", (nan, 3e6, nan), Form.FLOOR, 3e6, inf),
        ("lower_bound", (3e6, nan, inf), Form.FLOOR, 3e6, inf),
        ("lower_bound", (3e6, nan, 4e6), Form.CLOSED, 3e6, 4e6),
        ("upper_bound", (0, 500, 500), Form.CEILING, 0, 500),
        ("upper_bound", (-inf, nan, 500), Form.CEILING, 0, 500),
        ("upper_bound", (400, nan, 500), Form.CLOSED, 400, 500),
        ("range", (300, 320, 350), Form.CLOSED, 300, 350),
        ("range", (300, nan, nan), Form.FLOOR, 300, inf),
        ("range", (nan, nan, 350), Form.CEILING, 0, 350),
        ("range", (0, nan, 350), Form.CLOSED, 0, 350),
    ],
)
def test_a_claim_is_read_as_what_it_says(
    kind: str, stated: tuple[float, float, float], form: Form, low: float, high: float
) -> None:
    found = read_interval(kind, stated, share=False)
    assert found.form is form
    assert (found.low, found.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("kind", "stated", "share", "reason"),
    [
        ("vague", (200, nan, 1000), False, "vague"),
        ("none", (nan, nan, nan), False, "denial"),
        ("denied", (nan, 5, nan), False, "denial"),
        ("planned", (nan, 5, nan), False, "planned"),
        ("capacity", (nan, 5, nan), False, "capacity"),
        ("derived", (nan, 5, nan), False, "computed"),
        ("guess", (nan, 5, nan), False, "none of exact, approximate"),
        ("exact", (nan, nan, nan), False, "no number"),
        ("exact", (nan, 0, nan), False, "zero has no logarithm"),
        ("exact", (nan, -4, nan), False, "negative"),
        ("exact", (nan, inf, nan), False, "infinite"),
        ("range", (6, nan, 5), False, "low is above its high"),
        ("exact", (nan, 30, nan), True, "write 30 percent as 0.3"),
        ("lower_bound", (0, nan, nan), True, "excludes nothing"),
        ("lower_bound", (0, nan, nan), False, "excludes nothing"),
        ("upper_bound", (nan, nan, 1), True, "excludes nothing"),
        ("upper_bound", (nan, nan, 0), False, "zero has no logarithm"),
    ],
)
def test_what_is_not_pooled_has_its_reason(
    kind: str, stated: tuple[float, float, float], share: bool, reason: str
) -> None:
    with pytest.raises(NotPooledError, match=reason):
        read_interval(kind, stated, share=share)


def test_shares_of_none_and_all_have_a_place() -> None:
    assert read_interval("exact", (nan, 0, nan), share=True) == Interval(Form.CLOSED, 0.0, 0.0)
    assert read_interval("exact", (nan, 1, nan), share=True).low == pytest.approx(0.995)


@pytest.mark.parametrize(
    ("value", "above", "below"),
    [(3e6, 4e6, 2e6), (2.5e6, 2.6e6, 2.4e6), (1e6, 2e6, 9e5), (1200, 1300, 1100), (0.3, 0.4, 0.2), (152, 153, 151)],
)
def test_the_next_number_is_as_round(value: float, above: float, below: float) -> None:
    assert next_number(value, upward=True) == pytest.approx(above)
    assert next_number(value, upward=False) == pytest.approx(below)
