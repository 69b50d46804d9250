"""The questions of a topic put to what else could hold its claims: pandas, Polars, and SQLite with indexes.

Each gets only the columns that the questions need: pandas and Polars in memory, Polars a second time on the files that
the store reads, SQLite on disk with an index on each column that is filtered or counted, as Datasette lays it out. An
answer is summed up, so that answers can be compared.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

Answers = dict[str, Callable[[], list[float]]]

LABELLED = {"claimant": "claimant_name", "outlet": "outlet_name"}
COUNTED = ("claimant", "claimant_kind", "claimant_country", "outlet", "modality", "table_id")
LIKE = ["topic", "claimant", "basis", "modality", "base_unit"]
DAYS = ("as_of_end", "reported_end")
FIGURES = ("base_low", "base_best", "base_high")
COLUMNS = ["report_id", "claim_id", "qualifier", *LIKE, *COUNTED[1:4], "table_id", *LABELLED.values(), *DAYS, *FIGURES]


def sum_up_facets(rows: Any) -> list[float]:
    """Return how many choices there are, and their claims and reports added up."""
    return [len(rows), int(sum(rows["n_claims"])), int(sum(rows["n_reports"]))]


def sum_up_latest(rows: Any) -> list[float]:
    """Return how many claims are the latest, and the numbers in their keys added up."""
    return [len(rows), sum(int(key.rpartition("-")[2]) for key in rows["report_id"])]


def sum_up_bins(rows: Any) -> list[float]:
    """Return how many bins there are, their claims added up, and their medians."""
    medians = sum(value for value in rows["best"] if value is not None and value == value)
    return [len(rows), int(sum(rows["n_claims"])), round(medians)]


def with_pandas(files: list[Path], topic: str, _folder: Path) -> Answers:
    """Hold the rows in a pandas DataFrame."""
    held = pd.concat([pd.read_parquet(file, columns=COLUMNS) for file in files], ignore_index=True)
    held = held.assign(**{day: pd.to_datetime(held[day]) for day in DAYS})

    def of_topic() -> pd.DataFrame:
        return held[held["topic"].eq(topic)]

    def origins() -> pd.DataFrame:
        rows = of_topic()
        rows = rows.assign(relayed=rows["outlet"].ne(rows["claimant"]))
        return rows.sort_values(["relayed", "reported_end", "report_id"]).drop_duplicates("claim_id")

    def facets() -> list[float]:
        rows, counts = of_topic(), {"n_claims": ("claim_id", "nunique"), "n_reports": ("claim_id", "size")}
        parts = [rows.groupby(name).agg(label=(LABELLED.get(name, name), "max"), **counts) for name in COUNTED]
        return sum_up_facets(pd.concat(parts))

    def latest() -> list[float]:
        order = {"as_of_end": False, "reported_end": False, "report_id": True}
        rows = origins().sort_values(list(order), ascending=list(order.values()))
        return sum_up_latest(rows.drop_duplicates(LIKE))

    def bins() -> list[float]:
        rows = origins()
        rows = rows.assign(
            bin=rows["as_of_end"].dt.to_period("M"), open=rows["base_low"].isna() | rows["base_high"].isna()
        )
        ends = {"low": ("base_low", "min"), "best": ("base_best", "median"), "high": ("base_high", "max")}
        pooled = rows.groupby(["bin", *LIKE]).agg(**ends, n_claims=("claim_id", "size"), n_open=("open", "sum"))
        return sum_up_bins(pooled.reset_index())

    return {"facets": facets, "latest": latest, "bins": bins}


def with_polars(files: list[Path], topic: str, _folder: Path) -> Answers:
    """Hold the rows in a Polars DataFrame."""
    import polars as pl

    return _of_polars(pl.read_parquet(files, columns=COLUMNS).lazy(), topic)


def with_polars_files(files: list[Path], topic: str, _folder: Path) -> Answers:
    """Let Polars read the files anew for each question, as the store does."""
    import polars as pl

    return _of_polars(pl.scan_parquet(files), topic)


def _of_polars(rows: Any, topic: str) -> Answers:
    """Ask Polars, of rows in memory or in files."""
    import polars as pl

    held = rows.filter(pl.col("topic") == topic)
    origins = held.sort(
        [pl.col("outlet") != pl.col("claimant"), "reported_end", "report_id"], nulls_last=True, maintain_order=True
    ).unique("claim_id", keep="first", maintain_order=True)

    def facets() -> list[float]:
        counts = {"n_claims": pl.col("claim_id").n_unique(), "n_reports": pl.len()}
        parts = [
            held.group_by(pl.col(name).alias("value")).agg(label=pl.col(LABELLED.get(name, name)).max(), **counts)
            for name in COUNTED
        ]
        return sum_up_facets(pl.concat(parts).collect())

    def latest() -> list[float]:
        rows = origins.sort(["as_of_end", "reported_end", "report_id"], descending=[True, True, False])
        return sum_up_latest(rows.unique(LIKE, keep="first", maintain_order=True).collect())

    def bins() -> list[float]:
        pooled = origins.group_by(pl.col("as_of_end").dt.truncate("1mo").alias("bin"), *LIKE).agg(
            low=pl.col("base_low").min(),
            best=pl.col("base_best").median(),
            high=pl.col("base_high").max(),
            n_claims=pl.len(),
            n_open=(pl.col("base_low").is_null() | pl.col("base_high").is_null()).sum(),
        )
        return sum_up_bins(pooled.collect())

    return {"facets": facets, "latest": latest, "bins": bins}


_ORIGINS = """origins AS (SELECT *, row_number() OVER (PARTITION BY claim_id
    ORDER BY outlet <> claimant, reported_end, report_id) AS place FROM claims WHERE topic = :topic)"""
_LIKE = ", ".join(LIKE)
SQL = {
    "facets": " UNION ALL ".join(
        f"SELECT {name}, max({LABELLED.get(name, name)}), count(DISTINCT claim_id) AS n_claims, count(*) AS n_reports"
        f" FROM claims WHERE topic = :topic GROUP BY {name}"
        for name in COUNTED
    ),
    "latest": f"""WITH {_ORIGINS}, ranked AS (SELECT *, row_number() OVER (PARTITION BY {_LIKE}
        ORDER BY as_of_end DESC, reported_end DESC, report_id) AS latest FROM origins WHERE place = 1)
        SELECT * FROM ranked WHERE latest = 1""",
    "bins": f"""WITH {_ORIGINS}, binned AS (SELECT *, substr(as_of_end, 1, 7) AS bin FROM origins WHERE place = 1),
        ordered AS (SELECT *, count(base_best) OVER (PARTITION BY bin, {_LIKE}) AS stated,
            row_number() OVER (PARTITION BY bin, {_LIKE} ORDER BY base_best NULLS LAST) AS nth FROM binned)
        SELECT bin, {_LIKE}, min(base_low), max(base_high), count(*) AS n_claims,
            avg(CASE WHEN nth IN ((stated + 1) / 2, (stated + 2) / 2) THEN base_best END) AS best,
            sum(base_low IS NULL OR base_high IS NULL) FROM ordered GROUP BY bin, {_LIKE}""",
}
"""SQLite has no median: the middle one or two of each bin are found by their place."""


def with_sqlite(files: list[Path], topic: str, folder: Path) -> Answers:
    """Lay the rows out in a SQLite file with indexes, unless the folder has one."""
    if not (kept := folder / "claims.sqlite").exists():
        _lay_out(files, draft := folder / "claims.sqlite.draft")
        draft.rename(kept)
    connection = sqlite3.connect(kept)

    def asking(name: str, sum_up: Callable[[Any], list[float]]) -> Callable[[], list[float]]:
        return lambda: sum_up(pd.read_sql_query(SQL[name], connection, params={"topic": topic}))

    found = {"facets": sum_up_facets, "latest": sum_up_latest, "bins": sum_up_bins}
    return {name: asking(name, sum_up) for name, sum_up in found.items()}


def _lay_out(files: list[Path], path: Path) -> None:
    """Write the rows and their indexes to a new SQLite file."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous = off")
    connection.execute(f"CREATE TABLE claims ({', '.join(COLUMNS)})")
    marks = ", ".join("?" * len(COLUMNS))
    for file in files:
        rows = pd.read_parquet(file, columns=COLUMNS)
        rows = rows.assign(**{day: rows[day].astype("str") for day in DAYS}).astype(object)
        rows = rows.where(rows.notna(), None)
        values = zip(*(rows[name].tolist() for name in COLUMNS), strict=True)
        connection.executemany(f"INSERT INTO claims VALUES ({marks})", values)
        connection.commit()
    for name in ("topic", "claim_id", *COUNTED):
        connection.execute(f"CREATE INDEX by_{name} ON claims ({name})")
    connection.execute("ANALYZE")
    connection.commit()
    connection.close()


PEERS = {"pandas": with_pandas, "polars": with_polars, "polars_files": with_polars_files, "sqlite": with_sqlite}
