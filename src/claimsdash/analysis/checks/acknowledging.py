"""Findings that a person has looked at: the reason is kept beside them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from claimsdash.domain.errors import ClaimsdashError


class AcknowledgementError(ClaimsdashError):
    """An acknowledgement without a reason."""


@dataclass(frozen=True)
class Acknowledgement:
    """Somebody says why a finding is right as it is; the last one for a finding counts.

    Raises AcknowledgementError where the reason is blank.
    """

    finding_id: str
    reason: str
    who: str
    when: datetime

    def __post_init__(self) -> None:
        """Refuse a blank reason."""
        if not self.reason.strip():
            raise AcknowledgementError("A finding is acknowledged with a reason: say why it is right as it is.")


def acknowledge(findings: pd.DataFrame, said: Iterable[Acknowledgement]) -> pd.DataFrame:
    """Put acknowledgements beside their findings.

    Returns the findings with acknowledged: bool, reason, acknowledged_by: str ("" where nobody did) and
    acknowledged_on: datetime in UTC; those that nobody acknowledged come first, each part in its old order.
    """
    last = {one.finding_id: one for one in sorted(said, key=lambda one: one.when)}
    found = [last.get(key) for key in findings["finding_id"]]
    table = findings.assign(
        acknowledged=pd.Series([one is not None for one in found], index=findings.index, dtype="bool"),
        reason=pd.Series([one.reason if one else "" for one in found], index=findings.index, dtype="str"),
        acknowledged_by=pd.Series([one.who if one else "" for one in found], index=findings.index, dtype="str"),
        acknowledged_on=pd.Series(
            [one.when if one else None for one in found], index=findings.index, dtype="datetime64[us, UTC]"
        ),
    )
    return table.sort_values("acknowledged", kind="stable", ignore_index=True)
