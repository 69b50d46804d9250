"""What axe-core says of a page that a test has opened."""

from importlib.resources import files

from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FIND = """(rules) => axe.run({ runOnly: rules, resultTypes: ["violations"] })
    .then(({ violations }) => violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
        .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html.slice(0, 150)}`)))"""
SKIPPED = """() => [...document.querySelectorAll("h1, h2, h3, h4")].filter((heading, place, all) =>
    Number(heading.tagName[1]) > Number(all[place - 1]?.tagName[1] ?? 1) + 1).map((heading) => heading.textContent)"""


def found(page: Page, name: str) -> list[str]:
    """Return what axe-core finds of serious or critical impact, and headings that skip a level."""
    page.evaluate(AXE)
    findings = [*page.evaluate(FIND, RULES), *(f"skips a level: {words}" for words in page.evaluate(SKIPPED))]
    return [f"{name}: {finding}" for finding in findings]
