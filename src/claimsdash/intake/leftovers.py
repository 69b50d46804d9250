"""Rows of a table that are no figures of their own: the header once more, notes, headings, totals, rulers."""

import re

import pandas as pd

from claimsdash.intake.layout import BLANK_WORDS, Dropped, joined

_TOTAL = re.compile(
    r"(?:sub-?|grand |over ?all )?totals?\b|sum\b|all (?:regions|countries|places|ages)\b|insgesamt\b|gesamt\b|summe\b"
    r"|total g[eé]n[eé]ral\b|ensemble\b|totale\b|suma\b|razem\b|og[oó][lł]em\b|celkem\b|ukupno\b|yhteens[aä]\b|totaal\b"
    r"|итого\b|всего\b|усього\b|разом\b|合计|合計|总计|總計|소계|합계|총계|계$",
    re.IGNORECASE,
)
REPEATED = "the header once more"
OTHER_HEADER = "the header of another table"
HEADING = "a heading or a note between the rows, with no figure"
TOTAL_REASON = "a total of other rows"
_NOTE = (
    r"^\s*(?i:sources?\b|notes?\b|data\b.{0,20}:|[*†‡§©]|\([a-z0-9]\)|\[[a-z0-9]\]|[0-9]\)"
    r"|quelle|fuente|fonte|источник)"
)
_LONGEST_LABEL = 60
_MOSTLY = 0.5
_WORD = r"[^\W\d_]{2}"
_LONE_NUMBER = r"^\s*[(+-]?[$€£]?\s?[0-9][0-9.,' ]*\)?\s*$"
_RULER = r"^[\s:|=_.+-]*$"
_LONG_RULER = r"[-=_]{3}"


def find_leftovers(rows: pd.DataFrame, lines: pd.Series, header: tuple[str, ...]) -> list[Dropped]:
    """Name the rows to leave out; `header` holds the cells of the last line of the header."""
    if rows.empty:
        return []
    filled = rows.apply(lambda column: column.str.strip().ne(""))
    count = filled.sum(axis=1)
    lonely = (count == 1) & filled.iloc[:, :3].any(axis=1) & ((rows.shape[1] > 2) | _notes(rows))
    last_full = count[count > 1].index.max() if (count > 1).any() else -1
    kinds = {
        REPEATED: _repeats(rows, header),
        OTHER_HEADER: _other_headers(rows),
        "a ruler between the rows": _rulers(rows),
        TOTAL_REASON: _totals(rows, filled) | (lonely & _numbers(rows)),
        "a note below the table": lonely & (rows.index > last_full),
        HEADING: lonely,
    }
    dropped: dict[int, Dropped] = {}
    for reason, found in kinds.items():
        for place in rows.index[found]:
            dropped.setdefault(place, Dropped(int(lines[place]), joined(rows.loc[place]), reason))
    return [dropped[place] for place in sorted(dropped)]


def _repeats(rows: pd.DataFrame, header: tuple[str, ...]) -> pd.Series:
    same = pd.Series(True, index=rows.index)
    for column, name in zip(rows.columns, header, strict=False):
        if name.strip():
            same &= rows[column].str.strip().eq(name.strip())
    return same & any(name.strip() for name in header)


def _other_headers(rows: pd.DataFrame) -> pd.Series:
    """Find rows with words in every column that holds figures: the header of a table that stands further below."""
    digits = {column: rows[column].str.contains("[0-9]", regex=True) for column in rows}
    figures = [column for column, found in digits.items() if found.mean() > _MOSTLY]
    found = pd.Series(len(figures) > 1 and len(rows) > 1, index=rows.index)
    for column in figures if found.any() else ():
        found &= ~digits[column] & rows[column].str.contains(_WORD, regex=True)
        found &= ~rows[column].str.strip().str.lower().isin(BLANK_WORDS)
    found.iloc[0] = False
    if found.any():
        apart = rows[found][figures].nunique(axis=1).eq(len(figures))
        found &= apart.reindex(rows.index, fill_value=False)
    return found


def _numbers(rows: pd.DataFrame) -> pd.Series:
    """Find rows whose only cell is a number: a sum under the column."""
    found = pd.Series(False, index=rows.index)
    for column in rows.columns[:3]:
        found |= rows[column].str.contains(_LONE_NUMBER, regex=True)
    return found


def _notes(rows: pd.DataFrame) -> pd.Series:
    return rows.iloc[:, 0].str.contains(_NOTE, regex=True) | rows.iloc[:, 0].str.len().gt(_LONGEST_LABEL)


def _rulers(rows: pd.DataFrame) -> pd.Series:
    found = pd.Series(True, index=rows.index)
    for column in rows:
        found &= rows[column].str.contains(_RULER, regex=True)
    return found & rows.iloc[:, 0].str.cat(rows.iloc[:, -1]).str.contains(_LONG_RULER, regex=True)


def _totals(rows: pd.DataFrame, filled: pd.DataFrame) -> pd.Series:
    """Find the rows whose first filled cell says that they add up others."""
    found = pd.Series(False, index=rows.index)
    before = pd.Series(False, index=rows.index)
    for column in rows.columns[:3]:
        is_first = filled[column] & ~before
        words = {word for word in rows[column][is_first].unique() if _TOTAL.match(word.strip())}
        found |= is_first & rows[column].isin(words)
        before |= filled[column]
    return found
