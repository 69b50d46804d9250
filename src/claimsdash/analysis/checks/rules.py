"""The rules by name, with why each matters."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from claimsdash.analysis.checks.arithmetic import products_that_do_not_close
from claimsdash.analysis.checks.finding import Case, Judged
from claimsdash.analysis.checks.relays import capacities_quoted_as_counts, numbers_changed_by_relays, stale_figures
from claimsdash.analysis.checks.rows import (
    dated_after_report,
    low_above_high,
    shares_above_one,
    two_units_of_one_topic,
)
from claimsdash.analysis.checks.totals import falling_totals, parts_above_wholes, sums_above_wholes


@dataclass(frozen=True)
class Rule:
    """A rule: its key, its name for people, why what it finds matters, and how it judges a case."""

    key: str
    title: str
    why: str
    judge: Callable[[Case], Iterable[Judged]]


RULES: tuple[Rule, ...] = (
    Rule(
        "falling-total",
        "A running total that falls",
        "What has been sent or lost stays so: either figure was revised, counts something else, or is mistyped.",
        falling_totals,
    ),
    Rule(
        "low-above-high",
        "Low above high",
        "An interval with its ends crossed holds no number: it is left out of every comparison.",
        low_above_high,
    ),
    Rule(
        "part-above-whole",
        "A part above its whole",
        "The dead are among the casualties: if more died than were hurt, one of the two counts something else.",
        parts_above_wholes,
    ),
    Rule(
        "share-above-100",
        "A share above 100 %",
        "No part of a whole is larger than it: the unit or the whole is another than stated.",
        shares_above_one,
    ),
    Rule(
        "date-after-report",
        "A date after its report",
        "Nobody can count what has not happened yet: it is a plan or a forecast, or one of the dates is wrong.",
        dated_after_report,
    ),
    Rule(
        "capacity-as-count",
        "A capacity quoted as a count",
        "“Could hold” three million is not “sent” three million: the relay made a fact of a possibility.",
        capacities_quoted_as_counts,
    ),
    Rule(
        "number-changed",
        "A relay that changed the number",
        "Readers of the relay take away another figure than the claimant gave.",
        numbers_changed_by_relays,
    ),
    Rule(
        "two-units",
        "Two units for one topic",
        "Shipments are not containers, casualties not dead: such rows cannot stand on one axis.",
        two_units_of_one_topic,
    ),
    Rule(
        "stale-as-new",
        "A stale figure presented as new",
        "An old number with today's date looks like a fresh count, and confirms itself.",
        stale_figures,
    ),
    Rule(
        "sum-above-whole",
        "Parts that exceed their whole",
        "Killed and wounded cannot be more than killed-or-wounded: the counts differ in time, place or meaning.",
        sums_above_wholes,
    ),
    Rule(
        "product-does-not-close",
        "Arithmetic that does not close",
        "Containers times shells a container should give the shells: else one of the three is an assumption.",
        products_that_do_not_close,
    ),
)
"""All rules, in the order in which findings are listed."""
