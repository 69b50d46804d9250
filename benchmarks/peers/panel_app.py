"""The chart in Panel: `panel serve panel_app.py`."""

import panel as pn
from chart import CONFIG, claimants_of, draw, read_marks

pn.extension("plotly")
marks = pn.state.as_cached("marks", read_marks)
claimants = pn.widgets.CheckBoxGroup(name="Claimant", options=claimants_of(marks), value=[])
timeline = pn.pane.Plotly(pn.bind(draw, marks, claimants), config=CONFIG, sizing_mode="stretch_width")
pn.template.FastListTemplate(title="Claims over time", sidebar=[claimants], main=[timeline]).servable()
