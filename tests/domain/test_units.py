"""Units: what may be typed, what may be converted, and what only an assumption converts."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimsdash.domain.bounds import Bounds
from claimsdash.domain.units import Assumption, UnitError, Units, convert_bounds, load_units

TEXT = """
# what is counted
munition = [munition]
shell = munition
rocket = munition
container = [container]
person = [person]
soldier = person
USD = [currency_usd] = $
KRW = [currency_krw] = _ = won
gram = [mass] = g
tonne = 1e6 gram = t = ton
# time
day = [time]
week = 7 * day
year = 365.2425 day
month = year / 12
# shares
percent = 0.01 = %
ratio = 1
MW = [power]
"""


@pytest.fixture(scope="module")
def units() -> Units:
    return load_units(TEXT)


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("shell", "shell"),
        (" shells ", "shell"),
        ("%", "percent"),
        ("$/month", "USD/month"),
        ("won", "KRW"),
        ("shell / month", "shell/month"),
        ("shell*day^-1", "shell/day"),
        ("gram**2 / day", "gram**2/day"),
        ("1/day", "1/day"),
        ("1", "1"),
    ],
)
def test_a_known_unit_is_spelled_as_the_package_does(units: Units, typed: str, spelled: str) -> None:
    assert units.check(typed) == spelled
    assert units.check(spelled) == spelled


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("mw", "MW"),
        ("shel", "nearest is shell"),
        ("tank", "not among the units"),
        ("9**9**9", "is not a unit"),
        ("shell**2**2", "is not a unit"),
        ("shell**99", "is not a unit"),
        ("shell**0.5", "is not a unit"),
        ("shell month", "is not a unit"),
        ("shell//month", "is not a unit"),
        ("shell/", "is not a unit"),
        ("/month", "is not a unit"),
        ("2 shell", "is not a unit"),
        ("(shell)", "is not a unit"),
        ("shell\n/day", "is not a unit"),
        ("__import__('os')", "is not a unit"),
        ("a" * 20_000, "longer than the 40"),
        ("kilogram", "not among the units"),
        ("dimensionless", "not among the units"),
    ],
)
def test_any_other_text_is_refused_in_words(units: Units, typed: str, said: str) -> None:
    with pytest.raises(UnitError, match=said.replace("(", r"\(")):
        units.check(typed)


@given(st.text("shel9*^/ ()[]-+.e1\n%$", max_size=60))
def test_no_text_does_more_than_to_be_refused(typed: str) -> None:
    with suppress(UnitError):
        assert UNITS.check(UNITS.check(typed)) == UNITS.check(typed)


UNITS = load_units(TEXT)


@pytest.mark.parametrize(
    ("unit", "to", "factor"),
    [
        ("shell", "rocket", 1),
        ("percent", "ratio", 0.01),
        ("ratio", "percent", 100),
        ("shell/month", "shell/year", 12),
        ("shell/week", "shell/day", 1 / 7),
        ("tonne", "gram", 1e6),
    ],
)
def test_a_factor_leads_between_units_of_one_dimension(units: Units, unit: str, to: str, factor: float) -> None:
    assert units.factor(unit, to) == pytest.approx(factor, rel=1e-15)


@pytest.mark.parametrize(
    ("unit", "to"), [("container", "shell"), ("USD", "KRW"), ("shell", "shell/day"), ("person", "percent")]
)
def test_no_factor_leads_to_another_dimension(units: Units, unit: str, to: str) -> None:
    with pytest.raises(UnitError, match=f"{unit} and {to}"):
        units.factor(unit, to)


@pytest.mark.parametrize(
    ("unit", "base"),
    [
        ("rocket/week", (1 / 7, "munition/day")),
        ("percent", (0.01, "1")),
        ("ratio", (1, "1")),
        ("percent/week", (0.01 / 7, "1/day")),
        ("soldier", (1, "person")),
        ("tonne", (1e6, "gram")),
    ],
)
def test_units_of_one_dimension_share_the_text_of_their_base(units: Units, unit: str, base: tuple[float, str]) -> None:
    factor, text = units.base(unit)
    assert text == base[1]
    assert factor == pytest.approx(base[0])
    assert units.base(text) == (1, text)


@pytest.mark.parametrize(
    ("unit", "choices"),
    [
        ("shell/month", ("shell/day", "shell/week", "shell/month", "shell/year")),
        ("shell", ("shell",)),
        ("month", ("day", "week", "month", "year")),
        ("percent", ("percent", "ratio")),
        ("tonne", ("gram", "tonne")),
        ("USD", ("USD",)),
    ],
)
def test_an_axis_switches_size_and_never_what_is_counted(units: Units, unit: str, choices: tuple[str, ...]) -> None:
    assert units.compatible(unit) == choices


@pytest.mark.parametrize(
    "line",
    [
        "shell",
        "= shell",
        "shell = 9**9**9",
        "shell = [munition",
        "@import secrets.txt",
        "kilo- = 1000 = k-",
        "shell = (2 + 3) * day",
        "shell = __import__('os')",
        "week = 7 fortnights",
        "year = 365 day\nyear = 366 day",
        "shell = 0 munition",
        "loop = 2 pool\npool = 2 loop",
        f"shell = {'9' * 400}",
    ],
)
def test_a_definition_that_is_none_is_refused(line: str) -> None:
    with pytest.raises(UnitError):
        load_units(f"munition = [munition]\nday = [time]\n{line}")


LOAD = Assumption("mnd-2024-03", "container", "shell", low=440, best=450, high=450, said_by="rok_mnd")


@pytest.mark.parametrize(
    ("bounds", "unit", "to", "converted"),
    [
        (Bounds(6700, 6700), "container", "shell", Bounds(2_948_000, 3_015_000)),
        (Bounds(10_000, None), "container", "shell", Bounds(4_400_000, None)),
        (Bounds(None, 100), "container", "rocket", Bounds(None, 45_000)),
        (Bounds(70, None), "container/week", "shell/day", Bounds(4400, None)),
        (Bounds(1_980_000, None), "shell", "container", Bounds(4400, None)),
    ],
)
def test_an_assumption_leads_across_and_keeps_the_ends_open(
    units: Units, bounds: Bounds, unit: str, to: str, converted: Bounds
) -> None:
    result = units.convert_bounds(bounds, LOAD, unit=unit, to=to)
    assert [result.low, result.high] == pytest.approx([converted.low, converted.high])


@pytest.mark.parametrize(
    ("unit", "to"), [("container", "person"), ("container", "container"), ("shell/day", "container")]
)
def test_an_assumption_leads_nowhere_else(units: Units, unit: str, to: str) -> None:
    with pytest.raises(UnitError, match="mnd-2024-03"):
        units.convert_bounds(Bounds(1, 2), LOAD, unit=unit, to=to)


@pytest.mark.parametrize(
    ("low", "best", "high", "bounds"),
    [(None, 450, None, Bounds(None, None)), (400, 450, None, Bounds(400, None)), (440, 450, 460, Bounds(440, 460))],
)
def test_an_assumption_is_no_firmer_than_it_was_said(
    low: float | None, best: float | None, high: float | None, bounds: Bounds
) -> None:
    assert Assumption("a", "container", "shell", low, best, high).bounds == bounds


def test_converting_by_the_row_of_an_assumption_is_multiplication_of_bounds() -> None:
    assert convert_bounds(Bounds(2, None), LOAD) == Bounds(880, None)


def test_one_registry_serves_several_threads() -> None:
    units = load_units(TEXT)

    def ask(number: int) -> tuple[Any, ...]:
        load = Assumption(str(number % 7), "container", "shell", low=number % 7, best=None, high=450)
        return units.convert_bounds(Bounds(2, None), load, unit="container", to="shell"), units.base("shell/week")

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(500)))
    assert all(bounds == Bounds(2 * (n % 7), None) for n, (bounds, _) in enumerate(answers))
