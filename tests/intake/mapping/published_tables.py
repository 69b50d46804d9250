"""Tables of kinds that public bodies publish, made up, in which something was once misread without a word."""

import json

from intake.mapping.messy_tables import Messy

INVOICES = """Body Name,Date,Invoice Number,Amount,Supplier Name,Expense Area
Leeds City Council,04/11/2019,INV-77,"£1,512.40",A & B Ltd,Care
Leeds City Council,18/11/2019,INV-78,£612.00,C Ltd,Housing
Leeds City Council,29/11/2019,CR-2,(£50.00),C Ltd,Housing
"""

LOSSES = [
    {"date": f"2023-01-0{day}", "day": 311 + day, "field artillery": 2020 + day, "personnel*": "about", "personnel": n}
    for day, n in ((1, 106_720), (2, 107_440))
]

PUBLISHED = {
    "spending with names of invoices and amounts in parentheses": Messy(
        "spend.csv", INVOICES.encode("cp1252"), 3,
        (("spend", 1512.4, "GBP", "2019-11-04"), ("spend", 612, "GBP", "2019-11-18"),
         ("spend", -50, "GBP", "2019-11-29")),
    ),
    "losses that could be years, and a word for another column": Messy(
        "l.json", json.dumps(LOSSES).encode(), 4,
        (("field_artillery", 2021, "item", "2023-01-01"), ("personnel", 106_720, "soldier", "2023-01-01")),
    ),
    "changes with a triangle for minus, below years that are provisional": Messy(
        "growth.csv", "Country,2019,2020,2021p\nKorea,1.5%,△ 5,△0.7%\nJapan,-0.4%,△ 4.3%,2.6%\n".encode(), 6,
        (("growth", 1.5, "percent", "2019"), ("growth", -5, "percent", "2020"), ("growth", -0.7, "percent", "2021")),
        answers={"triangles": "minus"},
    ),
    "a triangle of which nothing says what it means": Messy(
        "t.csv", "Country,2020,2021\nA,△ 12,567\nB,890,△12\n".encode(), asked=("triangles",)
    ),
    "a triangle in a Japanese table": Messy(
        "t.csv", "都道府県,2020年,2021年\n東京,△ 1234,567\n大阪,890,△12\n".encode(), 4,
        (("t", -1234, "item", "2020"), ("t", 567, "item", "2021")),
    ),
    "thousands of rand in the header": Messy(
        "b.csv", b"Province;Budget (R'000)\nGauteng;1 234 567\nLimpopo;456 789\n", asked=("unit:budget",)
    ),
    "a scale beside a currency that nobody knows": Messy(
        "b.csv", b"Place;Spent (Lt. thousands)\nVilnius;1234\nKaunas;456\n", 2,
        (("spent", 1_234_000, "EUR", ""),), answers={"unit:spent": "EUR"},
    ),
    "figures set against a hundred thousand people": Messy(
        "r.csv", b'Place,Year,"Deaths per 100,000"\nA,2020,12\nB,2020,15\n', asked=("unit:deaths_per_100_000",)
    ),
    "the thousand of a rate is no scale": Messy(
        "r.csv", b'Place,Year,"Cases per 1,000"\nA,2020,12\nB,2020,15\n', 2,
        (("cases_per_1_000", 12, "percent", "2020"),), answers={"unit:cases_per_1_000": "percent"},
    ),
    "seats that are won are no money": Messy(
        "s.csv", b"Name,Seats won\nA,12\nB,15\n", 2, (("seats_won", 12, "item", ""),)
    ),
    "items that are words": Messy(
        "a.csv", b"Item,Jan-21,Feb-21\nArrests,12,15\nFines,100,90\n", 4,
        (("a", 12, "item", "2021-01"), ("a", 15, "item", "2021-02")),
    ),
}  # fmt: skip
