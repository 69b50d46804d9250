"""Marks of footnotes glued to names: asterisks, raised or bracketed numbers, and digits that a note below explains."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimsdash.intake.mapping.model import Option, Question

if TYPE_CHECKING:
    from claimsdash.intake.mapping.proposing import Draft

NAME_MARKS, NAME_DIGITS = "name_marks", "name_digits"
_MARK = re.compile(r"\s?(?:[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|\[[0-9a-z]{1,2}\]|\([0-9]{1,2}\))$")
_DIGIT = re.compile(r"(?<=[^\W\d_])([1-9])$")
_NUMBERED_NOTE = re.compile(r"^\s*[(\[]?([1-9])[)\].:]?\s*[^\W\d_]")
_OPTIONS = (Option("cut", "marks of footnotes, left away"), Option("keep", "part of the names"))


def ask_name_marks(draft: "Draft", columns: Sequence[str]) -> None:
    """Ask about signs behind the names in these columns, and about digits that begin a note below the table."""
    names = [(column, text.strip()) for column in columns for text in draft.raw.rows[column].unique()]
    notes = {found[1] for one in draft.raw.layout.dropped if (found := _NUMBERED_NOTE.match(one.text))}
    marked = next(((column, text) for column, text in names if _MARK.search(text)), None)
    glued = next(((column, text) for column, text in names if _digit(text) in notes), None)
    for key, asks, seen in (
        (NAME_MARKS, "What are the signs behind names?", marked),
        (NAME_DIGITS, "What are the digits behind names?", glued),
    ):
        if seen:
            draft.ask(Question(key, asks, f"{seen[1][:60]} under {seen[0]}", _OPTIONS, "cut"))


def without_marks(text: str, answers: dict[str, str]) -> str:
    """Return a name without the marks that are to be cut.

    >>> without_marks("France1", {"name_digits": "cut"}), without_marks("France1", {}), without_marks("Mali*", {})
    ('France', 'France1', 'Mali*')
    """
    if answers.get(NAME_MARKS) == "cut":
        text = _MARK.sub("", text)
    if answers.get(NAME_DIGITS) == "cut":
        text = _DIGIT.sub("", text)
    return text.strip() if answers.keys() & {NAME_MARKS, NAME_DIGITS} else text


def _digit(text: str) -> str:
    found = _DIGIT.search(text)
    return found[1] if found else ""
