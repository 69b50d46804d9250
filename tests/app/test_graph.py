from typing import Any

import numpy as np
import orjson
import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from claimsdash.app.contents import parcel
from claimsdash.app.graph import Caption, Pointing, write

CAPTION = Caption(alt="Three claims over time", title="How many shells?", footer=("Sources: Yonhap",))


def sent(figure: go.Figure, pointing: Pointing | None = None) -> dict[str, Any]:
    content: dict[str, Any] = orjson.loads(
        write(figure, caption=CAPTION, height_px=300, pointing=pointing or Pointing())
    )
    drawn: dict[str, Any] = content["figure"]
    return content | drawn


def a_figure(count: int = 3) -> go.Figure:
    ids = np.arange(count, dtype="int32")
    hovertext = [f"Claim {i}: more than three million shells, ROK Ministry of National Defense" for i in ids]
    days = 1.7e12 + 86_400_000.0 * ids
    figure = go.Figure()
    figure.add_scatter(x=days, y=ids.astype("float32"), customdata=ids, hovertext=hovertext, mode="markers")
    return figure.update_layout(xaxis_type="date", uirevision="shells")


def test_numbers_travel_as_typed_arrays() -> None:
    trace = sent(a_figure())["data"][0]
    assert trace["y"]["dtype"] == "f4"
    assert trace["customdata"]["dtype"] in ("i1", "i4")


def test_the_template_stays_behind_and_the_rest_of_the_layout_travels() -> None:
    layout = sent(a_figure())["layout"]
    assert "template" not in layout
    assert layout["uirevision"] == "shells"


def test_only_the_events_that_have_an_answer_are_asked_for() -> None:
    assert sent(a_figure())["answers"] == []
    assert sent(a_figure(), Pointing(on_choose=print, on_range=print))["answers"] == ["choose", "range"]


def test_five_hundred_claims_travel_in_less_than_40_kb() -> None:
    content = write(a_figure(500), caption=CAPTION, height_px=300, pointing=Pointing())
    assert len(parcel(content)) < 40_000


def test_a_figure_that_is_gone_does_not_speak_for_the_next() -> None:
    counts = [len(sent(a_figure(count))["data"][0]["hovertext"]) for count in range(1, 20)]
    assert counts == list(range(1, 20))


def test_a_trace_that_the_browser_has_no_code_for_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot draw traces of pie"):
        sent(go.Figure(go.Pie(values=[1])))


def _page() -> None:
    import plotly.graph_objects as go

    from claimsdash.app.graph import Caption, draw

    draw(go.Figure(go.Scatter(x=[1], y=[2])), key="chart", caption=Caption(alt="One claim", title="How many?"))


def test_streamlits_own_chart_takes_over_where_components_are_not_available(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("streamlit.components.v2")
    at = AppTest.from_function(_page).run()
    assert not at.exception
    assert len(at.get("plotly_chart")) == 1


def test_an_empty_figure_can_be_sent() -> None:
    assert sent(go.Figure())["data"] == []


def test_a_page_with_a_chart_runs() -> None:
    def page() -> None:
        import plotly.graph_objects as go

        from claimsdash.app.graph import Caption, Pointing, draw

        draw(go.Figure(), key="chart", caption=Caption("Nothing yet", "How many?"), pointing=Pointing(on_choose=print))

    ran = AppTest.from_function(page).run()
    assert not ran.exception
