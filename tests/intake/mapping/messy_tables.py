"""Tables as strangers keep them, each with something that is easily misread, and what has to come of it."""

import json
from dataclasses import dataclass, field

from making_files import a_workbook

Claimed = tuple[str, float, str, str]
"""Topic, number, unit, as_of ("" for none)."""


@dataclass(frozen=True)
class Messy:
    """A file, its name, the answers given, the keys that are then still asked, and the first claims that it gives."""

    name: str
    data: bytes
    count: int = 0
    first: tuple[Claimed, ...] = ()
    asked: tuple[str, ...] = ()
    answers: dict[str, str] = field(default_factory=dict)


def _text(text: str, encoding: str = "utf-8") -> bytes:
    return text.encode(encoding)


GENESIS = """Tabelle: 12411-0001;;
Bevölkerung: Deutschland, Stichtag;;
;Bevölkerung;Bevölkerung
;männlich;weiblich
Stichtag;Anzahl;Anzahl
31.12.2019;41037613;42129098
31.12.2020;41026520;42128511
__________
© Statistisches Bundesamt
"""

FLAGGED = "geo\\TIME_PERIOD\t2019 \t2020 \t2021 \n"
FLAGGED += "DE\t123.4 p\t: \t125.6 b\nFR\t99.1 \t101.2 e\t: c\nIT\t88.0 \t87.5 \t86.1 bu\n"

DAYS = [{"page": 1, "pages": 1}, [{"date": "2021", "deaths": 7}, {"date": "2020", "deaths": 5}]]

STACKED = "Deaths\nPlace,2020,2021\nA,5,6\nB,7,8\n\nInjuries\nPlace,2020,2021\nA,50,60\nB,70,80\n"
OTHER = "Place,killed,wounded\nA,5,6\nB,7,8\n\nPlace,tanks,aircraft\nA,50,60\nB,70,80\n"

