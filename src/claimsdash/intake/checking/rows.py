"""Cleaned texts to the columns of a claims table: each cell as what its column holds."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from claimsdash.domain.claim import FIELDS, Basis, FieldType, Modality, Qualifier, Status
from claimsdash.domain.dates import Period
from claimsdash.domain.errors import Problem
from claimsdash.domain.units import DIMENSIONLESS, Units
from claimsdash.intake.checking import cells
from claimsdash.intake.checking.distinct import Distinct, Fault, read_distinct
from claimsdash.intake.checking.figures import Figures, read_figures
from claimsdash.intake.checking.identity import report_ids
from claimsdash.intake.checking.names import join_sources, known_sources, known_topics, match_names
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


def type_rows(texts: Mapping[str, pd.Series], package: Package, lines: np.ndarray) -> tuple[Columns, list[Problem]]:
    """Read every cell, and fill in what a blank one stands for; what was filled in is named in `inferred`.

    Returns the columns of a claims table but for table_id and line, for every row, and the problems of single cells.
    """
    chosen, chosen_problems = _choose(texts, lines)
    named, named_problems = _name(texts, package, lines)
    dated, dated_problems = _date(texts, lines)
    unit = read_distinct(texts["unit"], cells.unit(package.units))
    figures, number_problems = _figures(texts, chosen, unit, package, lines)
    measured = _measure(figures, unit, package.units)
    claims = {**texts, **chosen, **named, **dated, **measured, "report_id": report_ids(texts)}
    claims["claim_id"] = texts["claim_id"].where(texts["claim_id"].notna(), claims["report_id"])
    claims["basis"] = _basis(claims, texts["basis"], package)
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


def _texts(values: np.ndarray, like: pd.Series) -> pd.Series:
    return pd.Series(values, index=like.index, dtype="str")


def _blank(texts: Mapping[str, pd.Series], lines: np.ndarray) -> list[Problem]:
    problems = []
    for field in FIELDS:
        if field.required:
            fault = Fault(field.name, "is blank", f"Fill it in. {field.meaning}")
            problems += fault.at(texts[field.name].isna().to_numpy(), lines, texts[field.name])
    return problems


def _choose(texts: Mapping[str, pd.Series], lines: np.ndarray) -> tuple[Columns, list[Problem]]:
    """Read the columns that hold a word of a list; a blank modality is asserted, a blank status normal."""
    columns: Columns = {}
    problems = []
    for name, words in _LISTS.items():
        read = read_distinct(texts[name], cells.choice(words))
        columns[name] = _texts(read.spread(str, missing=None), texts[name])
        problems += read.problems(lines, name)
    columns["modality"] = columns["modality"].fillna(Modality.ASSERTED.value)
    columns["status"] = columns["status"].fillna(Status.NORMAL.value)
    return columns, problems


def _name(texts: Mapping[str, pd.Series], package: Package, lines: np.ndarray) -> tuple[Columns, list[Problem]]:
    topics = match_names(texts["topic"], known_topics(package), "topic", lines)
    claimants = match_names(texts["claimant"], known_sources(package), "claimant", lines)
    outlets = match_names(texts["outlet"], known_sources(package), "outlet", lines)
    columns = {"topic": topics.keys, "claimant": claimants.keys, "outlet": outlets.keys}
    return columns, [*topics.problems, *claimants.problems, *outlets.problems]


def _date(texts: Mapping[str, pd.Series], lines: np.ndarray) -> tuple[Columns, list[Problem]]:
    """Read the periods; a blank as_of is reported_on."""
    columns: Columns = {"as_of": texts["as_of"].where(texts["as_of"].notna(), texts["reported_on"])}
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
        "unit": pd.Series(unit.spread(str, missing=None), dtype="str"),
        "base_unit": pd.Series(unit.spread(lambda text: units.base(text)[1], missing=None), dtype="str"),
    }


def _basis(claims: Columns, typed: pd.Series, package: Package) -> pd.Series:
    """Return the basis: as chosen, else that of the topic, else what the unit says (rate, share), else stock."""
    by_topic = claims["topic"].map({key: topic.basis.value for key, topic in package.topics.items()}).astype("str")
    is_rate = claims["base_unit"].str.contains("/day", regex=False, na=False)
    by_unit = np.select(
        [is_rate, claims["base_unit"].eq(DIMENSIONLESS)], [Basis.RATE.value, Basis.SHARE.value], Basis.STOCK.value
    )
    return claims["basis"].fillna(by_topic).fillna(_texts(by_unit, typed))


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
    return _texts(np.array([*said, ""], dtype="object")[codes], texts["topic"]).replace("", None)


def _addresses(texts: Mapping[str, pd.Series], lines: np.ndarray) -> list[Problem]:
    problems = []
    for field in FIELDS:
        if field.holds is FieldType.URL and texts[field.name].notna().any():
            doubtful = texts[field.name].mask(texts[field.name].str.fullmatch(cells.PLAIN_ADDRESS).eq(True))
            problems += read_distinct(doubtful, cells.address).problems(lines, field.name)
    return problems
