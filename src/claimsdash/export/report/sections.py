"""One topic of a report: its charts, its table and its cards."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from claimsdash.charts.alt import alt_text
from claimsdash.charts.scene import Scene, events_shown, scene_by_source, scene_over_time
from claimsdash.charts.small import small_timeline
from claimsdash.export.card import Card, cards_of
from claimsdash.export.names import is_known, say_day
from claimsdash.export.notes import ViewNotes
from claimsdash.export.report.parts import Html, facts, grid, link, tag, told

CHARTS = (("Over time", scene_over_time), ("By source", scene_by_source))
_COLUMNS = (
    *("As of", "As printed", "Read as", "Claimant", "Said as", "Counted", "Since"),
    *("Reported", "Outlet", "Reports", "Evidence"),
)


@dataclass(frozen=True)
class Part:
    """What a report shows of one topic; `loaded_on` tells for each table the day on which it was loaded."""

    scene: Scene
    reports: pd.DataFrame
    notes: ViewNotes
    loaded_on: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Section:
    """A part as markup, and as what its script needs: figures and the card of each mark."""

    html: Html
    data: dict[str, Any]


def section(part: Part, number: int, *, is_alone: bool) -> Section:
    """Return one topic of a report; ids in it hold its number. One that is alone has its title above."""
    cards = cards_of(part.reports, part.loaded_on)
    ids = {card.claim_id: f"card-{number}-{place}" for place, card in enumerate(cards)}
    marks = part.scene.look.marks
    evidence = _card_of_marks(marks, part.reports, ids)
    figures = [draw(part.scene) for _, draw in CHARTS]
    html = tag(
        "section",
        tag("h2", told(part.notes.subtitle if is_alone else part.notes.title)),
        *([] if is_alone else [tag("p", f"{told(part.notes.subtitle)} · {part.notes.counted}", class_="quiet")]),
        _charts(part, number, [int(figure.layout.height) for figure in figures]),
        *_remarks(part),
        tag("h3", "Table"),
        grid(_COLUMNS, _rows(marks, evidence), caption=f"{len(marks)} marks in reading order"),
        tag("h3", "Evidence"),
        tag("div", *(card_html(card, ids[card.claim_id]) for card in cards), class_="cards"),
        id=f"topic-{number}",
    )
    return Section(html, {"figures": [figure.to_plotly_json() for figure in figures], "cards": evidence})


def _charts(part: Part, number: int, heights_px: list[int]) -> Html:
    marks = part.scene.look.marks
    still = Html(small_timeline(marks, colours=part.scene.colours, alt=alt_text(marks)))
    charts = [
        tag("h3", title)
        + tag("div", still, class_="chart", role="img", aria_label=alt_text(marks), style=f"min-height: {height}px",
              data_section=str(number), data_figure=str(place), data_height=str(height))
        for place, ((title, _), height) in enumerate(zip(CHARTS, heights_px, strict=True))
    ]  # fmt: skip  # several to a line
    hint = tag("p", "Click a mark to see who said it, in which words, and who relayed it.", class_="quiet")
    panel = tag("aside", hint, class_="panel", aria_live="polite", aria_label="Evidence of the chosen mark")
    return tag("div", tag("div", *map(Html, charts)), panel, class_="board")


def _remarks(part: Part) -> Iterator[Html]:
    """Yield in words what the charts cannot hold, and on what they rest."""
    elsewhere, marks = part.scene.look.elsewhere, part.scene.look.marks
    if len(elsewhere) and part.scene.axis.assumption is None:
        units = ", ".join(sorted(set(elsewhere["unit"].map(str))))
        yield tag("p", f"Counted in other units ({told(units)}): {len(elsewhere)} of the claims.", class_="quiet")
    if part.scene.look.n_boundless:
        lost = part.scene.look.n_boundless
        yield tag(
            "p", f"Left without any bound by the assumption, and not drawn: {lost} of the claims.", class_="quiet"
        )
    undated = int(marks["as_of_end"].isna().sum())
    if undated:
        yield tag("p", f"Without any date, and in the table only: {undated} of the claims.", class_="quiet")
    if part.notes.assumption:
        yield tag("p", tag("strong", "Derived, not claimed: "), told(part.notes.assumption))
    events = events_shown(part.scene)
    if events:
        items = (tag("li", f"{say_day(event.date)}: ", link(event.url, event.label)) for event in events)
        yield tag("h3", "Events")
        yield tag("ol", *items)


def _card_of_marks(marks: pd.DataFrame, reports: pd.DataFrame, ids: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Return the id of the card behind each mark and the report in it: those of the parent for a derived one."""
    claim_of = dict(zip(reports["report_id"], reports["claim_id"], strict=True))
    evidence = marks["derived_from"].where(marks["derived"], marks["report_id"])
    return {str(mark): (ids[claim_of[key]], str(key)) for mark, key in zip(marks["mark_id"], evidence, strict=True)}


def _rows(marks: pd.DataFrame, cards: dict[str, tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    for row in marks.to_dict("records"):
        yield (
            say_day(row["as_of"]),
            f"“{row['value_text']}”" if is_known(row["value_text"]) else "",
            str(row["say"]),
            str(row["claimant_name"]),
            str(row["modality"]),
            str(row["scope"]) if is_known(row["scope"]) else "",
            say_day(row["since"]) if is_known(row["since"]) else "",
            say_day(row["reported_on"]),
            str(row["outlet_name"]) if is_known(row["outlet_name"]) else "",
            str(row["n_reports"]),
            tag("a", "card", href=f"#{cards[str(row['mark_id'])][0]}"),
        )


def card_html(card: Card, key: str) -> Html:
    """Return the evidence card of a claim."""
    return tag(
        "article",
        tag("h4", told(f"“{card.wording}”") if card.wording else "No wording"),
        tag("p", told(card.reading), class_="quiet"),
        facts([*card.facts, ("Page", _pages(card.pages))]),
        *_relays(card),
        tag("p", told(card.citation), class_="citation"),
        class_="card",
        id=key,
    )


def _pages(pages: Iterable[str]) -> Html:
    links = [link(page) for page in pages]
    return Html(", ".join(links)) if links else tag("span", "no address")


def _relays(card: Card) -> Iterator[Html]:
    count = len(card.relays)
    yield tag("p", f"1 claim from {count} report{'s' if count > 1 else ''}", class_="quiet")
    if count == 1:
        return
    items = []
    for relay in card.relays:
        words = [f" {relay.reported}: “{told(relay.wording)}” "]
        marked = tag("strong", relay.differs) if relay.differs else "(speaks for the claim)" if relay.speaks else ""
        items.append(tag("li", link(relay.page, relay.outlet), *words, marked, data_report=relay.report_id))
    yield tag("ul", *items)
