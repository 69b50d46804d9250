"""A rule on products: what is carried, times its load, against what is claimed to have been sent."""

from collections.abc import Iterator
from itertools import product

from claimsdash.analysis.checks.finding import Case, Judged, Outcome, amount, judge
from claimsdash.analysis.statement import Statement
from claimsdash.domain.assumption import Assumption
from claimsdash.domain.bounds import Bounds
from claimsdash.domain.units import UnitError, Units


def products_that_do_not_close(case: Case) -> Iterator[Judged]:
    """Multiply each container claim by every cited load and set it beside the shells that the same claimant claims.

    The load that was computed from the very statement proves nothing and is left out; with no other it cannot be told.
    Alternatives (152 mm or 122 mm) are set beside it one by one, never summed.
    """
    units = case.known.units
    said = [one for one in case.said if one.bounds and one.modality in ("asserted", "capacity") and one.can_only_grow]
    for carried, sent in product(said, said) if units is not None else ():
        if carried.claimant == sent.claimant and carried.unit != sent.unit and carried.as_of.gap(sent.as_of) == 0:
            loads = _loads(case, carried, sent)
            if loads and units is not None:
                yield _closed(carried, sent, _products(carried, sent, loads, units))


def _loads(case: Case, carried: Statement, sent: Statement) -> list[Assumption]:
    """Return the cited loads for what was sent: those of the same item, said elsewhere than in this claim."""
    return [load for load in case.known.assumptions if load.scope == sent.scope and load.key != sent.claim_id]


def _products(carried: Statement, sent: Statement, loads: list[Assumption], units: Units) -> list[Bounds]:
    found = []
    for load in loads:
        try:
            if units.base(load.from_unit)[1] == carried.unit and units.base(load.to_unit)[1] == sent.unit:
                found.append(units.convert_bounds(amount(carried), load, unit=carried.unit, to=sent.unit))
        except UnitError:
            continue
    return found


def _closed(carried: Statement, sent: Statement, products: list[Bounds]) -> Judged:
    pair = (carried, sent)
    factors = [factor for one in products if (factor := one.conflict_factor(amount(sent))) is not None]
    if not products:
        return judge(Outcome.UNCLEAR, pair, "No other statement says how much one holds.")
    if len(factors) < len(products):
        return judge(Outcome.CONSISTENT, pair, "Some load that was cited elsewhere makes the two fit.")
    words = f"No cited load makes the two figures of {sent.name} fit: a factor of {min(factors):.2f} is missing."
    return judge(Outcome.CONFLICT, pair, words, min(factors))
