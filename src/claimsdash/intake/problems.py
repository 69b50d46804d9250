"""Problems for people: alike ones grouped, said in a line, and as a CSV file that no spreadsheet runs."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from claimsdash.domain.errors import Problem, Severity

FORMULA_SIGNS = "=+-@＝＋－＠\t\r\n\0"
"""First characters by which a spreadsheet takes a text for a formula or a command, and their full-width forms.

The list of OWASP ASVS 5, 1.2.10.
"""

_RUN = re.compile(f" *'*[{re.escape(FORMULA_SIGNS)}]")
_SHOWN_LINES = 5


@dataclass(frozen=True)
class Group:
    """Problems of one kind: the first of them, and the lines of all."""

    example: Problem
    lines: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many they are; a problem of the whole file is one."""
        return max(len(self.lines), 1)


def group_problems(problems: Iterable[Problem]) -> list[Group]:
    """Put problems of one file, column, reason and severity together: errors first, then the larger group."""
    groups: dict[tuple[object, ...], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.severity, problem.file, problem.column, problem.reason), []).append(problem)
    made = [Group(same[0], tuple(p.line for p in same if p.line is not None)) for same in groups.values()]
    return sorted(made, key=lambda group: (group.example.severity is not Severity.ERROR, -group.count))


def say_group(group: Group) -> str:
    """Say a group in a line: where, an example, what is wrong, how often, what would be right.

    >>> say_group(Group(Problem(4, "unit", "tank", "is not a unit", "Use a known one."), (4, 9)))
    'unit “tank” is not a unit (2 times: lines 4, 9). Use a known one.'
    """
    example = group.example
    value = f"“{example.value}”" if example.value else ""
    what = " ".join(part for part in (example.file, example.column, value, example.reason) if part)
    return f"{what}{_places(group.lines)}. {example.remedy}"


def count_of(number: int, thing: str) -> str:
    """Return a number with what it counts.

    >>> count_of(1, "row"), count_of(4000, "row")
    ('1 row', '4,000 rows')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _places(lines: tuple[int, ...]) -> str:
    if not lines:
        return ""
    if len(lines) == 1:
        return f" (line {lines[0]})"
    more = ", …" if len(lines) > _SHOWN_LINES else ""
    return f" ({len(lines):,} times: lines {', '.join(map(str, lines[:_SHOWN_LINES]))}{more})"


def write_problems(problems: Iterable[Problem]) -> bytes:
    """Return problems as CSV (UTF-8 with a mark, as spreadsheets expect): one row each, texts safe to open."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["severity", "file", "line", "column", "value", "reason", "remedy"])
    for problem in problems:
        texts = (problem.column or "", problem.value, problem.reason, problem.remedy)
        line = "" if problem.line is None else problem.line
        writer.writerow([problem.severity, safe_cell(problem.file or ""), line, *map(safe_cell, texts)])
    return out.getvalue().encode("utf-8-sig")


def safe_cell(text: str) -> str:
    """Return the text as it may stand in a file for spreadsheets: an apostrophe before what they would run.

    One that has an apostrophe there already gets another, so that taking one away gives the text again.

    >>> safe_cell("=1+1"), safe_cell("'=1+1"), safe_cell("6,700")
    ("'=1+1", "''=1+1", '6,700')
    """
    return f"'{text}" if _RUN.match(text) else text
