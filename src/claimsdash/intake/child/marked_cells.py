"""Cells of a workbook that a reader of values alone gets wrong: shares shown as per cent, errors, no result."""

from collections import defaultdict
from dataclasses import dataclass, field

from claimsdash.intake.child.output import MOST_NOTES, Note


@dataclass
class Marks:
    """`shares` says for each line the columns (from 1) that a spreadsheet shows as per cent; notes name the rest."""

    shares: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    notes: list[Note] = field(default_factory=list)

    def add_error(self, line: int, column: int, shown: str) -> None:
        """Note a cell that holds an error, such as #N/A: it is blank, and said to be."""
        self._add(Note(line, column, shown[:20], "is an error of the workbook, read as blank", "Correct the formula."))

    def add_unfinished(self, line: int, column: int, formula: str) -> None:
        """Note a formula of which the file holds no result."""
        reason = "is a formula whose result is not in the file, read as blank"
        remedy = "Open the workbook in a spreadsheet program, save it, and give that."
        self._add(Note(line, column, f"={formula}"[:60], reason, remedy))

    def _add(self, note: Note) -> None:
        if len(self.notes) < MOST_NOTES:
            self.notes.append(note)


NO_MARKS = Marks({}, [])
