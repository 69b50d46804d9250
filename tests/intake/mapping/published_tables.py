"""Tables of kinds that public bodies publish, made up, in which something was once misread without a word."""

import json

from intake.mapping.messy_tables import Messy
from making_files import a_workbook

INVOICES = """Body Name,Date,Invoice Number,Amount,Supplier Name,Expense Area
Leeds City Council,04/11/2019,INV-77,"£1,512.40",A & B Ltd,Care
Leeds City Council,18/11/2019,INV-78,£612.00,C Ltd,Housing
Leeds City Council,29/11/2019,CR-2,(£50.00),C Ltd,Housing
"""

LOSSES = [
    {"date": f"2023-01-0{day}", "day": 311 + day, "field artillery": 2020 + day, "personnel*": "about", "personnel": n}
    for day, n in ((1, 106_720), (2, 107_440))
]

KEYED = {"meta": {"source": "MoD"}, "data": {f"2023-01-0{day}": {"tanks": 3030 + day, "uav": 9} for day in (1, 2)}}

INDICATORS = """Country,Indicator,Year,Value
Kenya,"Population, total",2020,51985780
Kenya,GDP growth (annual %),2020,-0.3
Kenya,GDP (current US$),2020,100666543000
Kenya,CO2 emissions (kt),2020,19000.5
"""

SCALED = """REF_DATE,GEO,Characteristic,UOM,SCALAR_FACTOR,VALUE,DECIMALS
2021-01,Canada,Employment,Persons,thousands,18500.5,1
2021-01,Canada,Unemployment rate,Percentage,units,9.4,1
"""

PANEL = """date,location,new_cases,total_cases
2021-01-01,Malta,100,12000
2021-01-02,Malta,120,12120
2021-01-01,Cyprus,300,22000
2021-01-02,Cyprus,250,22250
"""

WEEKS = """Week number,,1,2,3
Week ended,,08-Jan-21,15-Jan-21,22-Jan-21
Persons,Under 1,45,50,41
,1-14,16,11,20
,85+,7500,7600,7800
"""

MILLIONS = a_workbook(["Spending by country, in millions of US$"], ["Country", "2019", "2020"], ["A", "5.5", "6"])

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
    "sources across, each with two measures": Messy(
        "l.csv", b"Date,UN killed,UN wounded,Army killed,Army wounded\n2022-03-25,1081,1707,498,1597\n", 4,
        (("killed", 1081, "fatality", "2022-03-25"), ("wounded", 1707, "person", "2022-03-25")),
    ),
    "countries across, each with two measures": Messy(
        "l.csv", b"Date,Ukraine killed,Ukraine wounded,Russia killed,Russia wounded\n2022-03-25,13,14,15,16\n",
        asked=("crossed",),
    ),
    "running totals beside new ones, in two places": Messy(
        "c.csv", PANEL.encode(), 8, (("new_cases", 100, "person", "2021-01-01"),)
    ),
    "shares of parties as fractions in a table of polls": Messy(
        "p.csv", b"Pollster,Fieldwork,Sample,Con,Reform\nYouGov,12-13 Jun 2024,2211,0.18,0.19\n", 2,
        (("con", 0.18, "ratio", "2024-06-12/2024-06-13"), ("reform", 0.19, "ratio", "2024-06-12/2024-06-13")),
    ),
    "records under dates beside a word on their source": Messy(
        "l.json", json.dumps(KEYED).encode(), 4, (("tanks", 3031, "vehicle", "2023-01-01"),)
    ),
    "keys joined in the first column": Messy(
        "e.tsv", b"freq,unit,geo\\TIME_PERIOD\t2019 \t2020 \nA,PC,AT\t1.5 \t-6.7 p\nA,PC,BE\t: c\t4.0 \n", 3,
        (("e", 1.5, "percent", "2019"), ("e", -6.7, "percent", "2020"), ("e", 4, "percent", "2020")),
    ),
    "indicators of which one names no unit that is known": Messy(
        "i.csv", INDICATORS.encode(), asked=("unit:value",)
    ),
    "indicators that name their units": Messy(
        "i.csv", INDICATORS.rpartition("Kenya")[0].encode(), 3,
        (("Population, total", 51985780, "person", "2020"), ("GDP growth (annual %)", -0.3, "percent", "2020"),
         ("GDP (current US$)", 100666543000, "USD", "2020")),
    ),
    "a factor in a column, and a number of decimals": Messy(
        "s.csv", SCALED.encode(), 2, (("s", 18_500_500, "person", "2021-01"), ("s", 9.4, "percent", "2021-01"))
    ),
    "powers of ten in a column": Messy(
        "o.csv", b"Place,TIME,Unit,UNIT_MULT,Value\nA,2020,USD,6,1.5\nB,2020,USD,0,700\n", 2,
        (("o", 1_500_000, "USD", "2020"), ("o", 700, "USD", "2020")),
    ),
    "billions of euro behind a year": Messy(
        "a.csv", "Donor,2022 Military aid (€bn),2022 Total € billion\nX,22.9,47.8\n".encode(), 2,
        (("military_aid", 22.9e9, "EUR", "2022"), ("a_eur", 47.8e9, "EUR", "2022")),
    ),
    "millions of dollars in the title": Messy(
        "m.xlsx", MILLIONS, 2,
        (("spending_by_country", 5.5e6, "USD", "2019"), ("spending_by_country", 6e6, "USD", "2020")),
    ),
    "a line of units that begins with the word": Messy(
        "a.csv", b";Unemployed ;Rate ;\nUnit;000;Percent\nJan-2021;870.1;6.3\nFeb-2021;805.2;5.8\n", 4,
        (("unemployed", 870_100, "person", "2021-01"), ("rate", 6.3, "percent", "2021-01")),
        answers={"unit:unemployed": "person"},
    ),
    "a header of weeks over columns of ages": Messy(
        "w.csv", WEEKS.encode(), 9,
        (("w", 45, "item", "2021-01-08"), ("w", 50, "item", "2021-01-15"), ("w", 41, "item", "2021-01-22")),
    ),
    "quarters and their year": Messy(
        "q.csv", b"Region;2020 Q1;2020 Q2;2020 Year\nN;1;2;9\n", 3,
        (("q", 1, "item", "2020-01/2020-03"), ("q", 2, "item", "2020-04/2020-06"), ("q", 9, "item", "2020")),
    ),
}  # fmt: skip  # several to a line
