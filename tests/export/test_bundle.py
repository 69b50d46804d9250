"""Bundles."""

import io
import json
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
import pytest
from frictionless import Package

import claimsdash as cd
from claimsdash.analysis.origins import renditions_of
from claimsdash.domain.selection import Selection
from claimsdash.domain.view import View
from claimsdash.export.bundle.references import write_bibtex, write_csl, write_ris
from claimsdash.export.collection import Collection
from claimsdash.export.viewing import bundle_of
from claimsdash.intake.importing import import_bytes
from claimsdash.store.rows import engine_over
from making import a_claim, a_table
from making_views import CONTAINERS, curated, curated_package

DAY = date(2026, 11, 23)
FILTERED = View(Selection(kinds=("military",), known_on=date(2024, 6, 1)))
VIEWS = {"a topic": CONTAINERS, "a filter": FILTERED}
SHAPES: Mapping[str, Mapping[str, tuple[type, ...]]] = {
    "Dataset": {"name": (str,), "description": (str,), "identifier": (str,), "license": (str,)},
    "Claim": {
        "text": (str,), "identifier": (str,), "author": (dict,), "isPartOf": (dict,), "appearance": (list,),
        "about": (dict,), "creativeWorkStatus": (str,),
    },
    "Observation": {
        "name": (str,), "description": (str,), "unitText": (str,), "value": (int, float), "minValue": (int, float),
        "maxValue": (int, float), "observationDate": (str,),
    },
    "CreativeWork": {
        "identifier": (str,), "text": (str,), "url": (str,), "publisher": (dict,), "datePublished": (str,),
    },
    "Organization": {"name": (str,), "identifier": (str,)},
}  # fmt: skip  # several to a line
"""Type of schema.org to the properties that are used of it, and what each holds."""

NEEDED = {"Claim": {"text", "author", "appearance"}, "Observation": {"name", "unitText"}, "Organization": {"name"}}


@pytest.fixture(scope="module", params=list(VIEWS))
def bundle(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[View, Path]:
    view = VIEWS[request.param]
    path = tmp_path_factory.mktemp("bundle") / "bundle.zip"
    path.write_bytes(bundle_of(curated(), view, on=DAY, version=1))
    return view, path


def file_of(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as file:
        return file.read(name)


def test_frictionless_finds_nothing_wrong(bundle: tuple[View, Path], tmp_path: Path) -> None:
    with zipfile.ZipFile(bundle[1]) as file:
        file.extractall(tmp_path)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])


def test_the_descriptor_has_categories_keys_and_labelled_missing_values(bundle: tuple[View, Path]) -> None:
    described = json.loads(file_of(bundle[1], "datapackage.json"))
    claims = next(resource for resource in described["resources"] if resource["name"] == "claims")["schema"]
    fields = {field["name"]: field for field in claims["fields"]}
    assert fields["qualifier"]["categories"][0] == "exact"
    assert claims["missingValues"][0]["label"]
    assert {key["reference"]["resource"] for key in claims["foreignKeys"]} == {"topics", "sources"}
    assert described["claimsdash"]["data_sha256"] == sha256(file_of(bundle[1], "claims.csv")).hexdigest()


def test_its_claims_import_to_the_same_number_of_marks(bundle: tuple[View, Path]) -> None:
    view, path = bundle
    reports = curated().reports(view.selection)
    marks = len(renditions_of(reports))
    report = import_bytes(file_of(path, "claims.csv"), "claims.csv", curated_package())
    assert len(renditions_of(report.claims)) == marks
    again = cd.read(path)
    assert len(renditions_of(again)) == marks
    assert set(again["claimant_name"]) == set(reports["claimant_name"])


