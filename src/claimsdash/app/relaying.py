"""Reports of a table that may be of a claim that is known: shown with the reasons, for the visitor to decide."""

import pandas as pd
import streamlit as st

from claimsdash.analysis.relays import suggest_relays
from claimsdash.app import shelf
from claimsdash.app.plain import plain
from claimsdash.domain.selection import Selection
from claimsdash.intake.importing import ImportReport
from claimsdash.store.imports import accept_relays

_SAME = "Same claim"
_SHOWN = {
    "line": "Line",
    "value_text": "In this table",
    "known_value": "Known",
    "known_outlet": "Printed by",
    "claim_id": "Claim",
    "score": "Score",
    "reasons": "Why",
}


def show(report: ImportReport, file_key: str) -> ImportReport:
    """Draw what may be relays, and return the report with those that are accepted in the claims they relay."""
    found = suggest_relays(report.claims, _known(report))
    if found.empty:
        return report
    with st.container(key="relays"):
        st.markdown(
            f"**May be of claims that are known ({len(found):,}).** Tick those that are; the others stand alone."
        )
        every = st.toggle("All of them", key=f"relays_all|{file_key}")
        shown = found.rename(columns=_SHOWN)[list(_SHOWN.values())]
        shown.insert(0, _SAME, every)
        edited = st.data_editor(
            shown, hide_index=True, disabled=list(_SHOWN.values()), key=f"relays|{file_key}|{every}"
        )
    return accept_relays(report, _accepted(found, edited[_SAME]))


def _accepted(found: pd.DataFrame, is_same: pd.Series) -> dict[str, str]:
    rows = found[is_same.to_numpy(dtype=bool)]
    return dict(zip(rows["report_id"], rows["claim_id"], strict=True))


def _known(report: ImportReport) -> pd.DataFrame:
    """Return the reports of the same topics, those of the table that this one replaces left out.

    A topic with too many reports to be read is left out, and said to be.
    """
    known, vast = [report.claims.head(0)], []
    for topic in report.claims["topic"].unique():
        try:
            known += [shelf.reports(Selection(topic=topic))] if topic in shelf.topics() else []
        except shelf.CrowdError:
            vast.append(str(topic))
    if vast:
        st.caption(plain(f"Known claims are not looked through where they are too many: {', '.join(vast)}."))
    reports = pd.concat(known, ignore_index=True)
    return reports[reports["table_id"].ne(report.table_id)]
