"""`claimsdash picture`: what it says, and what the Chromium of this machine draws."""

import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from claimsdash.cli import main


def picture(out: Path, *flags: str, chrome: str | None = None) -> Result:
    arguments = ["picture", "--out", str(out), *flags, "--workspace", str(out.parent / "workspace")]
    return CliRunner().invoke(main, arguments, env={"CLAIMSDASH_CHROME": chrome})


@pytest.mark.browser
def test_an_svg_says_below_the_chart_all_that_the_page_says(tmp_path: Path, chrome: str) -> None:
    out = tmp_path / "a.svg"
    flags = ["--topic", "containers_shipped", "--country", "KR", "--known-on", "2025-01-01"]
    result = picture(out, *flags, chrome=chrome)
    assert result.exit_code == 0, result.output
    root = ElementTree.fromstring(out.read_bytes())  # noqa: S314 - it is our own text
    words = " ".join("".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text"))
    for said in (
        "How many containers of military cargo has North Korea shipped to Russia?",
        "Containers shipped, over time · 8 claims from 29 reports, by 5 claimants",
        "Filters: country of claimant KR; known on 2025-01-01.",
        "Claims by ROK Ministry of National Defense",
        "One mark is one claim",
        "at least",
        "table version 1, dprk-russia-claims",
        "; data ",
    ):
        assert said in words
    assert "8 claims by 5 claimants" in (root.findtext("{http://www.w3.org/2000/svg}desc") or "")
    assert "http" not in out.read_text(encoding="utf-8").replace("http://www.w3.org/", "")


@pytest.mark.browser
def test_a_png_of_the_pooled_band_is_a_picture_of_some_size(tmp_path: Path, chrome: str) -> None:
    out = tmp_path / "a.png"
    result = picture(out, "--view", "?topic=troops_deployed&band=1", chrome=chrome)
    assert result.exit_code == 0, result.output
    data = out.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) > (1599, 900)
    assert len(data) > 50_000


@pytest.mark.parametrize(
    ("out", "flags", "told"),
    [
        ("a.jpg", ["--topic", "containers_shipped"], "name it .png or .svg"),
        ("a.png", [], "No topic is chosen"),
        ("a.png", ["--topic", "containers_shipped", "--chart", "pie"], "'timeline', 'sources'"),
        ("a.png", ["--topic", "containers_shipped", "--chart", "ratios"], "add --over KEY"),
    ],
)
def test_what_cannot_be_drawn_is_named(tmp_path: Path, out: str, flags: list[str], told: str) -> None:
    result = picture(tmp_path / out, *flags, chrome="python3")
    assert result.exit_code != 0
    assert told in " ".join(result.output.split())
    assert not (tmp_path / out).exists()


def test_without_a_browser_it_is_said_how_to_get_one(tmp_path: Path) -> None:
    result = picture(tmp_path / "a.png", "--topic", "containers_shipped", chrome="no-such-browser")
    assert result.exit_code == 1
    told = " ".join(result.output.split())
    assert "CLAIMSDASH_CHROME names no-such-browser, which is no program" in told
    assert "apt-get install chromium" in told


def test_what_is_no_browser_draws_nothing(tmp_path: Path) -> None:
    result = picture(tmp_path / "a.png", "--topic", "containers_shipped", chrome="true")
    assert result.exit_code == 1
    assert "did not finish the picture" in " ".join(result.output.split())
