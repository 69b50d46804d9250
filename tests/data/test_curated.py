"""The curated table: all reports are there, grouped, keyed, in known units, with the figures that it was made for."""

import csv
import hashlib
from collections import defaultdict
from pathlib import Path

import pint
import pytest
from frictionless import Package

from claimsdash.domain.claim import FIELDS, Interest, Modality, Qualifier, SourceKind

DATA = Path(__file__).parents[2] / "data"
WORDINGS = "714005997df69837856070c9e7d2ac63fc61cb7a057f24941066414c51a10390"
"""SHA-256 of every report_id with its value_text, as collected."""

Row = dict[str, str]


def rows_of(name: str) -> list[Row]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CLAIMS = rows_of("claims.csv")
REPORTS = {row["report_id"]: row for row in CLAIMS}
TOPICS = {row["key"]: row for row in rows_of("topics.csv")}
SOURCES = {row["key"]: row for row in rows_of("sources.csv")}


def by_claim() -> dict[str, list[Row]]:
    groups = defaultdict(list)
    for row in CLAIMS:
        groups[row["claim_id"]].append(row)
    return groups


@pytest.fixture(scope="module")
def units() -> "pint.UnitRegistry[float]":
    registry: pint.UnitRegistry[float] = pint.UnitRegistry(None)
    lines = (line.split("#")[0] for line in (DATA / "units.txt").read_text(encoding="utf-8").splitlines())
    registry.load_definitions([line for line in lines if line.strip()])
    return registry


def test_frictionless_finds_nothing_wrong() -> None:
    report = Package(str(DATA / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])


def test_every_report_is_there_with_its_wording_unchanged() -> None:
    pairs = sorted(f"{row['report_id']}\t{row['value_text']}" for row in CLAIMS)
    assert len(set(REPORTS)) == len(CLAIMS) == 495
    assert hashlib.sha256("\n".join(pairs).encode()).hexdigest() == WORDINGS


def test_the_columns_are_those_of_a_claim_in_their_order() -> None:
    assert list(CLAIMS[0]) == [field.name for field in FIELDS]


def test_the_format_is_documented_column_by_column() -> None:
    text = (DATA.parent / "docs" / "data-format.md").read_text(encoding="utf-8")
    section = text.split("## Columns of claims.csv")[1].split("### ")[0]
    first_cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    named = [name.strip(" `") for cell in first_cells for name in cell.split(",")]
    assert named == [field.name for field in FIELDS]


@pytest.mark.parametrize("path", sorted(DATA.glob("*.*")), ids=lambda path: path.name)
def test_a_file_is_utf_8_with_plain_line_ends(path: Path) -> None:
    content = path.read_bytes()
    assert b"\r" not in content
    assert content.decode("utf-8").endswith("\n")
    assert not content.startswith(b"\xef\xbb\xbf")


def test_a_claim_has_one_claimant_and_one_topic() -> None:
    for name, rows in by_claim().items():
        assert len({(row["claimant"], row["topic"]) for row in rows}) == 1, name


def test_relays_are_grouped() -> None:
    groups = by_claim()
    assert len(groups) == 270
    assert sum(len(rows) > 1 for rows in groups.values()) == 106
    assert len(groups["rok-mnd-2024-02-26-containers"]) == 11


def test_keys_lead_somewhere() -> None:
    names = {source["name"] for source in SOURCES.values()}
    for row in CLAIMS:
        assert row["topic"] in TOPICS
        assert {row["claimant"], row["outlet"]} <= set(SOURCES)
        assert set(row["relayed_from"].split("; ")) - {""} <= names, row["relayed_from"]
        assert {row["derived_from"], row["alternative_of"]} <= {*REPORTS, ""}
        assert row["supersedes"] in {*by_claim(), ""}


def test_every_source_and_topic_is_used() -> None:
    named = {name for row in CLAIMS for name in row["relayed_from"].split("; ")}
    used = {row[column] for row in CLAIMS for column in ("claimant", "outlet")}
    assert not [key for key, source in SOURCES.items() if key not in used and source["name"] not in named]
    assert {row["topic"] for row in CLAIMS} == set(TOPICS)


