"""A chart inside another page: `embed=true` in its address shows it with its key, its sources and a way back."""

import streamlit as st

from claimsdash.app import session
from claimsdash.app.plain import link, plain
from claimsdash.domain.view import View
from claimsdash.export.notes import address_of


def is_asked() -> bool:
    """Say whether the page is shown inside another one."""
    return bool(st.context.is_embedded)


def show(view: View) -> None:
    """Draw the chart of the view, what a reader must know beside it, and a link to the whole page."""
    from claimsdash.app import showing

    shown = showing.shown_of(view)
    if shown is None:
        st.info("This workspace holds no claims of this topic.")
        return
    st.markdown(f"**{plain(shown.caption.title)}**")
    st.caption(plain(shown.caption.subtitle))
    showing.draw(shown, key=shown.kind, on_choose=session.keep)
    if view.claim is not None:
        _evidence(view.claim)
    showing.words_under(shown)
    st.caption(link(f"{st.context.url}{address_of(shown.view)}", "Open this view in claimsdash, with the evidence"))


def _evidence(key: str) -> None:
    """Draw the evidence of the mark that was clicked."""
    from claimsdash.app import evidence

    shown = evidence.card_of(key, evidence.Card())
    if shown.evidence is not None:
        with st.container(border=True, key="evidence"):
            evidence.draw(shown, on_set=lambda _: None)
