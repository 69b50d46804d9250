"""The Streamlit entry: `streamlit run app.py`.

Streamlit imports this file once for the server (`app`), then runs it as a script for every view of a page.
"""

import streamlit as st

from claimsdash.app import launch

if __name__ == "__main__":
    st.title("claimsdash")
else:
    app = st.App(__file__, lifespan=launch.lifespan, middleware=launch.MIDDLEWARE)