def test_the_scope_of_a_topic_is_that_of_some_of_its_claims() -> None:
    stated = {(row["topic"], row["scope"]) for row in CLAIMS}
    assert not [key for key, topic in TOPICS.items() if topic["scope"] and (key, topic["scope"]) not in stated]


def test_a_disputed_report_says_why() -> None:
    disputed = [row for row in CLAIMS if row["status"] == "disputed"]
    assert 0 < len(disputed) < 20
    assert all(row["notes"] for row in disputed)


def test_sources_have_a_kind_and_an_interest() -> None:
    for source in SOURCES.values():
        assert source["kind"] in set(SourceKind)
        assert source["interest"] in set(Interest)


def test_a_plan_is_a_modality_and_no_topic() -> None:
    assert not [key for key in TOPICS if key.endswith("_pledged_or_planned")]
    assert {row["modality"] for row in CLAIMS} == set(Modality)


STATED = {
    Qualifier.EXACT: "best",
    Qualifier.APPROXIMATE: "best",
    Qualifier.LOWER_BOUND: "low",
    Qualifier.UPPER_BOUND: "high",
    Qualifier.RANGE: "low high",
    Qualifier.VAGUE: "",
    Qualifier.NONE: "",
}


def test_only_stated_numbers_are_filled_in() -> None:
    for row in CLAIMS:
        filled = " ".join(name for name in ("low", "best", "high") if row[name])
        vague_bound = row["value_text"] == "at least several million"
        assert filled == ("" if vague_bound else STATED[Qualifier(row["qualifier"])]), row["report_id"]


def test_a_denial_has_no_number() -> None:
    assert {row["qualifier"] for row in CLAIMS if row["modality"] == Modality.DENIED} == {Qualifier.NONE}


def test_every_unit_is_defined(units: "pint.UnitRegistry[float]") -> None:
    assumed = [row[column] for row in rows_of("assumptions.csv") for column in ("from_unit", "to_unit")]
    for unit in {*(row["unit"] for row in CLAIMS), *(topic["unit"] for topic in TOPICS.values()), *assumed}:
        units.Unit(unit)


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("container", "shell"),
        ("container", "railcar"),
        ("casualty", "fatality"),
        ("casualty", "soldier"),
        ("fatality", "soldier"),
        ("missile", "shell"),
        ("USD", "KRW"),
        ("shell", "shell/month"),
    ],
)
def test_what_is_counted_differently_has_another_dimension(
    units: "pint.UnitRegistry[float]", unit: str, other: str
) -> None:
    assert units.Unit(unit).dimensionality != units.Unit(other).dimensionality


@pytest.mark.parametrize(
    ("unit", "other"), [("shell", "rocket"), ("soldier", "worker"), ("shell/year", "shell/day"), ("percent", "ratio")]
)
def test_what_is_counted_alike_has_one_dimension(units: "pint.UnitRegistry[float]", unit: str, other: str) -> None:
    assert units.Unit(unit).dimensionality == units.Unit(other).dimensionality


def test_a_dimension_is_in_one_group_of_topics(units: "pint.UnitRegistry[float]") -> None:
    groups = defaultdict(set)
    for topic in TOPICS.values():
        groups[str(units.Unit(topic["unit"]).dimensionality)].add(topic["group"])
    del groups["dimensionless"]
    assert not {dimension: names for dimension, names in groups.items() if len(names) > 1}


