"""What a mapping is: where each field of a claim comes from, what had to be asked, and what a person chose."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Part:
    """Where a field comes from: columns (their texts joined) or one constant, and why."""

    columns: tuple[str, ...] = ()
    constant: str = ""
    reason: str = ""

    def say(self) -> str:
        """Say it in short.

        >>> Part(("Pollster",)).say(), Part(constant="GBP").say()
        ('column Pollster', '“GBP” throughout')
        """
        if self.columns:
            return ("columns " if len(self.columns) > 1 else "column ") + ", ".join(self.columns)
        return f"“{self.constant}” throughout"


@dataclass(frozen=True)
class Measure:
    """A column of figures: each cell of it that is not blank is a claim, with these fields of its own.

    `scale` is a word such as million that the header puts behind every number. Columns of one `group` differ in their
    dates alone.
    """

    column: str
    fields: Mapping[str, Part]
    reason: str
    scale: str = ""
    group: str = ""


@dataclass(frozen=True)
class Option:
    """One answer to a question, and what it does, with an example from the table."""

    answer: str
    says: str


@dataclass(frozen=True)
class Question:
    """A thing that the table does not settle.

    `proposal` is what is done unless somebody says otherwise; None has to be asked. `is_sure` where the table itself
    shows that the proposal is right. `may_be_typed` allows answers beside the options.
    """

    key: str
    asks: str
    seen: str
    options: tuple[Option, ...]
    proposal: str | None = None
    is_sure: bool = False
    may_be_typed: bool = False

    def allows(self, answer: str) -> bool:
        """Return whether the answer is one of the options, or typed where that is allowed."""
        return bool(answer.strip()) and (self.may_be_typed or answer in {option.answer for option in self.options})


@dataclass(frozen=True)
class Choices:
    """What a person chose: answers to questions, fields of all claims, fields of one column, columns to leave out."""

    answers: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, Part] = field(default_factory=dict)
    measures: Mapping[str, Mapping[str, Part]] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


NOTHING_CHOSEN = Choices()


@dataclass(frozen=True)
class TableMapping:
    """How a table becomes claims: fields shared by all of them, and the columns of figures.

    `left_out` says of every column without a use why. `answers` are those chosen or proposed.
    """

    fields: Mapping[str, Part]
    measures: tuple[Measure, ...]
    questions: tuple[Question, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """Those that nobody has answered and that have no proposal: nothing is added before they are."""
        return tuple(question for question in self.questions if question.key not in self.answers)
