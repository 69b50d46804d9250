"""What happened meanwhile: flags across a chart of time, numbered, whose words are listed beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claimsdash.charts.glyphs import DAY_MS
from claimsdash.charts.look import chart_text


@dataclass(frozen=True)
class Event:
    """Something that happened, shown as a numbered line; the list of numbers and labels stands beside the chart."""

    on: date
    label: str


@dataclass(frozen=True)
class Place:
    """Where numbers are written: the day of the first, the numbers, and the words of all, safe to draw."""

    on: date
    numbers: str
    words: str


def places(events: Sequence[Event], least_ms: float) -> list[Place]:
    """Return where events are numbered, from 1 in the order given; what stands nearer than that shares a place.

    >>> [place.numbers for place in places([Event(date(2024, 1, day), "") for day in (1, 9, 10, 11)], 2 * DAY_MS)]
    ['1', '2–4']
    """
    found: list[list[tuple[int, Event]]] = []
    for number, event in enumerate(events, start=1):
        if found and (event.on - found[-1][-1][1].on).days * DAY_MS < least_ms:
            found[-1].append((number, event))
        else:
            found.append([(number, event)])
    return [_place(together) for together in found]


def _place(together: Sequence[tuple[int, Event]]) -> Place:
    first, last = together[0][0], together[-1][0]
    numbers = str(first) if first == last else f"{first}, {last}" if last == first + 1 else f"{first}–{last}"
    return Place(together[0][1].on, numbers, chart_text("; ".join(event.label for _, event in together)))
