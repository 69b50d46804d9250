"""A real Spark for tests: a cluster of two worker processes on this machine."""

import importlib.util
import os
import shutil
from pathlib import Path

import pytest

CLUSTER = "local-cluster[2,1,1024]"
"""Two processes beside the driver, with one core and 1,024 MB each."""

_SMALL = {
    "spark.sql.shuffle.partitions": 2,
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.driver.memory": "1g",
}
"""For tables of a few rows: plans are not refined on the way, and no code is compiled for them."""


def what_is_missing() -> str | None:
    """Say what Spark lacks on this machine and how to get it, None where nothing is missing."""
    if importlib.util.find_spec("pyspark") is None:
        return "Spark is not installed: pip install -c constraints.txt -e '.[test,spark]'"
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        return "Spark needs Java 17 or newer: apt-get install default-jre-headless"
    return None


def a_cluster(settings_folder: Path) -> str:
    """Return the address of a cluster, which starts with the first query; skip the test where there can be none.

    Where all checks run (CI=true) a missing Spark is a failure.
    """
    missing = what_is_missing()
    if missing and os.environ.get("CI") == "true":
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    lines = [f"{name} {value}\n" for name, value in _SMALL.items()]
    (settings_folder / "spark-defaults.conf").write_text("".join(lines))
    os.environ.setdefault("SPARK_CONF_DIR", str(settings_folder))
    return CLUSTER
