"""The smallest app that answers a click: what Streamlit itself costs."""

import streamlit as st

count = st.session_state.setdefault("count", 0)
if st.button("Add", key="add"):
    count = st.session_state["count"] = count + 1
st.text(f"count {count}")
