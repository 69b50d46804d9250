"""The words of a number: a phrase to honest bounds (`read_wording`), and bounds to short English (`say_figure`).

The rules and their sources are in docs/method.md, "The words of a number".
"""

from claimsdash.domain.wording.figure import Figure, Part, WordingError
from claimsdash.domain.wording.grammar import read_wording
from claimsdash.domain.wording.saying import say_bounds, say_figure, say_number
from claimsdash.domain.wording.vague import VAGUE_WORDS, VagueTable, VagueTableError, VagueWord, read_vague_table

__all__ = [
    "VAGUE_WORDS",
    "Figure",
    "Part",
    "VagueTable",
    "VagueTableError",
    "VagueWord",
    "WordingError",
    "read_vague_table",
    "read_wording",
    "say_bounds",
    "say_figure",
    "say_number",
]
