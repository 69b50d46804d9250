"""The Streamlit entry: `streamlit run app.py`."""

import streamlit as st

st.title("claimsdash")
