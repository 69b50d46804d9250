"""`claimsdash band`."""

import json
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from claimsdash.cli import main

HEADER = "id,claimant,as_of,reported_on,kind,low,best,high,relay_of\n"
CLAIMS = HEADER + "".join(f"c{n},s{n % 4},2024-0{1 + n // 2}-01,2024-06-01,exact,,{100 + 10 * n},,\n" for n in range(8))
FLOORS = HEADER + "a,seoul,2023-11-01,,lower_bound,1000000,,,\n" + "b,seoul,2024-02-26,,lower_bound,3000000,3000000,,\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["band", *map(str, arguments)])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "claims.csv"
    path.write_text(CLAIMS, encoding="utf-8")
    return path


def test_a_band_is_written_and_what_must_be_said_is_said(file: Path, tmp_path: Path) -> None:
    result = run(file, "--growth", "cumulative", "--out", tmp_path / "band.csv", "--house", tmp_path / "house.csv")
    band, house = pd.read_csv(tmp_path / "band.csv"), pd.read_csv(tmp_path / "house.csv")
    assert (result.exit_code, result.stdout) == (0, "")
    assert list(band) == ["date", "p2.5", "p10", "p50", "p90", "p97.5"]
    assert (band["date"].iloc[0], band["date"].iloc[-1]) == ("2024-01-01", "2024-04-01")
    assert band.notna().all(axis=None)
    assert list(house) == ["claimant", "n", "factor", "low", "high"]
    assert "Pooled from 8 claims of 4 sources (8 reports). 80 % and 95 % bands." in result.stderr
    assert "Spread: two sources differ by a factor of" in result.stderr
    assert "Few sources: much of this width is assumption." in result.stderr


def test_without_out_the_band_is_printed(file: Path) -> None:
    result = run(file, "--growth", "level")
    assert result.stdout.startswith("date,p2.5,p10,p50,p90,p97.5\n2024-01-01,")


def test_json_holds_band_house_effects_and_sentences(file: Path) -> None:
    found = json.loads(run(file, "--growth", "cumulative", "--json").stdout)
    assert found["shape"] == "thin band"
    assert found["counts"]["claims"] == 8
    assert found["band"][0]["date"] == "2024-01-01"
    assert found["house"][0] == {"claimant": "s0", "n": 2, "factor": None, "low": None, "high": None}
    assert len(found["said"]) > 4


def test_a_running_floor_stays_open_above(tmp_path: Path) -> None:
    (tmp_path / "floors.csv").write_text(FLOORS, encoding="utf-8")
    result = run(tmp_path / "floors.csv", "--growth", "cumulative")
    assert result.exit_code == 0
    assert "\n2023-11-01,1e+06,1e+06,,,\n" in result.stdout
    assert result.stdout.endswith("\n2024-02-26,3e+06,3e+06,,,\n")
    assert "Only floors are reported. No upper limit follows." in result.stderr


def test_where_no_band_follows_the_reason_is_said(tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text(HEADER + "a,seoul,2024,,exact,,0,,\nb,seoul,2024,,exact,,5,,\n", encoding="utf-8")
    result = run(tmp_path / "one.csv", "--growth", "level", "--out", tmp_path / "band.csv")
    assert result.exit_code == 3
    assert "below 3 it would show assumptions" in result.stderr
    assert "Left out: a: a figure of zero has no logarithm." in result.stderr
    assert not (tmp_path / "band.csv").exists()


@pytest.mark.parametrize(
    ("text", "arguments", "code", "said"),
    [
        ("", ["--growth", "level"], 1, "cannot be read as CSV"),
        ("a,b\n1,2\n", ["--growth", "level"], 1, "lack id, claimant, as_of, kind"),
        (CLAIMS, ["--growth", "up"], 2, "Invalid value for '--growth'"),
        (CLAIMS, [], 2, "Missing option '--growth'"),
        (CLAIMS, ["--growth", "level", "--out", "no/such/folder.csv"], 1, "cannot be written"),
    ],
)
def test_what_is_wrong_is_said(text: str, arguments: list[str], code: int, said: str, tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text(text, encoding="utf-8")
    result = run(tmp_path / "claims.csv", *arguments)
    assert (result.exit_code, said in result.stderr) == (code, True)


def test_help_names_columns_and_exit_codes() -> None:
    text = run("--help").output
    assert all(word in text for word in ("relay_of", "p97.5", "Exit codes", "start/end"))
