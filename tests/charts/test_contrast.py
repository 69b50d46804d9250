"""Contrast in both themes (WCAG 2.2): 4.5 : 1 for text (1.4.3), 3 : 1 for marks and edges of controls (1.4.11)."""

import re
import tomllib
from pathlib import Path

import pytest

from charts.seeing import contrast
from claimsdash.charts.look import GREY, PALETTE, QUIET, QUIET_ON_DARK

ROOT = Path(__file__).parents[2]
THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
SHEET = (ROOT / "src" / "claimsdash" / "export" / "report" / "report.css").read_text(encoding="utf-8")
SMALL_WORDS = {"light": QUIET, "dark": QUIET_ON_DARK}

schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


def report_colours(scheme: str) -> dict[str, str]:
    """Return the colours of a report by their names in its style sheet, three digits written as six."""
    rule = re.search(rf':root\[data-theme="{scheme}"\][^{{]*{{([^}}]*)}}', SHEET)
    assert rule is not None
    named = re.findall(r"--(\w+): #(\w+)", rule[1])
    return {
        name: "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits)) for name, digits in named
    }


def grounds(scheme: str) -> set[str]:
    """Return all that words or marks stand on: the page, its side, boxes in either, and the report."""
    page, side = THEME[scheme], THEME[scheme]["sidebar"]
    report = report_colours(scheme)
    names = ("backgroundColor", "secondaryBackgroundColor")
    return {page[name] for name in names} | {side[name] for name in names} | {report["back"], report["side"]}


@schemes
@pytest.mark.parametrize("name", ["textColor", "grayTextColor", "linkColor", "primaryColor"])
def test_words_of_the_page_can_be_read(scheme: str, name: str) -> None:
    assert min(contrast(THEME[scheme][name], ground) for ground in grounds(scheme)) >= 4.5


def test_titles_of_topics_have_the_colour_of_links() -> None:
    page = (ROOT / "src" / "claimsdash" / "app" / "page.css").read_text(encoding="utf-8")
    assert f"light-dark({THEME['light']['linkColor']}, {THEME['dark']['linkColor']})" in page


@schemes
@pytest.mark.parametrize("name", ["text", "quiet", "link"])
def test_words_of_a_report_can_be_read(scheme: str, name: str) -> None:
    report = report_colours(scheme)
    assert min(contrast(report[name], report[ground]) for ground in ("back", "side")) >= 4.5


@schemes
def test_words_in_small_timelines_have_the_grey_of_the_theme(scheme: str) -> None:
    assert SMALL_WORDS[scheme] == THEME[scheme]["grayTextColor"]


@schemes
@pytest.mark.parametrize("colour", [*PALETTE, GREY])
def test_every_mark_stands_out(scheme: str, colour: str) -> None:
    page = THEME[scheme]["backgroundColor"]
    assert min(contrast(colour, ground) for ground in (page, report_colours(scheme)["back"])) >= 3
