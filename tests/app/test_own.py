import json
import zlib
from dataclasses import dataclass
from datetime import date

from claimsdash.app.own import pack


@dataclass(frozen=True)
class Shown:
    day: date
    choices: list[tuple[str, int]]


def test_what_an_element_shows_travels_packed_with_the_turn_that_it_answers() -> None:
    packed = pack(Shown(date(2024, 2, 26), [("KR", 9)]), turn=3)
    assert json.loads(zlib.decompress(packed)) == {"turn": 3, "asked": {"day": "2024-02-26", "choices": [["KR", 9]]}}


def test_three_thousand_outlets_travel_in_less_than_40_kb() -> None:
    choices = [(f"outlet {place}", place) for place in range(3000)]
    assert len(pack(Shown(date(2024, 1, 1), choices), turn=0)) < 40_000
