"""Who cites whom, as an indented tree."""

import pandas as pd
import plotly.graph_objects as go

from analysis.curated import curated
from claimsdash.analysis.citing import citing_of
from claimsdash.charts.citing import ROW_PX, CitingView, citing
from claimsdash.charts.look import PALETTE
from making import a_table


def drawn(key: str) -> tuple[pd.DataFrame, go.Figure]:
    reports = curated()
    found = citing_of(reports[reports["claim_id"].eq(key)])
    return found.nodes, citing(found.nodes, found.edges, CitingView(slot=0))


def test_every_report_can_be_clicked_and_every_name_is_there() -> None:
    nodes, figure = drawn("rok-mnd-2024-02-26-containers")
    (marks,) = (trace for trace in figure.data if trace.meta == "marks")
    (labels,) = (trace for trace in figure.data if trace.meta == "figures")
    assert sorted(marks.customdata) == sorted(nodes.loc[nodes["mark_id"].ge(0), "mark_id"])
    assert marks.marker.color == PALETTE[0]
    assert len(labels.text) == len(nodes)
    assert labels.text[0] == "<b>ROK Ministry of National Defense</b>"
    assert figure.layout.height > ROW_PX * len(nodes)


def test_what_a_relay_changed_stands_beside_its_name() -> None:
    _, figure = drawn("rok-mnd-2024-02-26-containers")
    (labels,) = (trace for trace in figure.data if trace.meta == "figures")
    assert "KBS World <i>bound added, window moved, date mo…</i>" in labels.text
    assert "Yonhap <i>cited only</i>" in labels.text
    assert "KUNA" in labels.text


def test_a_further_citation_is_a_dotted_line() -> None:
    _, figure = drawn("rok-nis-2023-11-01-shells")
    (leader,) = (trace for trace in figure.data if trace.meta == "leader")
    assert leader.line.dash == "dot"


def test_names_cannot_carry_markup() -> None:
    nodes, _ = drawn("rok-mnd-2024-02-26-containers")
    hostile = nodes.assign(name=nodes["name"].replace("KUNA", "<a href=x>$y$"))
    figure = citing(hostile, pd.DataFrame(columns=["cited", "citing"]), CitingView())
    (labels,) = (trace for trace in figure.data if trace.meta == "figures")
    assert "&lt;a href=x&gt;&#36;y&#36;" in labels.text


def test_without_reports_the_figure_says_so() -> None:
    found = citing_of(a_table())
    figure = citing(found.nodes, found.edges, CitingView())
    assert figure.layout.annotations[0].text == "No report to show."
