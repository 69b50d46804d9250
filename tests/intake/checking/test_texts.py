"""Texts of cells made safe."""

import pytest

from claimsdash.intake.checking.texts import SHOWN_INSTEAD, skeleton
from making_rows import check, told


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  as said ", "as said"),
        ("two\r\nlines\tand a tab", "two lines and a tab"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("'=1+1", "=1+1"),
        ("'twas", "'twas"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("![x](http://example.org/p)", "![x](http://example.org/p)"),
        ("조선 · ليبيا · किम", "조선 · ليبيا · किम"),
        ("NA", "NA"),
        ("null", "null"),
    ],
)
def test_a_text_is_kept_as_typed(typed: str, kept: str) -> None:
    checked = check({"notes": typed})
    assert checked.claims["notes"].tolist() == [kept]
    assert checked.problems == []


@pytest.mark.parametrize("hidden", ["\0", "\x07", "\u202e", "\u2066", "\u200b", "\ufeff", "\x9b"])
def test_a_character_that_cannot_be_seen_is_made_visible_and_told(hidden: str) -> None:
    checked = check({"notes": f"a{hidden}b"})
    assert checked.claims["notes"].tolist() == [f"a{SHOWN_INSTEAD}b"]
    assert told(checked) == [(2, "notes", f"holds characters that cannot be seen, shown as {SHOWN_INSTEAD}")]


def test_a_blank_cell_is_missing_and_never_a_text() -> None:
    assert check({"notes": "  "}).claims["notes"].isna().all()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yonhap", "YONHAP"),
        ("Yonhap", "Yon hap"),
        ("Yonhap", "Yоnhаp"),
        ("Yonhap", "Ｙｏｎｈａｐ"),
        ("Yonhap", "Yon�hap"),
        ("rok_mnd", "ROK MND"),
        ("Münster", "Munster"),
    ],
)
def test_names_that_look_alike_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)
    assert skeleton("AP") != skeleton("AFP")
