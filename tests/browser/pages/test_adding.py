"""Tables come in, stay, go and come back; what is wrong with one is told; nothing in one acts on the page."""

import csv
import io
import re

from playwright.sync_api import Page, expect

from claimsdash.store.workspace import open_workspace
from making_files import a_workbook
from serving import Server
from visiting import OpenPage, counts, drawn, pick, settle

HEAD = ["topic", "value_text", "unit", "claimant", "outlet", "as_of", "reported_on", "scope", "notes", "url"]
CONTAINERS = "containers_shipped"
CARGO = "military cargo"


def a_row(**given: str) -> list[str]:
    row = {"topic": CONTAINERS, "value_text": "about 30,000", "unit": "container", "claimant": "rok_nis"}
    row |= {"outlet": "yonhap", "as_of": "2025-08", "reported_on": "2025-09-01", "scope": CARGO}
    row |= {"url": "https://example.org/a"} | given
    return [row.get(name, "") for name in HEAD]


def a_csv(*rows: list[str], head: list[str] | None = None) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([head or HEAD, *rows])
    return out.getvalue().encode()


def upload(page: Page, name: str, data: bytes) -> None:
    settle(page)
    field = page.locator('input[type="file"]')
    expect(field).to_have_count(1)  # that of the upload before goes only when the page is drawn anew
    field.set_input_files({"name": name, "mimeType": "text/csv", "buffer": data})


def add(page: Page, label: str) -> None:
    expect(page.get_by_text("What will be added")).to_be_visible()
    page.get_by_role("button", name=label).click()


def test_a_table_is_added_stays_goes_and_comes_back(open_page: OpenPage, own_server: Server) -> None:
    page = open_page("add_data", on=own_server)
    upload(page, "mine.csv", a_csv(a_row(), a_row(value_text="at least 31,000", as_of="2025-09")))
    add(page, "Add 2 reports to the workspace")
    expect(page.get_by_text("Added 2 reports as the table mine.")).to_be_visible()

    topic = open_page(f"topic?topic={CONTAINERS}", on=own_server)
    expect(topic.get_by_text("29 claims from 81 reports")).to_be_visible()
    pick(topic, "tables", "mine")
    expect(topic.get_by_text("2 claims from 2 reports")).to_be_visible()
    drawn(topic)

    own_server.restart()
    page = open_page("add_data", on=own_server)
    expect(page.locator(".st-key-held_mine")).to_contain_text("2 claims from 2 rows · mine.csv")
    page.locator(".st-key-remove_mine button").click()
    expect(page.get_by_text("mine is removed.")).to_be_visible()
    expect(open_page(f"topic?topic={CONTAINERS}", on=own_server).get_by_text("27 claims from 79")).to_be_visible()
    page.locator(".st-key-restore_mine button").click()
    expect(page.get_by_text("mine is back.")).to_be_visible()
    page.get_by_role("button", name="Undo: mine restored").click()
    expect(page.locator(".st-key-held_mine")).to_contain_text("removed")
    page.get_by_role("button", name="Undo: mine retired").click()
    expect(page.locator(".st-key-remove_mine")).to_be_visible()
    expect(open_page(f"topic?topic={CONTAINERS}", on=own_server).get_by_text("29 claims from 81")).to_be_visible()


def test_a_workbook_with_a_new_topic_gives_the_topic_a_page(open_page: OpenPage, own_server: Server) -> None:
    page = open_page("add_data", on=own_server)
    new = a_row(topic="drones_delivered", value_text="more than 40", unit="drone", claimant="a new body", scope="")
    upload(page, "drones.xlsx", a_workbook(HEAD, new))
    add(page, "Add 1 report to the workspace")
    expect(page.get_by_text("Added 1 report")).to_be_visible()
    home = open_page(on=own_server)
    card = home.locator(".st-key-topic_drones_delivered")
    expect(card).to_contain_text("more than 40 drones")
    card.get_by_role("link").click()
    expect(home.get_by_role("heading", level=1)).to_have_text("Drones delivered?")
    drawn(home)


