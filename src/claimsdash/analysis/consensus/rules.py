"""Which claims allow a band: the number of claimants decides, not that of claims.

With one or two claimants who lean, a 95 % band covers the truth in 84 to 89 % of simulated topics; the width with few
claimants is mostly that of the prior. See docs/method.md, "The pooled band".
"""

from claimsdash.analysis.consensus.intervals import Form
from claimsdash.analysis.consensus.origins import Claim
from claimsdash.analysis.consensus.result import Counts, Shape

FEWEST_SOURCES, FEWEST_CLAIMS, FEWEST_CLOSED = 3, 5, 2
THIN_SOURCES, THIN_CLAIMS = 6, 10
"""A band of fewer sources or claims is thin."""


def count(claims: list[Claim]) -> Counts:
    """Count claims, claimants, reports and bounds."""
    return Counts(
        claims=len(claims),
        sources=len({claim.claimant for claim in claims}),
        reports=sum(claim.reports for claim in claims),
        floors=sum(claim.interval.form is Form.FLOOR for claim in claims),
        ceilings=sum(claim.interval.form is Form.CEILING for claim in claims),
        dates_inferred=sum(claim.inferred for claim in claims),
    )


def shape(counts: Counts) -> Shape | None:
    """Return what may be drawn, None where nothing is: `refusal` says why."""
    if counts.claims and counts.floors + counts.ceilings == counts.claims:
        if not counts.ceilings:
            return Shape.FLOOR
        return Shape.FLOOR_AND_CEILING if counts.floors else Shape.CEILING
    if refusal(counts):
        return None
    thin = counts.sources < THIN_SOURCES or counts.claims < THIN_CLAIMS
    return Shape.THIN_BAND if thin else Shape.BAND


def refusal(counts: Counts) -> str:
    """Say why no band follows; empty where one does.

    >>> refusal(Counts(claims=9, sources=2, reports=9))
    'No band: it would rest on 2 sources, and below 3 it would show assumptions. The claims themselves can be read.'
    """
    closed = counts.claims - counts.floors - counts.ceilings
    if counts.claims == 0:
        return "No band: no claim can be pooled."
    if counts.sources < FEWEST_SOURCES:
        about = (
            f"it would rest on {_say(counts.sources, 'source')}, and below {FEWEST_SOURCES} it would show assumptions"
        )
    elif counts.claims < FEWEST_CLAIMS:
        about = f"{_say(counts.claims, 'claim')} cannot carry one, at least {FEWEST_CLAIMS} are needed"
    elif closed < FEWEST_CLOSED:
        about = f"{_say(closed, 'claim')} of {counts.claims} is more than a bound, at least {FEWEST_CLOSED} are needed"
    else:
        return ""
    once = " Relays, and equal figures for one date, count once." if counts.reports > counts.claims else ""
    return f"No band: {about}.{once} The claims themselves can be read."


def _say(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
