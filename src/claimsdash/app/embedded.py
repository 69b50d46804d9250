"""A chart inside another page: `embed=true` in its address shows it with its key, its sources and a way back."""

import streamlit as st

from claimsdash.app import drawing
from claimsdash.app.plain import link, plain
from claimsdash.charts.scene import Scene
from claimsdash.export.notes import address_of


def is_asked() -> bool:
    """Say whether the page is shown inside another one."""
    return bool(st.context.is_embedded)


def show(scene: Scene) -> None:
    """Draw the chart of the view, what a reader must know beside it, and a link to the whole page."""
    kind = "sources" if scene.view.tab == "source" else "timeline"
    draw = drawing.draw_sources if kind == "sources" else drawing.draw_timeline
    caption = drawing.caption_of(scene, kind)
    st.markdown(f"**{plain(caption.title)}**")
    st.caption(plain(caption.subtitle))
    draw(scene, bell=None)
    st.caption(" ".join(map(plain, caption.footer)))
    st.caption(link(f"{st.context.url}{address_of(scene.view)}", "Open this view in claimsdash, with the evidence"))
