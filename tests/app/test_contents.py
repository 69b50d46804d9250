import struct
import zlib
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson
import pytest

from claimsdash.app.contents import SENT, WINDOW_BYTES, Contents, difference, parcel


@dataclass(frozen=True)
class Shown:
    day: date
    choices: list[tuple[str, int]]


def content(n_choices: int, day: int = 1) -> bytes:
    return orjson.dumps(Shown(date(2024, 2, day), [(f"outlet {place}", place) for place in range(n_choices)]))


def opened(sent: bytes, *held: bytes) -> tuple[dict[str, Any], bytes]:
    """Open what was sent as a browser does, to which these contents were shown, the last one first."""
    if sent[0] >= 1 << len(held):
        plain = zlib.decompress(sent)
    else:
        used = [one for place, one in enumerate(held) if sent[0] & 1 << place]
        window = b"".join(reversed(used))[-WINDOW_BYTES:]
        stored = b"\0" + struct.pack("<HH", len(window), len(window) ^ 0xFFFF) + window
        plain = zlib.decompress(stored + sent[1:], -zlib.MAX_WBITS)[len(window) :]
    head, _, rest = plain.partition(b"\n")
    return orjson.loads(head), rest


def test_a_content_travels_packed_with_its_name_and_what_is_said_of_it() -> None:
    head, rest = opened(parcel(content(1), turn=3))
    assert head == {"turn": 3, "name": SENT.keep(content(1))}
    assert orjson.loads(rest) == {"day": "2024-02-01", "choices": [["outlet 0", 0]]}


def test_what_the_page_shows_already_is_named_and_nothing_else() -> None:
    name = SENT.keep(content(1))
    assert opened(parcel(content(1), shown={name})) == ({"name": name}, b"")
    assert opened(parcel(content(2), shown={name}))[1] == content(2)


@pytest.mark.parametrize("size", [300, 3_000, 9_000])
def test_what_is_like_something_shown_before_is_told_by_what_differs(size: int) -> None:
    shown, other, new = content(size), content(20), content(size, day=2)
    sent = difference(new, [SENT.keep(other), SENT.keep(shown)])
    assert opened(sent, other, shown) == ({"name": SENT.keep(new)}, new)
    assert len(difference(content(300, 2), [SENT.keep(content(300))])) < 150 < len(parcel(content(300, 2)))


def test_what_was_shown_before_is_named() -> None:
    one, other = content(300), content(20)
    names = [SENT.keep(one), SENT.keep(other)]
    assert opened(difference(other, names), one, other) == ({"name": names[1]}, b"")


def test_what_the_server_holds_no_longer_is_not_built_upon() -> None:
    assert opened(difference(content(30), ["forgotten"]), b"") == ({"name": SENT.keep(content(30))}, content(30))
    known = SENT.keep(content(29))
    sent = difference(content(30), ["forgotten", known])
    assert sent[0] == 0b10
    assert opened(sent, b"what it was", content(29))[1] == content(30)


def test_no_more_is_held_than_there_is_room_for_and_what_is_asked_for_stays() -> None:
    held = Contents(10)
    first, second = held.keep(b"[1111]"), held.keep(b"[2]")
    assert held.find(first) == b"[1111]"
    third = held.keep(b"[3]")
    assert [held.find(name) for name in (first, second, third)] == [b"[1111]", None, b"[3]"]
    assert held.keep(b"[3]") == third
    assert held.find(held.keep(b"[longer than there is room for]")) is None


def test_three_thousand_outlets_travel_in_less_than_40_kb() -> None:
    assert len(parcel(content(3_000))) < 40_000