def test_missing_columns_are_named_with_the_nearest_one_found(open_page: OpenPage) -> None:
    page = open_page("add_data")
    upload(
        page,
        "odd.csv",
        a_csv(["shells", "1,000", "shell", "rok_nis"], head=["topik", "value_text", "unit", "claimant"]),
    )
    alert = page.get_by_test_id("stAlert").first
    expect(alert).to_contain_text("topic")
    expect(page.get_by_text("What will be added")).to_have_count(0)
    problems = downloaded_problems(page)
    assert any("topik" in " ".join(row.values()) for row in problems)


SPENDING = b'Date,Agency,Supplier,Amount\n31/01/2011,HMRC,A,"1,200.50"\n05/01/2011,HMRC,B,"-20.10"\n'


def test_a_table_in_columns_of_its_own_is_added_after_the_one_answer_it_needs(
    open_page: OpenPage, own_server: Server
) -> None:
    page = open_page("add_data", on=own_server)
    upload(page, "spend.csv", SPENDING)
    expect(page.get_by_test_id("stAlert").get_by_text("One thing must be said first")).to_be_visible()
    page.get_by_test_id("stRadio").get_by_text("GBP", exact=True).click()
    add(page, "Add 2 reports to the workspace")
    expect(page.get_by_text("Added 2 reports as the table spend.")).to_be_visible()

    upload(page, "spend.csv", SPENDING.replace(b"1,200.50", b"1,300.50"))
    expect(page.get_by_text("spend is stored already.")).to_be_visible()
    expect(page.get_by_text("Changed cells (")).to_be_visible()
    add(page, "Add 2 reports to the workspace")
    expect(page.get_by_text("spend now holds 2 reports")).to_be_visible()
    page.get_by_role("button", name="Undo: spend").click()
    expect(page.locator(".st-key-held_spend")).to_contain_text("spend.csv")


def test_a_row_put_right_in_the_grid_joins_the_others(open_page: OpenPage) -> None:
    page = open_page("add_data")
    upload(page, "half.csv", a_csv(a_row(), a_row(value_text="purple", as_of="2025-07")))
    expect(page.get_by_role("button", name="Add 1 report to the workspace")).to_be_visible()
    type_into_cell(page, 1, "about 40,000")
    added = page.get_by_role("button", name="Add 2 reports to the workspace")
    expect(added).to_be_visible()


def test_bad_rows_are_shown_with_line_column_value_reason_and_remedy(open_page: OpenPage) -> None:
    page = open_page("add_data")
    upload(page, "half.csv", a_csv(a_row(), a_row(as_of="31 Febtember"), a_row(unit="parsnip**9**9")))
    expect(page.get_by_text("What will be added")).to_be_visible()
    expect(page.get_by_role("button", name="Add 1 report to the workspace")).to_be_visible()
    problems = {row["column"]: row for row in downloaded_problems(page)}
    assert problems["as_of"]["line"] == "3"
    assert "31 Febtember" in problems["as_of"]["value"]
    assert all(problems["unit"][name] for name in ("line", "reason", "remedy"))
    expect(page.get_by_text("Rows kept out: put them right here (2)")).to_be_visible()
    expect(page.get_by_test_id("stExpanderDetails").get_by_test_id("stDataFrame").first).to_be_visible()


def downloaded_problems(page: Page) -> list[dict[str, str]]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=re.compile("^Download .*problem")).click()
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    return [{name.lower(): value for name, value in row.items()} for row in csv.DictReader(io.StringIO(text))]


