"""The pages of the app, in the order of the menu."""

from copy import copy
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

_VIEWS = Path(__file__).with_name("views")

TOPICS = st.Page(_VIEWS / "topics.py", title="Topics", icon=":material/grid_view:", url_path="topics", default=True)
TOPIC = st.Page(_VIEWS / "topic.py", title="Topic", icon=":material/timeline:", url_path="topic")
SOURCE = st.Page(_VIEWS / "source.py", title="Source", icon=":material/record_voice_over:", url_path="source")
CHECKS = st.Page(_VIEWS / "checks.py", title="Checks", icon=":material/rule:", url_path="checks")
ADD_DATA = st.Page(_VIEWS / "add_data.py", title="Add data", icon=":material/upload_file:", url_path="add_data")
ABOUT = st.Page(_VIEWS / "about.py", title="About", icon=":material/info:", url_path="about")
VIEWS = st.Page(_VIEWS / "views.py", title="Views", icon=":material/bookmark:", url_path="views")
STORIES = st.Page(_VIEWS / "stories.py", title="Stories", icon=":material/article:", url_path="stories")
COMPARE = st.Page(_VIEWS / "compare.py", title="Compare", url_path="compare", visibility="hidden")

ALL = [TOPICS, TOPIC, SOURCE, VIEWS, STORIES, CHECKS, ADD_DATA, ABOUT, COMPARE]
APART = (VIEWS, STORIES, COMPARE)
"""Pages whose address is their own and holds no view."""


def of_one_run() -> list[StreamlitPage]:
    """Return all pages as objects of their own: `st.navigation` notes in a page that it may be run, once.

    Of one object for all visitors, two who arrive at the same moment would run it once between them.
    """
    return [copy(page) for page in ALL]
