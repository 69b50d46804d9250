"""What must hold of the project as a whole: two commands, pinned versions, no addresses."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([A-Za-z0-9.+!_-]+)$")


def commands() -> list[str]:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return [line for line in readme.splitlines() if line.startswith("python3 -m venv ")]


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    matches = [PIN.match(line) for line in lines if line and not line.startswith("#")]
    assert None not in matches, "a line of constraints.txt is no pin of one version"
    return {normal(match[1]): match[2] for match in matches if match}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_readme_sets_up_with_one_command_for_the_dashboard_and_one_for_the_tests() -> None:
    serve, test = commands()
    assert serve.endswith("claimsdash serve")
    assert test.endswith("-m pytest")


def test_the_checks_of_a_fresh_machine_run_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    pattern = re.search(r"grep -m1 -E '([^']+)' README\.md", script)
    assert pattern is not None
    assert [line for line in commands() if re.search(pattern[1], line)] == [commands()[1]]


def test_every_dependency_is_pinned_to_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    declared = [*project["dependencies"], *extras["test"], *extras["spark"], *extras["docs"]]
    names = {normal(re.split(r"[\s<>=!~\[;]", line, maxsplit=1)[0]) for line in declared}
    assert names <= pins().keys()
