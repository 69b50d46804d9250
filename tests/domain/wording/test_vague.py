import pytest

from claimsdash.domain.wording import VAGUE_WORDS, VagueTableError, read_vague_table, read_wording, say_figure

HEAD = "word,low,high,said_by\n"


def test_a_table_of_ones_own_changes_what_a_word_commits_to() -> None:
    mine = read_vague_table(HEAD + "dozens,12,100,ACLED\n")
    assert read_wording("dozens of boats", vague=mine).bounds[1:] == (12, 12, 100)
    assert read_wording("dozens of boats").bounds[1:] == (24, 24, 100)
    assert say_figure(read_wording("dozens of boats", vague=mine), vague=mine) == "dozens of boats"


def test_a_table_of_ones_own_can_add_a_word() -> None:
    mine = read_vague_table(HEAD + "oodles,50,500,the newsroom\n")
    figure = read_wording("oodles of shells", vague=mine)
    assert (figure.low, figure.high, figure.unit_phrase) == (50, 500, "shells")


def test_an_empty_end_is_unknown() -> None:
    assert read_wording("dozens", vague=read_vague_table(HEAD + "dozens,20,,me\n")).bounds[1:] == (20, 20, None)


def test_a_header_alone_changes_nothing() -> None:
    assert read_vague_table(HEAD).words == VAGUE_WORDS.words


def test_every_word_in_force_says_who_says_so() -> None:
    assert all(word.said_by for word in VAGUE_WORDS)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("word,low\n", "high"),
        (HEAD + ",1,2,me\n", "no word"),
        (HEAD + "dozens,many,100,me\n", "not a number"),
        (HEAD + "dozens,100,12,me\n", "above"),
        (HEAD + "dozens,-1,12,me\n", "not a number"),
    ],
)
def test_a_table_that_cannot_be_used_names_its_fault(text: str, reason: str) -> None:
    with pytest.raises(VagueTableError, match=reason):
        read_vague_table(text)
