"""The chart in Vizro: `gunicorn vizro_app:server`.

The claimants are a parameter of the chart: a filter of Vizro, with nothing chosen, shows nothing.
"""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go
import vizro.models as vm
from chart import claimants_of, draw, read_marks
from vizro import Vizro
from vizro.managers import data_manager
from vizro.models.types import capture

data_manager["marks"] = marks = read_marks()


@capture("graph")
def timeline(data_frame: pd.DataFrame, claimants: Sequence[str] = ()) -> go.Figure:
    """Draw the chosen claimants."""
    return draw(data_frame, claimants)


page = vm.Page(
    title="Claims over time",
    components=[vm.Graph(id="timeline", figure=timeline("marks"))],
    controls=[
        vm.Parameter(
            targets=["timeline.claimants"],
            selector=vm.Checklist(title="Claimant", options=claimants_of(marks), value=[], show_select_all=False),
        )
    ],
)
app = Vizro().build(vm.Dashboard(pages=[page]))
server = app.dash.server
