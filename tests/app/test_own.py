from dataclasses import dataclass
from datetime import date

from claimsdash.app.own import pack
from turning import unpacked


@dataclass(frozen=True)
class Shown:
    day: date
    choices: list[tuple[str, int]]


def test_what_an_element_shows_travels_packed_with_the_turn_that_it_answers() -> None:
    sent = unpacked(pack(Shown(date(2024, 2, 26), [("KR", 9)]), turn=3))
    assert sent["turn"] == 3
    assert sent["asked"] == {"day": "2024-02-26", "choices": [["KR", 9]]}


def test_what_the_browser_shows_already_is_not_sent_again() -> None:
    one, other = (Shown(date(2024, 2, day), []) for day in (1, 2))
    checksum = unpacked(pack(one, turn=3))["checksum"]
    assert unpacked(pack(one, turn=4, shown=checksum)) == {"turn": 4, "checksum": checksum}
    assert unpacked(pack(other, turn=4, shown=checksum))["asked"]["day"] == "2024-02-02"


def test_three_thousand_outlets_travel_in_less_than_40_kb() -> None:
    choices = [(f"outlet {place}", place) for place in range(3000)]
    assert len(pack(Shown(date(2024, 1, 1), choices), turn=0)) < 40_000
