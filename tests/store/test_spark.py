"""Addresses of engines: which are understood, and what is said where no Spark is behind one."""

import sys
from pathlib import Path

import pytest

from claimsdash.store.engine import engine_of
from claimsdash.store.engine_address import engine_address
from claimsdash.store.errors import WorkspaceError
from claimsdash.store.place import Folder
from claimsdash.store.spark import spark_path
from claimsdash.store.workspace import open_workspace


@pytest.mark.parametrize(
    "address", ["postgres://host", "spark:/host", "local-cluster[2]", "local[2] --conf x=y", "sc://"]
)
def test_an_address_that_is_none_of_an_engine_is_refused(address: str) -> None:
    with pytest.raises(WorkspaceError, match="is not an engine"):
        engine_address(address, {})


def test_the_named_engine_comes_before_that_of_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLAIMSDASH_ENGINE", "spark://cluster:7077")
    assert open_workspace(str(tmp_path)).engine == "spark://cluster:7077"
    assert open_workspace(str(tmp_path), engine="duckdb").engine == "duckdb"


def test_without_spark_the_message_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    with pytest.raises(WorkspaceError, match=r"pip install 'claimsdash\[spark\]'"):
        engine_of(open_workspace(str(tmp_path), engine="local[2]"))


@pytest.mark.parametrize("scheme", ["spark", "sc"])
def test_an_address_where_nothing_listens_is_told_at_once(scheme: str, tmp_path: Path, spark_address: str) -> None:
    with pytest.raises(WorkspaceError, match=r"does not answer: .*refused"):
        engine_of(open_workspace(str(tmp_path), engine=f"{scheme}://127.0.0.1:1"))


def test_signs_that_spark_reads_as_wildcards_are_escaped(tmp_path: Path) -> None:
    place = Folder(tmp_path / "a*[1]{b,c}")
    assert spark_path(place, "ledger/x").endswith(r"/a\*\[1\]\{b\,c\}/ledger/x")
