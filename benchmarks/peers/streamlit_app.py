"""The chart in Streamlit as it comes: `streamlit run streamlit_app.py`."""

import streamlit as st
from chart import CONFIG, claimants_of, draw, read_marks

st.set_page_config("Claims over time", layout="wide")
marks = st.cache_data(read_marks)()
with st.sidebar:
    claimants = [name for name in claimants_of(marks) if st.checkbox(name)]
st.plotly_chart(draw(marks, claimants), config=CONFIG, key="timeline")