def test_a_large_table_shows_how_far_it_is_and_can_be_cancelled_while_other_pages_open(open_page: OpenPage) -> None:
    other, page = open_page("about"), open_page("add_data")
    rows = "".join(f"{CONTAINERS},{number},container,rok_nis,2025-08\n" for number in range(250_000))
    upload(page, "large.csv", f"topic,value_text,unit,claimant,as_of\n{rows}".encode())
    bar = page.get_by_test_id("stProgress")
    expect(bar).to_contain_text(re.compile(r"(Reading: [0-9,]+ of 250,001 lines|Checking: [0-9,]+ of 250,000 rows)"))
    other.get_by_role("link", name="Add data", exact=True).click()
    expect(other.get_by_role("heading", level=1)).to_have_text("Add data")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("It was cancelled. Nothing was stored.")).to_be_visible()
    expect(page.get_by_text("What will be added")).to_have_count(0)


HOSTILE = (
    "![x](http://tracker.example/p.png) <img src=http://tracker.example/q.png onerror=document.title='owned'>"
    "<script>document.title='owned'</script> [a](javascript:document.title='owned') $\\href{http://t.example}{x}$"
)


def test_a_hostile_table_is_shown_as_typed_and_reaches_nobody(open_page: OpenPage, own_server: Server) -> None:
    page = open_page("add_data", on=own_server)
    title = page.title()
    texts = {name: f"{HOSTILE} {name}" for name in ("claimant", "outlet", "scope", "notes")}
    row = a_row(topic="hostile", unit="soldier", value_text="about 5 ![x](http://t.example/v.png)", **texts)
    upload(page, "![x](http://tracker.example/n.png).csv", a_csv([*row[:-1], "javascript:document.title='owned'"], row))
    expect(page.get_by_text("What will be added")).to_be_visible()
    page.get_by_role("button", name=re.compile(r"^Add \d")).click()
    expect(page.get_by_text(re.compile(r"^Added \d"))).to_be_visible()
    assert page.title() == title
    for path in (
        "",
        "topic?topic=hostile&claim=none",
        "topic?topic=hostile&tab=source",
        "topic?topic=hostile&tab=table",
    ):
        seen = open_page(path, on=own_server)
        seen.wait_for_timeout(800)
        assert "owned" not in seen.title()
        assert seen.locator("img[src*='example']").count() == 0
        assert seen.locator("a[href^='javascript']").count() == 0
    seen = open_page("topic?topic=hostile&tab=table", on=own_server)
    seen.locator(".claims-listing tbody tr").first.click()
    card = seen.locator(".st-key-evidence[data-open]")
    expect(card).to_contain_text("<script>document.title='owned'</script>")
    assert "owned" not in seen.title()


WIDE = b'Country,2021,2022,2023\nAtlantis,"1,200","1,350","1,500"\nUtopia,80,see page 3,110\n'

DROPPED = """([name, text]) => {
    const carried = new DataTransfer();
    carried.items.add(new File([text], name, {type: "text/csv"}));
    return carried;
}"""


def drop(page: Page, name: str, data: bytes) -> None:
    """Let a file fall on the place for it, as from a folder."""
    settle(page)
    carried = page.evaluate_handle(DROPPED, [name, data.decode()])
    page.get_by_test_id("stFileUploaderDropzone").dispatch_event("drop", {"dataTransfer": carried})


def type_into_cell(page: Page, steps_right: int, text: str) -> None:
    """Type into a cell of the first row kept out, so many columns right of the first."""
    grid = page.locator(".st-key-mending").get_by_test_id("stDataFrame")
    grid.scroll_into_view_if_needed()
    grid.click(position={"x": 130, "y": 53})
    for key in (*["ArrowRight"] * steps_right, "Enter"):  # the grid is a canvas: a key too soon after the last is lost
        page.wait_for_timeout(300)
        page.keyboard.press(key)
    cell_text = page.locator("#portal").get_by_role("textbox")
    cell_text.fill(text)
    cell_text.press("Enter")


