"""The side tables of a data package."""

from pathlib import Path

import pytest

from claimsdash.domain.bounds import Bounds
from claimsdash.domain.claim import Basis, SourceKind
from claimsdash.intake.package import Growth, PackageError, package_of, read_package
from making_package import ASSUMPTIONS, SOURCES, TOPICS, a_package, package_files


def test_the_side_tables_are_read_with_their_types() -> None:
    package = a_package()
    topic, source = package.topics["factory_use"], package.sources["nato"]
    assert (package.name, package.title, package.problems) == ("small", "A small package", ())
    assert (topic.basis, topic.growth, topic.low_limit, topic.high_limit) == (Basis.SHARE, Growth.SHARE, 0, 100)
    assert (source.kind, source.country) == (SourceKind.INTERNATIONAL_ORG, "")
    assert package.assumptions["load"].bounds == Bounds(438.9, None)
    assert package.events[0].label == "Seoul's briefing"
    assert package.units.check("%") == "percent"


def test_a_folder_is_read(tmp_path: Path) -> None:
    for name, data in package_files().items():
        (tmp_path / name).write_bytes(data)
    assert read_package(tmp_path) == a_package()


def test_a_folder_without_a_package_says_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(
        PackageError, match=r"lacks datapackage\.json, topics\.csv, sources\.csv, units\.txt, claims\.csv"
    ):
        read_package(tmp_path)


@pytest.mark.parametrize(
    ("descriptor", "units", "said"),
    [
        ("[]", "", "JSON object"),
        ("{", "", "JSON object"),
        ("{}", "", "JSON object"),
        (None, "shell = 9**9**9", "Line 1"),
    ],
)
def test_a_package_that_cannot_be_understood_is_refused(descriptor: str | None, units: str, said: str) -> None:
    files = package_files(units=units)
    if descriptor is not None:
        files["datapackage.json"] = descriptor.encode()
    with pytest.raises(PackageError, match=said):
        package_of(files)


@pytest.mark.parametrize(
    ("texts", "place", "said"),
    [
        ({"topics": TOPICS + "x,X,How?,furlong,stock,,,level,G,9\n"}, ("topics.csv", None, "unit"), "furlong"),
        ({"topics": TOPICS + "x,X,How?,shell,heap,,,level,G,9\n"}, ("topics.csv", 6, "basis"), "not in the list"),
        ({"topics": TOPICS + "x,X,,shell,stock,,,level,G,9\n"}, ("topics.csv", 6, "question"), "blank"),
        ({"topics": TOPICS + "x,X,How?,shell,stock,low,,level,G,9\n"}, ("topics.csv", 6, "low_limit"), "not a number"),
        ({"topics": TOPICS + "x,X,How?,shell,stock,,,level,G,9.5\n"}, ("topics.csv", 6, "order"), "not a number"),
        ({"topics": TOPICS + "shells,X,How?,shell,stock,,,level,G,9\n"}, ("topics.csv", 6, "key"), "two rows"),
        ({"sources": SOURCES + "x,X,media\n"}, ("sources.csv", None, None), "line 6 has 3 cells"),
        ({"assumptions": ASSUMPTIONS.replace("false", "no")}, ("assumptions.csv", 2, "on"), "true nor false"),
        ({"assumptions": ASSUMPTIONS.replace("rok_mnd", "who")}, ("assumptions.csv", None, "said_by"), "not a key"),
        ({"relations": "part,whole\nshells,guns\n"}, ("relations.csv", None, "whole"), "guns"),
        ({"events": "date,label\nsoon,Something\n"}, ("events.csv", None, "date"), ""),
    ],
)
def test_a_row_that_cannot_be_read_is_a_problem_with_its_place(
    texts: dict[str, str], place: tuple[str, int | None, str | None], said: str
) -> None:
    (problem,) = a_package(**texts).problems
    assert (problem.file, problem.line, problem.column) == place
    assert said in f"{problem.value} {problem.reason}"


def test_two_events_may_fall_on_one_day() -> None:
    package = a_package(events="date,label,url\n2024-02-26,One,\n2024-02-26,Two,\n")
    assert [event.label for event in package.events] == ["One", "Two"]
