"""Tables as public bodies publish them, made up, each with a trap of its kind."""

import io
import json
from collections.abc import Sequence

import openpyxl

from claimsdash.intake.package import Package
from making_package import UNITS, a_package

MORE_UNITS = """
fatality = [fatality]
soldier = person
vehicle = [vehicle]
aircraft = [aircraft]
vote = [vote]
item = [item]
USD = [currency_usd]
EUR = [currency_eur]
GBP = [currency_gbp]
"""

SPENDING = """Department,Entity,Date of Payment,Expense Type,Supplier,Transaction Number,Amount
DfT,Highways Agency,03/02/2014,Consultancy,"Smith, Jones & Co",0001,"£25,100.00"
DfT,Highways Agency,14/02/2014,IT,ACME Ltd,0002,"£1,250,000.55"
DfT,DVLA,28/02/2014,Refund,ACME Ltd,0003,"-£30,000.10"
DfT,DVLA,28/02/2014,Refund,ACME Ltd,0004,"£40,000.00"
"""

POLLS = """poll_id,pollster,sponsor,start_date,end_date,sample_size,population,yes,no,undecided,url
101,YouGov,CBS News,2023-01-02,2023-01-05,1500,a,45.5,40,14.5,https://example.org/1
102,Ipsos,,2023-01-03,2023-01-06,1001,rv,44,41,,https://example.org/2
103,Ipsos,,2023-02-03,2023-02-06,"1,010",rv,43,42,15,https://example.org/3
"""

DEATHS = """Deaths by week and region,,,,
Week number,1,2,3,4
Week ended,03-Jan-20,10-Jan-20,17-Jan-20,24-Jan-20
North East,673,707,647,612
North West,"1,806","1,932","1,696","1,529"
Total,"2,479","2,639","2,343","2,141"
Source: Office for Statistics,,,,
"""

TURNOUT = """NAME,2023 votes,2021 votes,cvap_estimate_18to22,2023 turnout,Change in % turnout from 2021
"Adams County",1292,1311,1955,0.6608,-0.0046
"Bedford city",NA,,NA,NA,NA
"Craig County",1636,2505.5,3667,0.4461,-0.1118
"""

EUROPEAN = """Land;Datum;Betrag (Mio. EUR);Anteil in %
Bayern;03.02.2020;1.234,5;12,3
Hessen;23.03.2020;234,0;2,5
"""

CLAIMED = """Date,Ukraine MoD,Russia MoD,BBC
2023-01-01,106720,5937,11009
2023-02-01,128420,5937,12538
"""


def a_wide_package() -> Package:
    """Return the small package with units for tables of other subjects."""
    return a_package(units=UNITS + MORE_UNITS)


def losses() -> bytes:
    """Return daily losses as a list of records, running up."""
    days = [
        {"date": f"2022-03-{day:02}", "day": day, "tank": 80 + 5 * day, "aircraft": 10 + day, "personnel": 300 * day}
        for day in range(1, 11)
    ]
    return json.dumps(days).encode()


def renewables() -> bytes:
    """Return a workbook with a title, a header of two rows with merged cells, shares as fractions, and a total."""
    return a_merged_workbook(
        [
            ["Table 4: Vehicles with electric drive"],
            ["Region", "2019", None, "2020", None],
            [None, "Vehicles", "%", "Vehicles", "%"],
            ["North", 5000, 0.051, 6000, 0.06],
            ["South", 7000, 0.07, 8000, 0.08],
            ["Total", 12000, 0.121, 14000, 0.14],
            ["Source: Energy Agency"],
        ],
        ("B2:C2", "D2:E2", "A2:A3"),
    )


def a_merged_workbook(rows: Sequence[Sequence[str | float | None]], merged: Sequence[str]) -> bytes:
    """Return a workbook of the rows with merged cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
