"""The Streamlit entry: `streamlit run app.py`, or `claimsdash serve`.

Streamlit imports this file once for the server (`app`), then runs it as a script for every view of a page.
"""

import streamlit as st

from claimsdash.app import launch, warming

if __name__ == "__main__":
    warming.finish()
    warming.let_first_go()
    from claimsdash.app import shell

    st.set_page_config("claimsdash", str(shell.ICON), layout="wide", initial_sidebar_state=330)
    shell.show()
else:
    app = st.App(__file__, lifespan=launch.lifespan, middleware=launch.MIDDLEWARE)
