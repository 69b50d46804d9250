"""Downloads hold what the page shows, with its hedges."""

import csv
import io
import re
import struct
from pathlib import Path

from playwright.sync_api import Page, expect

from visiting import OpenPage, drawn

FILTERED = "topic?topic=containers_shipped&country=KR"


def downloaded(page: Page, button: str) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return waiting.value.path()


def test_the_csv_holds_the_reports_of_the_filters_as_printed(open_page: OpenPage) -> None:
    page = open_page(f"{FILTERED}&tab=table")
    expect(page.locator(".claims-listing")).to_be_visible()
    page.get_by_role("button", name="Take it with you").click()
    assert downloaded(page, "Raw reports (CSV), unguarded").read_bytes().startswith(b"report_id,")
    text = downloaded(page, "Table (CSV)").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 37
    assert {row["topic"] for row in rows} == {"containers_shipped"}
    hedged = [row for row in rows if row["qualifier"] == "lower_bound"]
    assert hedged
    assert all(row["low"] and not row["high"] for row in hedged)


def test_the_report_and_the_data_package_are_made_when_their_buttons_are_pressed(open_page: OpenPage) -> None:
    page = open_page(FILTERED)
    drawn(page)
    page.get_by_role("button", name="Take it with you").click()
    assert downloaded(page, "Report that opens offline").read_bytes().startswith(b"<!DOCTYPE html>")
    assert downloaded(page, "Data package (ZIP)").read_bytes().startswith(b"PK")


def test_the_svg_and_the_png_carry_title_filters_sources_and_glyph_key(open_page: OpenPage) -> None:
    page = open_page(FILTERED)
    drawn(page)
    text = downloaded(page, "Download as SVG").read_text(encoding="utf-8")
    for words in (
        "How many containers of military cargo",
        "KR",
        "ROK Ministry of National Defense",
        "at least",
        "about",
    ):
        assert words in text
    data = downloaded(page, "Download as PNG").read_bytes()
    assert data.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", data[16:24])
    assert width >= 1200
    assert height >= 600


CHARTS = {
    "Rates": {"rates": "Derived, not claimed: growth", "ratios": "divided end by end"},
    "Revisions": {"ladder": "Drawn: the 4 claims of ROK Ministry", "clocks": "On the diagonal both are one day"},
    "Agreement": {"agreement": "claims fit", "course": "from each date to the next"},
    "By source": {"sources": "latest claim of each source"},
}
EVERYWHERE = ("How many containers", "country of claimant KR; known on 2025-06-30.", "One mark is one", "; data ")


def test_every_chart_of_every_tab_becomes_a_picture_that_says_how_it_was_made(open_page: OpenPage) -> None:
    page = open_page(f"{FILTERED}&known_on=2025-06-30&tab=rates&over=artillery_shells_transferred")
    for tab, charts in CHARTS.items():
        page.get_by_role("tab", name=tab).click()
        for kind, said in charts.items():
            chart = drawn(page, f".st-key-{kind} .claims-graph")
            with page.expect_download() as waiting:
                chart.get_by_role("button", name="Download as SVG").click()
            text = " ".join(re.sub("<[^>]*>", " ", waiting.value.path().read_text(encoding="utf-8")).split())
            for part in (said, *EVERYWHERE):
                assert part in text, (kind, part)
