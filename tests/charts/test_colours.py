"""One colour for each claimant, everywhere."""

import pandas as pd

from claimsdash.charts.colours import assign_colours, colours_of_topic


def counts(*rows: tuple[str, str, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["topic", "claimant", "n_claims"])


def test_seven_claimants_who_share_a_topic_have_seven_colours() -> None:
    slots = assign_colours(counts(*(("shells", f"s{n}", 7 - n) for n in range(7))))
    assert slots == {f"s{n}": n for n in range(7)}


def test_claimants_who_never_meet_may_share_a_colour_but_those_who_meet_do_not() -> None:
    together = [("troops", name, 5) for name in "abcdefg"]
    slots = assign_colours(counts(*together, ("shells", "h", 3), ("shells", "a", 9)))
    assert slots["h"] != slots["a"]
    assert len({slots[name] for name in "abcdefg"}) == 7


def test_the_eighth_takes_the_colour_that_it_meets_least() -> None:
    shells = [("shells", name, 20) for name in "abcdef"]
    slots = assign_colours(counts(*shells, ("shells", "g", 2), ("shells", "h", 1)))
    assert slots["h"] == slots["g"]


def test_the_order_of_the_rows_does_not_matter() -> None:
    table = counts(("shells", "a", 2), ("troops", "b", 2), ("shells", "b", 2), ("troops", "c", 1))
    assert assign_colours(table) == assign_colours(table[::-1].reset_index(drop=True))


def test_no_claims_need_no_colours() -> None:
    assert assign_colours(counts()) == {}


def test_of_two_claimants_with_one_colour_the_weightier_keeps_it_in_a_view() -> None:
    assert colours_of_topic({"a": 0, "b": 0, "c": 1}, ["b", "c", "a", "unknown"]) == {"b": 0, "c": 1}
