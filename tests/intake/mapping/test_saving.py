"""Mappings as TOML, and the key by which the next table of a shape is known."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimsdash.intake.importing import ImportOptions, import_bytes
from claimsdash.intake.mapping import (
    Choices,
    MappingError,
    Part,
    TableMapping,
    read_mapping,
    save_mapping,
    shape_key,
)
from claimsdash.intake.reading import read_table
from intake.mapping.public_tables import SPENDING, a_wide_package

PACKAGE = a_wide_package()


def test_a_saved_mapping_gives_the_same_claims_again() -> None:
    data = SPENDING.replace("£", "").encode()
    first = import_bytes(data, "t.csv", PACKAGE, options=ImportOptions(choices=Choices({"currency": "GBP"})))
    assert first.mapping is not None
    again = import_bytes(
        data, "t.csv", PACKAGE, options=ImportOptions(choices=read_mapping(save_mapping(first.mapping)))
    )
    assert len(first.claims) == 4
    assert again.claims.equals(first.claims)


def test_a_mapping_written_by_hand_overrules_what_would_be_found() -> None:
    choices = read_mapping(
        'left_out = ["Hurt"]\n[answers]\ncurrency = "EUR"\n[fields]\nclaimant = "nato"\n'
        'scope = {column = ["Place", "Kind"]}\n[columns.Dead]\ntopic = "shells"\n'
    )
    report = import_bytes(b"Place,Kind,Dead,Hurt\nA,b,5,6\n", "t.csv", PACKAGE, options=ImportOptions(choices=choices))
    assert report.claims[["topic", "claimant", "scope", "best"]].to_numpy().tolist() == [
        ["shells", "nato", "A; b", 5.0]
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[answers", "not TOML"),
        ("[other]\n", "no other"),
        ("[fields]\nnonsense = 'x'\n", "no field of a claim"),
        ("[fields]\ntopic = 5\n", "topic in a mapping is a text"),
        ("[fields]\ntopic = {column = [1]}\n", "topic in a mapping is a text"),
        ("answers = 5\n", "answers in a mapping is a table"),
        ("left_out = 'x'\n", "left_out in a mapping is a list"),
        ("[columns]\nx = 5\n", "x in a mapping is a table"),
    ],
)
def test_what_is_no_mapping_is_refused_with_the_entry(text: str, said: str) -> None:
    with pytest.raises(MappingError, match=said):
        read_mapping(text)


@settings(deadline=None)
@given(st.dictionaries(st.text(min_size=1), st.text()), st.text(min_size=1), st.text())
def test_any_text_survives_saving(answers: dict[str, str], column: str, constant: str) -> None:
    mapping = TableMapping(
        {"claimant": Part((column,)), "notes": Part(constant=constant)}, (), (), answers, {column: ""}
    )
    choices = read_mapping(save_mapping(mapping))
    assert choices.answers == answers
    assert (choices.fields["claimant"].columns, choices.fields["notes"].constant) == ((column,), constant)
    assert choices.left_out == (column,)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("place,2024-01-01", "place,2024-01-01,2024-01-02", True),
        ("Place,2019 votes", "place,2021 votes,2023 votes", True),
        ("place,dead", "place,hurt", False),
        ("place,dead", "dead,place", False),
    ],
)
def test_tables_of_one_shape_have_one_key(one: str, other: str, same: bool) -> None:
    keys = [
        shape_key(read_table(f"{header}\n{'1,' * header.count(',')}1\n".encode(), "t.csv").table)
        for header in (one, other)
    ]
    assert (keys[0] == keys[1]) is same


def test_the_guide_shows_a_mapping_that_reads() -> None:
    guide = Path("docs/uploads.md").read_text(encoding="utf-8")
    toml = guide.split("```toml\n")[1].split("```")[0]
    assert read_mapping(toml).answers