@pytest.mark.parametrize(
    ("report_id", "said"),
    [
        ("rok-mnd-2024-02-26-containers-rfa", "some 6,700 approximate 6700 container cumulative asserted"),
        ("rok-mnd-2024-02-26-shells152-cnn", "more than 3 million lower_bound 3000000 shell cumulative capacity"),
        ("rok-mnd-2024-02-26-rounds122-cnn", "more than 500,000 lower_bound 500000 rocket cumulative capacity"),
        ("rok-mnd-2024-02-26-shells152-rfa", "more than three million lower_bound 3000000 shell cumulative asserted"),
        ("rok-mnd-2024-02-26-factories-count-rfa", "hundreds vague  factory stock asserted"),
        ("rok-mnd-2024-02-26-factories-share-rfa", "only about 30% approximate 30 percent share asserted"),
        ("rok-mnd-2024-02-26-utilisation-rbc", "about 30% approximate 30 percent share asserted"),
        ("rok-mnd-2024-02-26-factories-full-rfa", "full capacity exact 100 percent share asserted"),
        ("rok-nis-2023-11-01-shells-rfa", "more than 1 million lower_bound 1000000 shell cumulative asserted"),
    ],
)
def test_the_figures_of_the_first_article_are_there(report_id: str, said: str) -> None:
    row = REPORTS[report_id]
    number = row["low"] + row["best"] + row["high"]
    columns = [row["value_text"], row["qualifier"], number, row["unit"], row["basis"], row["modality"]]
    assert " ".join(columns) == said


def test_million_shells_since_early_august() -> None:
    assert REPORTS["rok-nis-2023-11-01-shells-rfa"]["since"] == "2023-08-01/2023-08-10"


def test_thirty_percent_is_one_claim_of_two_shares() -> None:
    rows = by_claim()["rok-mnd-2024-02-26-utilisation"]
    scopes = {row["scope"] for row in rows}
    assert {
        "share of munitions factories that are operational",
        "capacity use of munitions factories in general",
    } <= scopes


def test_shells_or_rockets_are_alternatives() -> None:
    linked = [row for row in CLAIMS if row["alternative_of"]]
    assert len(linked) == 15
    for row in linked:
        other = REPORTS[row["alternative_of"]]
        assert other["claimant"] == row["claimant"]
        assert {other["topic"], row["topic"]} == {"artillery_shells_transferred", "rockets_122mm_transferred"}
    assert REPORTS["rok-mnd-2024-02-26-shells152-cnn"]["alternative_of"] == "rok-mnd-2024-02-26-rounds122-cnn"


def test_an_assumption_names_its_statement() -> None:
    claims = by_claim()
    for row in rows_of("assumptions.csv"):
        assert row["url"] in {claim["url"] for claim in CLAIMS if claim["claimant"] == row["said_by"]}
        assert row["low"] or row["best"] or row["high"]
        assert row["key"] in claims


@pytest.mark.parametrize(
    ("key", "low", "high"),
    [
        ("rok-mnd-2024-02-26-shells152", 3_000_000 / 6834, None),
        ("rok-mnd-2024-02-26-rounds122", 500_000 / 6834, None),
        ("rok-jcs-2023-11-02-shells152", 1_000_000 / 2200, None),
        ("rok-mnd-2024-06-14-shells", None, 4_800_000 / 10_000),
        ("rok-gov-2024-11-04-shells152", 9_000_000 / 20_000, None),
        ("us-un-2024-12-18-shells", None, None),
        ("osc-2025-04-15-shells", 4_000_000 / 16_000, 6_000_000 / 15_500),
        ("rok-dia-2025-07-13-shells152", 12_000_000 / 28_560, None),
        ("c4ads-2024-06-22-shells", None, 1_650_000 / 74_000),
    ],
)
def test_the_ends_of_an_assumption_follow_from_both_numbers(key: str, low: float | None, high: float | None) -> None:
    row = next(row for row in rows_of("assumptions.csv") if row["key"] == key)
    for cell, end in ((row["low"], low), (row["high"], high)):
        assert (float(cell) if cell else None) == (pytest.approx(end, abs=0.1) if end else None)
    assert low is None or float(row["low"]) <= low
    assert high is None or float(row["high"]) >= high


def test_a_part_is_a_topic_with_another_for_its_whole() -> None:
    for row in rows_of("relations.csv"):
        assert {row["part"], row["whole"]} <= set(TOPICS)
        assert row["part"] != row["whole"]


def test_known_problems_are_of_known_reports() -> None:
    for row in rows_of("known_problems.csv"):
        assert row["report_id"] in REPORTS
        assert row["column"] in {field.name for field in FIELDS}
        assert row["note"]
