"""`claimsdash report`."""

from pathlib import Path

from click.testing import CliRunner

from claimsdash.cli import main


def test_a_report_is_written(tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    arguments = ["report", "--topic", "troops_deployed", "--out", str(out), "--workspace", str(tmp_path / "workspace")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    assert "2." in result.output
    assert out.read_bytes().startswith(b"<!DOCTYPE html>")