MESSY = {
    "a statistics office's header of three lines, dates under the last": Messy(
        "g.csv", _text(GENESIS, "cp1252"), 4, (("bevölkerung_männlich_anzahl", 41037613, "item", "2019-12-31"),)
    ),
    "flags of observations behind numbers": Messy(
        "f.tsv", _text(FLAGGED), 7, (("f", 123.4, "percent", "2019"), ("f", 125.6, "percent", "2021")),
        answers={"unit:2019": "percent"},
    ),
    "a unit and its multiplier in one column": Messy(
        "s.csv", _text('Place,Subject,Unit,TIME,Value\nAUS,GDP,MLN_USD,2019,1305.5\nAUT,GDP,MLN_USD,2019,500.2\n'), 2,
        (("s", 1_305_500_000, "USD", "2019"),),
    ),
    "the multiplier in a column of its own": Messy(
        "gdp.csv", _text("Place,Unit,PowerCode,TIME,Value\nA,USD,Millions,2019,1.5\nB,USD,Units,2019,700\n"), 2,
        (("gdp", 1_500_000, "USD", "2019"), ("gdp", 700, "USD", "2019")),
    ),
    "words of scale and several currencies in the cells": Messy(
        "b.csv", _text("Date,Aid\n2023-01-01,$1.2bn\n2023-01-02,£300m\n2023-01-03,€2 billion\n"), 3,
        (("aid", 1.2e9, "USD", "2023-01-01"), ("aid", 3e8, "GBP", "2023-01-02"), ("aid", 2e9, "EUR", "2023-01-03")),
    ),
    "months across and years down": Messy(
        "d.csv", _text("Year,Jan,Feb,Mar\n2019,100,120,130\n2020,110,,95\n"), 5,
        (("d", 100, "item", "2019-01"), ("d", 120, "item", "2019-02")),
    ),
    "months across and no year": Messy("d.csv", _text("Place,Jan,Feb,Mar\nA,100,120,130\n"), asked=("year",)),
    "months across, the year in the name of the file": Messy(
        "deaths 2019.csv", _text("Place,Jan,Feb,Mar\nA,100,120,130\n"), 3,
        (("deaths_2019", 100, "fatality", "2019-01"),),
    ),
    "quarters across and years down": Messy(
        "q.csv", _text("Jahr;Q1;Q2;Q3;Q4\n2019;1;2;3;4\n"), 4, (("q", 1, "item", "2019-01/2019-03"),)
    ),
    "year, month and day in columns of their own": Messy(
        "y.csv", _text("Deaths,Day,Month,Year\n15,1,3,2020\n18,2,3,2020\n22,14,3,2020\n"), 3,
        (("deaths", 15, "fatality", "2020-03-01"),),
    ),
    "year and month by name": Messy(
        "y.csv", _text("Año;Mes;Muertes\n2020;enero;15\n2020;febrero;18\n"), 2, (("muertes", 15, "item", "2020-01"),)
    ),
    "year and number of week": Messy(
        "w.csv", _text("Year,Week,Deaths\n2020,1,15\n2020,2,18\n"), 2,
        (("deaths", 15, "fatality", "2019-12-30/2020-01-05"),),
    ),
    "years under a name that nobody knows": Messy(
        "k.csv", _text("Vuodet,Kuolleet\n2019,310\n2020,290\n2021,333\n"), 3, (("kuolleet", 310, "item", "2019"),)
    ),
    "days as a spreadsheet counts them": Messy(
        "e.csv", _text("Date,Deaths\n44197,5\n44198,6\n"), 2, (("deaths", 5, "fatality", "2021-01-01"),)
    ),
    "seconds since 1970": Messy(
        "t.csv", _text("timestamp,deaths\n1609459200,5\n1609545600,6\n"), 2, (("deaths", 5, "fatality", "2021-01-01"),)
    ),
    "dates in French": Messy(
        "f.csv", _text("Date;Décès\n1er janvier 2020;1 234\n2 février 2020;1 300\n", "cp1252"), 2,
        (("décès", 1234, "item", "2020-01-01"), ("décès", 1300, "item", "2020-02-02")),
    ),
    "dates in Russian": Messy(
        "r.csv", _text("Дата;Убитые\n3 марта 2022 г.;12\n4 марта 2022 г.;15\n"), 2,
        (("убитые", 12, "item", "2022-03-03"),),
    ),
    "dates in Chinese": Messy(
        "c.csv", _text("日期,人数\n2020年3月1日,1200\n2020年3月2日,1350\n"), 2, (("人数", 1200, "item", "2020-03-01"),)
    ),
    "digits of other scripts": Messy(
        "a.csv", _text("البلد,السنة,القتلى\nسوريا,٢٠٢٠,١٬٢٣٤\nالعراق,٢٠٢٠,٥٦٧\n"), 2,
        (("القتلى", 1234, "item", "2020"),), answers={"decimal": "."},
    ),
    "polls over spans of days": Messy(
        "p.txt",
        _text("Pollster\tFieldwork date\tCon\tLab\nA\t30 May 2023\t25%\t44%\nB\t28–30 May 2023\t28%\t43%\n"), 4,
        (("con", 25, "percent", "2023-05-30"), ("lab", 44, "percent", "2023-05-30"),
         ("con", 28, "percent", "2023-05-28/2023-05-30")),
    ),
    "a number with its ends in parentheses": Messy(
        "i.csv", _text("Country,Year,Deaths\nKenya,2019,1200 (900–1500)\nGhana,2019,800 (600–1000)\n"), 2,
        (("deaths", 1200, "fatality", "2019"),),
    ),
    "points and commas for decimals in one column": Messy(
        "x.csv", _text('Place,Deaths per day\nA,"1,5"\nB,2.5\n'), asked=("decimal",)
    ),
    "a minus behind the number": Messy(
        "n.csv", _text("Konto;Betrag EUR\n1000;1.234,50-\n2000;500,00\n"), 2, (("betrag", -1234.5, "EUR", ""),)
    ),
    "a table below another, under the same header": Messy("s.csv", _text(STACKED), asked=("tables",)),
    "the first of two tables": Messy(
        "s.csv", _text(STACKED), 4, (("deaths", 5, "fatality", "2020"),), answers={"tables": "first"}
    ),
    "a table below another, under another header": Messy("o.csv", _text(OTHER), asked=("tables",)),
    "a table beside another": Messy(
        "b.csv", _text("Place,2020,2021,,Place,2020,2021\nA,5,6,,C,50,60\nB,7,8,,D,70,80\n"), 8,
        (("b", 5, "item", "2020"), ("b", 6, "item", "2021"), ("b", 50, "item", "2020")),
    ),
    "another kind of table beside": Messy(
        "b.csv", _text("Place,Deaths,,Party,Seats\nA,5,,Red,50\nB,7,,Blue,70\n"), asked=("beside",)
    ),
    "an index that is a figure": Messy(
        "h.csv", _text("Country,Year,Human development index (%)\nA,2019,71.5\nB,2019,68.1\n"), 2,
        (("human_development_index", 71.5, "percent", "2019"),),
    ),
    "ages that are no figures": Messy(
        "a.csv", _text("Age group,Deaths\n0-17,3\n18-24,12\n25-49,40\n"), 3, (("deaths", 3, "fatality", ""),)
    ),
    "volumes and shares in pairs, the year before each": Messy(
        "p.csv", _text("Place,2019 Volume,2019 %,2020 Volume,2020 %\nA,100,10%,110,11%\nB,200,20%,220,22%\n"), 8,
        (("volume", 100, "item", "2019"), ("p", 10, "percent", "2019")),
    ),
    "units in a line below the header": Messy(
        "u.csv", _text("Place,Deaths,Aid\n,thousands,USD million\nA,1.2,3.4\nB,2.5,5.6\n"), 4,
        (("deaths", 1200, "fatality", ""), ("aid", 3_400_000, "USD", "")),
    ),
    "years with a letter behind": Messy(
        "y.csv", _text("Place;2019 (p);2020e\nA;15;17\n"), 2, (("y", 15, "item", "2019"), ("y", 17, "item", "2020")),
    ),
    "apostrophes around cells": Messy(
        "q.csv", _text("'Place','Year','Deaths'\n'A, north','2020','5'\n'B','2020','6'\n"), 2,
        (("deaths", 5, "fatality", "2020"),),
    ),
    "rows that are counted": Messy(
        "n.csv", _text("Supplier,Number,Amount\nA,1,£12.50\nB,2,£13.50\n"), 2, (("n", 12.5, "GBP", ""),)
    ),
    "numbers of polls": Messy(
        "p.csv", _text("poll,pollster,end_date,answer,pct\n7,A,2020-01-03,Yes,44\n7,A,2020-01-03,No,50\n"), 2,
        (("p", 44, "percent", "2020-01-03"),),
    ),
    "a sheet of titles and one of contents before the table": Messy(
        "b.xlsx",
        a_workbook(
            ["Statistical bulletin"], ["Published", "2 May 2023"],
            Contents=[["Table 1", "Deaths by region"], ["Table 2", "Injuries"]],
            Table_1=[
                ["Back to contents"], ["Deaths by region"],
                ["Region", "2019", "2020"], ["N", "5", "6"], ["S", "7", "8"]
            ],
        ),
        4, (("deaths_by_region", 5, "fatality", "2019"),),
    ),
    "years of the Thai calendar": Messy(
        "t.csv", _text("ปี,จังหวัด,ผู้เสียชีวิต\n2566,กรุงเทพ,120\n2567,ภูเก็ต,9\n"), 2,
        (("ผู้เสียชีวิต", 120, "item", "2023"), ("ผู้เสียชีวิต", 9, "item", "2024")),
    ),
    "years of the Thai calendar in Thai digits": Messy(
        "t.csv", _text("พ.ศ.,Deaths\nพ.ศ. ๒๕๖๖,120\nพ.ศ. ๒๕๖๗,9\n"), 2, (("deaths", 120, "fatality", "2023"),)
    ),
    "days of the Thai calendar": Messy(
        "t.csv", _text("Date,Deaths\n15/01/2567,3\n16/02/2567,5\n"), 2, (("deaths", 3, "fatality", "2024-01-15"),)
    ),
    "years of the Thai calendar above columns": Messy(
        "deaths.csv", _text("Province,2565,2566,2567\nA,12,13,9\nB,1,2,9\n"), 6,
        (("deaths", 12, "fatality", "2022"), ("deaths", 13, "fatality", "2023"))
    ),
    "counts that could be such years": Messy(
        "t.csv", _text("Place,Deaths\nA,2566\nB,2567\n"), 2, (("deaths", 2566, "fatality", ""),)
    ),
    "records behind an envelope": Messy("w.json", json.dumps(DAYS).encode(), 2, (("deaths", 7, "fatality", "2021"),)),
}  # fmt: skip  # several to a line
