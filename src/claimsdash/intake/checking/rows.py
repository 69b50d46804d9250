"""Cleaned texts to the columns of a claims table: each cell as what its column holds."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from claimsdash.domain.claim import FIELDS, Basis, FieldType, Modality, Qualifier, Status
from claimsdash.domain.dates import Period
from claimsdash.domain.errors import Problem
from claimsdash.domain.units import DIMENSIONLESS, Units
from claimsdash.intake.checking import cells
from claimsdash.intake.checking.distinct import Distinct, Fault, read_distinct, spread_texts
from claimsdash.intake.checking.figures import Figures, read_figures
from claimsdash.intake.checking.identity import report_ids
from claimsdash.intake.checking.names import NameBook, join_sources, known_sources, known_topics
from claimsdash.intake.checking.wordings import ENDS, Stated
from claimsdash.intake.package import Package

Columns = dict[str, pd.Series]

_PERIODS = {"since": "since", "as_of": "as_of", "reported_on": "reported"}
"""Column of a period, and what the columns of its first and last day begin with."""

_LISTS: Mapping[str, tuple[str, ...]] = {
    "qualifier": tuple(Qualifier),
    "basis": tuple(Basis),
    "modality": tuple(Modality),
    "status": tuple(Status),
    "reliability": cells.RELIABILITY,
    "credibility": cells.CREDIBILITY,
}

_UNSAID = {"modality": Modality.ASSERTED.value, "status": Status.NORMAL.value}
"""What a blank cell of such a column stands for."""


class NameBooks:
    """The books of the columns that hold names, for all pieces of a table."""

    def __init__(self, package: Package) -> None:
        """Begin with the topics and sources of the package."""
        known = {"topic": known_topics(package), **dict.fromkeys(("claimant", "outlet"), known_sources(package))}
        self._books = {column: NameBook(column, names) for column, names in known.items()}

    def match(self, texts: Mapping[str, pd.Series], lines: np.ndarray) -> tuple[Columns, list[Problem]]:
        """Return the keys of each of the columns, and warnings for those that are new."""
        found = {column: book.match(texts[column], lines) for column, book in self._books.items()}
        columns = {column: names.keys for column, names in found.items()}
        return columns, [problem for names in found.values() for problem in names.problems]


def type_rows(
    texts: Mapping[str, pd.Series], package: Package, lines: np.ndarray, books: NameBooks
) -> tuple[Columns, list[Problem]]:
    """Read every cell, and fill in what a blank one stands for; what was filled in is named in `inferred`.

    Returns the columns of a claims table but for table_id and line, for every row, and the problems of single cells.
    """
    chosen, chosen_problems = _choose(texts, lines)
    named, named_problems = books.match(texts, lines)
    dated, dated_problems = _date(texts, lines)
    unit = read_distinct(texts["unit"], cells.unit(package.units))
    figures, number_problems = _figures(texts, chosen, unit, package, lines)
    measured = _measure(figures, unit, package.units)
    claims = {**texts, **chosen, **named, **dated, **measured, "report_id": report_ids(texts)}
    claims["claim_id"] = _filled(texts["claim_id"], claims["report_id"])
    claims["basis"] = _basis(claims, package)
    claims |= join_sources(claims["claimant"], claims["outlet"], package)
    claims["inferred"] = _inferred(texts, claims, figures)
    return claims, [
        *_blank(texts, lines),
        *chosen_problems,
        *named_problems,
        *dated_problems,
        *unit.problems(lines, "unit"),
        *number_problems,
        *_addresses(texts, lines),
    ]


def _filled(cells: pd.Series, by: pd.Series) -> pd.Series:
    """Return the cells, those of the other column where they are blank; the other itself where all are."""
    return cells.fillna(by) if cells.notna().any() else by


def _blank(texts: Mapping[str, pd.Series], lines: np.ndarray) -> list[Problem]:
    problems = []
    for field in FIELDS:
        if field.required:
            fault = Fault(
                field.name, "is blank", f"Fill it in: {field.meaning.partition(': key into')[0].rstrip('.').lower()}."
            )
            problems += fault.at(texts[field.name].isna().to_numpy(), lines, texts[field.name])
    return problems


def _choose(texts: Mapping[str, pd.Series], lines: np.ndarray) -> tuple[Columns, list[Problem]]:
    """Read the columns that hold a word of a list; a blank modality is asserted, a blank status normal."""
    columns: Columns = {}
    problems = []
    for name, words in _LISTS.items():
        read = read_distinct(texts[name], cells.choice(words))
        columns[name] = read.spread_texts(str, missing=_UNSAID.get(name))
        problems += read.problems(lines, name)
    return columns, problems


def _date(texts: Mapping[str, pd.Series], lines: np.ndarray) -> tuple[Columns, list[Problem]]:
    """Read the periods; a blank as_of is reported_on."""
    columns: Columns = {"as_of": _filled(texts["as_of"], texts["reported_on"])}
    problems = []
    for name, begins in _PERIODS.items():
        read = read_distinct(columns.get(name, texts[name]), cells.period)
        for end in ("start", "end"):
            columns[f"{begins}_{end}"] = _days(read, end, texts[name])
        stated = texts[name].notna().to_numpy()
        problems += read.problems(lines, name, at=read.unread() & stated)
    return columns, problems


def _days(read: Distinct[Period], end: str, like: pd.Series) -> pd.Series:
    def day(period: Period) -> np.datetime64:
        return np.datetime64(getattr(period, end) or "NaT", "s")

    days = read.spread(day, missing=np.datetime64("NaT"), dtype="datetime64[s]")
    return pd.Series(days, index=like.index)


def _figures(
    texts: Mapping[str, pd.Series], chosen: Columns, unit: Distinct[str], package: Package, lines: np.ndarray
) -> tuple[Figures, list[Problem]]:
    numbers = {end: read_distinct(texts[end], cells.number) for end in ENDS}
    stated = Stated(
        texts["value_text"],
        chosen["qualifier"].fillna("").to_numpy(dtype="object"),
        unit.spread(str, missing=""),
        chosen["modality"].eq(Modality.DENIED.value).to_numpy(),
        {end: read.spread(float, missing=np.nan, dtype="float64") for end, read in numbers.items()},
        package.vague_words,
    )
    figures = read_figures(stated, package.units, lines)
    unread = [problem for end, read in numbers.items() for problem in read.problems(lines, end)]
    lines_unread = {problem.line for problem in unread}
    return figures, [*unread, *(problem for problem in figures.problems if problem.line not in lines_unread)]


def _measure(figures: Figures, unit: Distinct[str], units: Units) -> Columns:
    """Return the columns of the number, in the unit of the row and in base units: one factor a distinct unit."""
    factor = unit.spread(lambda text: units.base(text)[0], missing=np.nan, dtype="float64")
    numbers = {**figures.numbers, "at": figures.value_at}
    columns = {f"base_{name}": pd.Series(values * factor) for name, values in numbers.items()}
    columns |= {end: pd.Series(values) for end, values in figures.numbers.items()}
    return columns | {
        "value_at": pd.Series(figures.value_at),
        "qualifier": pd.Series(figures.qualifier, dtype="str"),
        "unit": unit.spread_texts(str),
        "base_unit": unit.spread_texts(lambda text: units.base(text)[1]),
    }


def _basis(claims: Columns, package: Package) -> pd.Series:
    """Return the basis: as chosen, else that of the topic, else what the unit says (rate, share), else stock."""
    codes, topics = pd.factorize(claims["topic"])
    known = package.topics
    by_topic = spread_texts([known[key].basis.value if key in known else None for key in topics], codes)
    codes, bases = pd.factorize(claims["base_unit"])
    by_unit = spread_texts([_basis_of_unit(base) for base in bases], codes, missing=Basis.STOCK.value)
    return _filled(claims["basis"], _filled(by_topic, by_unit))


def _basis_of_unit(base_unit: str) -> str:
    if "/day" in base_unit:
        return Basis.RATE.value
    return Basis.SHARE.value if base_unit == DIMENSIONLESS else Basis.STOCK.value


def _inferred(texts: Mapping[str, pd.Series], claims: Columns, figures: Figures) -> pd.Series:
    """Name, row by row, the columns that were blank and are filled in."""
    filled = dict(figures.filled)
    for name in ("report_id", "claim_id", "qualifier", "basis", "modality", "as_of", "status"):
        filled[name] = (texts[name].isna() & claims[name].notna()).to_numpy()
    of_table = [field.name for field in FIELDS if field.name in filled]
    patterns = np.zeros(len(texts["topic"]), dtype="int64")
    for place, name in enumerate(of_table):
        patterns |= filled[name].astype("int64") << place
    distinct, codes = np.unique(patterns, return_inverse=True)
    said = [",".join(name for place, name in enumerate(of_table) if bits >> place & 1) for bits in distinct.tolist()]
    return spread_texts([names or None for names in said], codes)


def _addresses(texts: Mapping[str, pd.Series], lines: np.ndarray) -> list[Problem]:
    problems = []
    for field in FIELDS:
        if field.holds is FieldType.URL and texts[field.name].notna().any():
            doubtful = texts[field.name].mask(texts[field.name].str.fullmatch(cells.PLAIN_ADDRESS).eq(True))
            problems += read_distinct(doubtful, cells.address).problems(lines, field.name)
    return problems
