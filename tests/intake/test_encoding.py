"""The encoding of a text: the rule, and its warning."""

import pickle

import pytest

from claimsdash.intake.encoding import find_encoding
from claimsdash.intake.refusal import ReadingError

TEXT = "topic,claimant\ncontainers,Ministère de la Défense\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"topic,value\n", "utf-8"),
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        ("조선".encode(), "utf-8"),
        (b"a" * 999_999 + "é".encode(), "utf-8"),
        (b"topic\0,value\n", "utf-8"),
    ],
)
def test_marks_and_valid_utf_8_decide_without_a_warning(data: bytes, encoding: str) -> None:
    assert find_encoding(data) == (encoding, [])


def test_windows_1252_is_read_with_a_warning_that_shows_words() -> None:
    encoding, (warning,) = find_encoding(TEXT.encode("cp1252"))
    assert encoding == "cp1252"
    assert warning.value == "Ministère, Défense"
    assert "read as Windows-1252" in warning.reason


def test_bytes_that_are_damaged_in_every_encoding_are_said_to_be() -> None:
    _, (warning,) = find_encoding(b"poll,caf\x81 \xe9t\xe9\n")
    assert "not even that" in warning.reason


def test_an_encoding_that_is_told_is_taken() -> None:
    assert find_encoding("Сеул".encode("cp1251"), "cp1251") == ("cp1251", [])
    assert find_encoding("Сеул".encode("cp1251"), "utf-8")[1][0].reason.startswith("has bytes that are no utf-8")


@pytest.mark.parametrize(
    ("data", "told", "said"),
    [
        (bytes(range(256)) * 40, None, "not a text"),
        (b"\0" * 50 + b"a", None, "not a text"),
        (pickle.dumps({"a": 1}, protocol=4), None, "not a text"),
        (b"a,b\n", "rot13", "not among the encodings"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, told: str | None, said: str) -> None:
    with pytest.raises(ReadingError, match=said):
        find_encoding(data, told)
