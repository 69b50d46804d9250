"""The selection and its address."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from claimsdash.domain.selection import Selection, read_address, write_address

KEYS = st.lists(st.text(min_size=1), unique=True, max_size=3).map(tuple)
DAYS = st.none() | st.dates()


@given(
    st.builds(
        Selection,
        topic=st.none() | st.text(min_size=1),
        claimants=KEYS,
        kinds=KEYS,
        countries=KEYS,
        outlets=KEYS,
        modalities=KEYS,
        tables=KEYS,
        as_of_from=DAYS,
        as_of_to=DAYS,
        reported_from=DAYS,
        reported_to=DAYS,
        known_on=DAYS,
        text=st.text(),
    )
)
def test_a_selection_survives_its_address(selection: Selection) -> None:
    assert read_address(write_address(selection)) == (selection, [])


def test_a_day_that_is_none_is_a_problem_and_the_rest_is_kept() -> None:
    selection, problems = read_address({"known_on": ["2024-13-01"], "claimant": ["nis"]})
    assert selection == Selection(claimants=("nis",))
    assert [(problem.column, problem.value) for problem in problems] == [("known_on", "2024-13-01")]


def test_active_names_what_restricts_but_not_the_topic() -> None:
    assert Selection(topic="troops", text="Kursk", known_on=date(2024, 1, 1)).active() == ("known_on", "text")
