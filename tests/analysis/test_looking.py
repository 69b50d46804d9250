"""From reports to marks."""

from claimsdash.analysis.axes import AxisChoice
from claimsdash.analysis.display import Axis
from claimsdash.analysis.looking import claim_of_mark, look_at, mark_of_claim
from claimsdash.domain.units import Assumption, load_units
from making import a_claim, a_table

UNITS = load_units("munition = [munition]\nshell = munition\ncontainer = [container]")
LOAD = Assumption("load", "container", "shell", low=400, best=None, high=450)
AS_SAID = AxisChoice("containers", Axis("container", "container", 1.0))
AS_SHELLS = AxisChoice("shells", Axis("shell", "munition", 1.0), LOAD)
REPORTS = a_table(a_claim(report_id="a"), a_claim(report_id="b", outlet="kbs"), a_claim(report_id="c", claim_id="us"))


def test_relays_that_agree_make_one_mark_and_every_report_can_be_shown() -> None:
    assert len(look_at(REPORTS, AS_SAID, every=False, units=UNITS).marks) == 2
    assert len(look_at(REPORTS, AS_SAID, every=True, units=UNITS).marks) == 3


def test_counts_say_claims_from_reports() -> None:
    assert look_at(REPORTS, AS_SAID, every=False, units=UNITS).counted == "2 claims from 3 reports, by 1 claimant"


def test_a_derived_mark_leads_to_the_report_that_it_was_computed_from() -> None:
    marks = look_at(REPORTS, AS_SHELLS, every=False, units=UNITS).marks
    assert marks["derived"].all()
    mark = int(marks.loc[marks["derived_from"].eq("c"), "mark_id"].to_numpy()[0])
    assert claim_of_mark(marks, mark) == "c"
    assert mark_of_claim(marks, "c") == mark


def test_a_claim_that_an_assumption_leaves_without_a_bound_is_counted_not_drawn_as_a_denial() -> None:
    floor = a_claim(report_id="d", claim_id="floor", qualifier="lower_bound", best=None, high=None)
    ceiling = Assumption("load", "container", "shell", low=None, best=None, high=480)
    axis = AxisChoice("shells", AS_SHELLS.axis, ceiling)
    look = look_at(a_table(a_claim(), floor), axis, every=False, units=UNITS)
    assert list(look.marks["qualifier"]) == ["upper_bound"]
    assert look.n_boundless == 1


def test_a_card_is_found_by_report_and_by_claim() -> None:
    marks = look_at(REPORTS, AS_SAID, every=False, units=UNITS).marks
    assert claim_of_mark(marks, mark_of_claim(marks, "us") or 0) == "c"
    assert mark_of_claim(marks, "b") is None
    assert mark_of_claim(marks, None) is None


def test_no_reports_give_no_marks() -> None:
    look = look_at(a_table(), AS_SHELLS, every=False, units=UNITS)
    assert look.marks.empty
    assert look.counted == "0 claims from 0 reports, by 0 claimants"