def test_a_wide_table_is_dropped_mended_compared_added_undone_and_its_state_opened_again(
    open_page: OpenPage, own_server: Server
) -> None:
    page = open_page("add_data", on=own_server)
    drop(page, "inmates.csv", WIDE)
    expect(page.get_by_test_id("stAlert").get_by_text("must be said first")).to_be_visible()
    claimant = page.get_by_test_id("stSelectbox").filter(has_text="Who").locator("input")
    claimant.fill("Ministry of Justice")
    claimant.press("Enter")
    expect(page.get_by_role("button", name="Add 5 reports to the workspace")).to_be_visible()
    type_into_cell(page, 2, "95")
    add(page, "Add 6 reports to the workspace")
    expect(page.get_by_text("Added 6 reports as the table inmates.")).to_be_visible()
    added = open_workspace(str(own_server.folder / "workspace")).ledger.version()

    upload(page, "inmates.csv", WIDE.replace(b"see page 3", b"96"))
    expect(page.get_by_text("New: 0. The same: 5. Changed: 1. Withdrawn: 0.")).to_be_visible()
    add(page, "Add 6 reports to the workspace")
    expect(page.get_by_text("inmates now holds 6 reports")).to_be_visible()
    page.get_by_role("button", name="Undo: inmates replaced").click()
    expect(page.get_by_role("button", name="Undo: inmates added")).to_be_visible()
    page.get_by_role("button", name="Undo: inmates added").click()
    expect(page.locator(".st-key-held_inmates")).to_contain_text("removed")

    settle(page)
    page.get_by_text("History (").click()
    page.mouse.wheel(0, 400)  # what is chosen from may not go when the page moves
    row, banner = page.locator(f".st-key-change_{added}"), page.locator(".st-key-earlier_state")
    page.locator(f".st-key-open_{added + 2} button").click()
    expect(banner).to_contain_text(f"An earlier state: version {added + 2}")
    row.get_by_role("button", name="Open this state").click()
    expect(banner).to_contain_text(f"An earlier state: version {added},")
    expect(page).to_have_url(re.compile(f"load={added}"))
    page.get_by_role("link", name="Topics", exact=True).click()
    expect(
        page.locator(".st-key-topic_inmates, [class*=st-key-topic_]").filter(has_text="nmates").first
    ).to_be_visible()
    page.get_by_role("link", name="Add data", exact=True).click()
    expect(banner).to_contain_text(f"An earlier state: version {added},")
    page.get_by_text("What is different today (").click()
    expect(banner).to_contain_text("removed: 6")
    page.get_by_role("button", name="Back to now").first.click()
    expect(banner).to_have_count(0)

    page = open_page(f"add_data?load={added + 1}", on=own_server)
    banner = page.locator(".st-key-earlier_state")
    expect(banner).to_contain_text(f"An earlier state: version {added + 1}")
    banner.get_by_role("button", name="Restore this state").click()
    expect(page.get_by_text(f"The state of version {added + 1} is back (inmates).")).to_be_visible()
    expect(banner).to_have_count(0)
    expect(page.locator(".st-key-remove_inmates")).to_be_visible()


MARKS = """(plot) => new Set(plot._fullData.flatMap((trace) => Array.from(trace.customdata ?? []))).size"""


def test_a_bundle_uploaded_beside_the_curated_table_doubles_nothing(open_page: OpenPage, own_server: Server) -> None:
    view = f"topic?topic={CONTAINERS}&country=KR&marks=reports"
    page = open_page(view)
    here = drawn(page).locator(".claims-plot").evaluate(MARKS)
    told = counts(page)
    page.get_by_role("button", name="Take it with you").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Data package (ZIP)").click()
    elsewhere = open_page("add_data", on=own_server)
    upload(elsewhere, "seoul.zip", waiting.value.path().read_bytes())
    expect(elsewhere.get_by_text("All are here already: 37 in the table curated.")).to_be_visible()
    expect(elsewhere.get_by_text("What will be added")).to_have_count(0)
    page = open_page(f"{view}&table=curated", on=own_server)
    assert drawn(page).locator(".claims-plot").evaluate(MARKS) == here
    assert counts(page) == told
