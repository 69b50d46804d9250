"""Claims expressed through a cited assumption."""

import pytest

from claimsdash.analysis.derived import derive
from claimsdash.domain.units import Assumption, UnitError, load_units
from making import a_claim, a_table

UNITS = load_units("munition = [munition]\nshell = munition\ncontainer = [container]\nday = [time]")
LOAD = Assumption("seoul-load", "container", "shell", low=400, best=None, high=450, said_by="rok_mnd")
ABOUT = a_claim(report_id="about", qualifier="approximate", low=6566.0, best=6700.0, high=6834.0)
FLOOR = a_claim(report_id="floor", claim_id="us", qualifier="lower_bound", low=10_000.0, best=None, high=None)


def test_a_rounded_count_becomes_a_range_and_a_floor_stays_a_floor() -> None:
    derived = derive(a_table(ABOUT, FLOOR), LOAD, UNITS, to="shell").sort_values("derived_from")
    assert derived["qualifier"].tolist() == ["range", "lower_bound"]
    assert derived["low"].tolist() == [2_626_400.0, 4_000_000.0]
    assert derived["high"].isna().tolist() == [False, True]
    assert derived["best"].isna().all()


def test_a_derived_claim_names_its_parent_and_its_assumption() -> None:
    row = derive(a_table(FLOOR), LOAD, UNITS, to="shell").iloc[0]
    assert (row["report_id"], row["derived_from"], row["assumption"]) == ("floor~seoul-load", "floor", "seoul-load")
    assert bool(row["derived"])


def test_an_open_end_of_the_assumption_leaves_the_result_open() -> None:
    at_least = Assumption("floor-load", "container", "shell", low=448, best=None, high=None)
    row = derive(a_table(ABOUT), at_least, UNITS, to="shell").iloc[0]
    assert (row["qualifier"], row["low"]) == ("lower_bound", 448 * 6566.0)


def test_claims_of_other_units_and_denials_are_not_converted() -> None:
    shells = a_claim(unit="shell", base_unit="munition")
    denial = a_claim(report_id="no", qualifier="none", low=None, best=None, high=None)
    assert derive(a_table(shells, denial), LOAD, UNITS, to="shell").empty


def test_an_assumption_that_leads_elsewhere_is_refused() -> None:
    with pytest.raises(UnitError, match="leads from container to shell"):
        derive(a_table(ABOUT), LOAD, UNITS, to="day")


def test_an_empty_table_gives_no_derived_claims() -> None:
    assert derive(a_table(), LOAD, UNITS, to="shell").empty
