"""The chart in Dash: `gunicorn dash_app:server`."""

import plotly.graph_objects as go
from chart import CONFIG, claimants_of, draw, read_marks
from dash import Dash, Input, Output, callback, dcc, html

marks = read_marks()
app = Dash(__name__, title="Claims over time", compress=True)
server = app.server
app.layout = html.Div(
    [
        dcc.Checklist(claimants_of(marks), [], id="claimants"),
        dcc.Graph(figure=draw(marks), id="timeline", config=CONFIG),
    ],
    style={"display": "grid", "gridTemplateColumns": "22rem 1fr"},
)


@callback(Output("timeline", "figure"), Input("claimants", "value"), prevent_initial_call=True)
def timeline(claimants: list[str]) -> go.Figure:
    """Draw the chosen claimants."""
    return draw(marks, claimants)
