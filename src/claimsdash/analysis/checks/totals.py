"""Rules on totals: one that falls, a part above its whole, parts that exceed it together."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from claimsdash.analysis.checks.finding import Case, Judged, Outcome, amount, judge
from claimsdash.analysis.statement import Statement, starts_differ, unlike
from claimsdash.domain.relation import Relation


def falling_totals(case: Case) -> Iterator[Judged]:
    """Set each running total beside the highest earlier floor of the same claimant on the same thing.

    A claim that supersedes another is a revision and says so: it is not judged.
    """
    for said in _series(case):
        for place, after in enumerate(said):
            earlier = [before for before in said[:place] if _ends_before(before, after) and not unlike(before, after)]
            if earlier and not after.supersedes:
                yield _fall(max(earlier, key=lambda before: amount(before).low or 0.0), after)


def parts_above_wholes(case: Case) -> Iterator[Judged]:
    """Set each claim on a part beside what the same claimant says of the whole by then or later."""
    for relation in case.known.relations:
        for part, whole in product(_of_topic(case, relation.part), _wholes(case, relation.whole)):
            if part.claimant == whole.claimant and _holds_by(part, whole) and not starts_differ(part, whole):
                yield _within(part, whole)


def sums_above_wholes(case: Case) -> Iterator[Judged]:
    """Add up the parts that one claimant gives for one date, and set the sum beside its whole.

    A sum of the low ends above the high end of the whole is a conflict. A sum below the whole may lack a part.
    """
    adding = defaultdict(list)
    for relation in case.known.relations:
        if relation.adds:
            adding[relation.whole].append(relation)
    for whole_topic, relations in adding.items():
        for whole in _wholes(case, whole_topic):
            parts = [part for relation in relations for part in _part_of(case, relation, whole)]
            if len(parts) > 1:
                yield _sum(parts, whole)


def _series(case: Case) -> list[list[Statement]]:
    series = defaultdict(list)
    for one in case.asserted:
        if one.can_only_grow and one.as_of.known:
            series[one.claimant, one.topic, one.scope, one.unit].append(one)
    return [sorted(said, key=lambda one: (one.as_of.last, one.report_id)) for said in series.values()]


def _ends_before(before: Statement, after: Statement) -> bool:
    ended, began = before.as_of.last, after.as_of.first
    return ended is not None and began is not None and ended < began


def _fall(before: Statement, after: Statement) -> Judged:
    factor = amount(before).conflict_factor(amount(after))
    if factor is None or (amount(after).low or 0.0) > (amount(before).low or 0.0):
        return judge(Outcome.CONSISTENT, (before, after), "The total has not fallen for certain.")
    words = f"{after.name} gives less for {_day(after)} than for {_day(before)}, by a factor of {factor:.2f}."
    return judge(Outcome.CONFLICT, (before, after), words, factor)


def _day(said: Statement) -> str:
    return str(said.as_of.last)


def _of_topic(case: Case, topic: str) -> list[Statement]:
    return [one for one in case.asserted if one.topic == topic]


def _wholes(case: Case, topic: str) -> list[Statement]:
    """Return the claims on a topic as a whole: those of its own scope, where it names one."""
    scope = case.known.scopes.get(topic, "")
    return [one for one in _of_topic(case, topic) if not scope or one.scope == scope]


def _holds_by(part: Statement, whole: Statement) -> bool:
    """Tell whether the part was counted by the time of the whole: a part may grow after it."""
    if part.basis != whole.basis or part.as_of.last is None or whole.as_of.last is None:
        return False
    return part.as_of.last <= whole.as_of.last if whole.can_only_grow else part.as_of.gap(whole.as_of) == 0


def _within(part: Statement, whole: Statement) -> Judged:
    low, high = amount(part).low or 0.0, amount(whole).high
    pair = (part, whole)
    if high is None:
        return judge(Outcome.UNCLEAR, pair, "The whole has no upper end.")
    if low <= high or not amount(part).is_disjoint(amount(whole)):
        return judge(Outcome.CONSISTENT, pair, "The part fits into the whole.")
    factor = low / high if high else None
    times = f", {factor:.2f} times as many" if factor else ""
    return judge(Outcome.CONFLICT, pair, f"{part.name} counts more in the part than in the whole{times}.", factor)


def _part_of(case: Case, relation: Relation, whole: Statement) -> list[Statement]:
    """Return what the claimant of the whole says of a part for the same date; of several the newest alone."""
    same = [
        part
        for part in _of_topic(case, relation.part)
        if part.claimant == whole.claimant and part.basis == whole.basis and part.as_of.gap(whole.as_of) == 0
    ]
    return same[-1:]


def _sum(parts: list[Statement], whole: Statement) -> Judged:
    total = amount(parts[0])
    for part in parts[1:]:
        total += amount(part)
    said = (*parts, whole)
    if not total.is_disjoint(amount(whole)):
        return judge(Outcome.CONSISTENT, said, "The parts add up to the whole.")
    if (total.low or 0.0) < (amount(whole).low or 0.0):
        return judge(Outcome.UNCLEAR, said, "The parts are less than the whole: one may be missing.")
    factor = total.conflict_factor(amount(whole))
    return judge(Outcome.CONFLICT, said, f"The parts that {whole.name} gives are more than its whole.", factor)