def test_the_view_of_a_bundle_is_drawn_the_same(tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(bundle_of(curated(), CONTAINERS, on=DAY))
    one, other = cd.timeline(cd.read(path)), cd.timeline(cd.select(cd.curated(), topic="containers_shipped"))
    marks = [sorted(_ids(figure)) for figure in (one, other)]
    assert marks[0] == marks[1]
    assert one.layout.yaxis.title.text == other.layout.yaxis.title.text


def _ids(figure: Any) -> list[int]:
    return [int(mark) for trace in figure.data if trace.customdata is not None for mark in trace.customdata]


def test_linked_data_has_the_shape_of_schema_org(bundle: tuple[View, Path]) -> None:
    document = orjson.loads(file_of(bundle[1], "claims.jsonld"))
    assert document["@context"] == "https://schema.org"
    reports = curated().reports(bundle[0].selection)
    nodes = document["@graph"]
    assert sum(node["@type"] == "Claim" for node in nodes) == reports["claim_id"].nunique()
    assert len({node["@id"] for node in nodes}) == len(nodes)
    for node in nodes:
        check_shape(node, ids={each["@id"] for each in nodes})


def check_shape(node: dict[str, Any], *, ids: set[str]) -> None:
    shape = SHAPES[node["@type"]]
    given = {name: value for name, value in node.items() if not name.startswith("@")}
    assert NEEDED.get(node["@type"], set()) <= set(given)
    for name, value in given.items():
        assert isinstance(value, shape[name]), (node["@type"], name)
        if name.endswith(("Date", "Published")):
            assert re.fullmatch(r"\d{4}(-\d\d){0,2}", str(value))
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict) and "@type" in inner:
                check_shape(inner, ids=ids)
            elif isinstance(inner, dict):
                assert inner["@id"] in ids


def test_a_bound_has_one_end_and_a_denial_no_number() -> None:
    rows = (
        a_claim(report_id="a", claim_id="bound", qualifier="lower_bound", best=None, high=None),
        a_claim(report_id="b", claim_id="denial", qualifier="none", low=None, best=None, high=None, as_of=None),
    )
    collection = Collection(curated_package(), engine_over(a_table(*rows)))
    content = bundle_of(collection, View(), on=DAY)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        graph = orjson.loads(file.read("claims.jsonld"))["@graph"]
    (observation,) = [node for node in graph if node["@type"] == "Observation"]
    assert (observation["minValue"], "maxValue" in observation, "value" in observation) == (6700, False, False)


def test_references_hold_what_is_known_and_survive_hostile_text() -> None:
    hostile = a_claim(
        report_id="x{y", value_text="50 % of {A} & \\b\nER  - ", reported_on="2024-03", url="https://x.org/a}b"
    )
    plain = a_claim(report_id="p", url="https://example.org/a", reported_on=None, outlet_name=None)
    reports = a_table(hostile, plain)
    bibtex, ris, csl = write_bibtex(reports), write_ris(reports), json.loads(write_csl(reports))
    assert "@online{x-y,\n" in bibtex
    assert r"50 \% of \{A\} \& \textbackslash{}b ER" in bibtex
    assert "date = {2024-03}" in bibtex
    assert bibtex.count("{") == bibtex.count("}")
    assert ris.count("\r\nER  - \r\n") == 2
    assert "PY  - 2024\r\nDA  - 2024/03//\r\n" in ris
    assert csl[0]["issued"] == {"date-parts": [[2024, 3]]}
    assert (csl[1]["URL"], "issued" in csl[1], "container-title" in csl[1]) == ("https://example.org/a", False, False)


def test_two_tables_with_one_report_id_are_told_apart(tmp_path: Path) -> None:
    rows = (a_claim(report_id="a"), a_claim(report_id="a", table_id="mine", claim_id="b"))
    collection = Collection(curated_package(), engine_over(a_table(*rows)))
    path = tmp_path / "bundle.zip"
    path.write_bytes(bundle_of(collection, View(), on=DAY))
    assert cd.read(path)["report_id"].tolist() == ["a", "a~mine"]


def test_the_same_view_gives_the_same_bytes() -> None:
    assert bundle_of(curated(), CONTAINERS, on=DAY) == bundle_of(curated(), CONTAINERS, on=DAY)
