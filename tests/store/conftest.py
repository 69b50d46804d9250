"""The one Spark of a run of the tests."""

import pytest

from sparking import a_cluster


@pytest.fixture(scope="session")
def spark_address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a Spark of two worker processes, or skip."""
    return a_cluster(tmp_path_factory.mktemp("spark"))
