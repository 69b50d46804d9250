"""Tables as people keep them for themselves: bare days, running totals beside daily ones, notes glued to names."""

from intake.mapping.messy_tables import Messy

BARE_DAYS = b"Datum,Deaths\n03.04.,12\n17.04.,15\n"
DAILY = b"date,place,deaths,deaths_total\n2020-03-01,A,1,1\n2020-03-02,A,2,3\n2020-03-03,A,4,7\n2020-03-01,B,5,5\n"

KEPT = {
    "days and months and no year": Messy("k.csv", BARE_DAYS, asked=("year",)),
    "days and months of a year that is told": Messy(
        "k.csv", BARE_DAYS, 2, (("deaths", 12, "fatality", "2019-04-03"), ("deaths", 15, "fatality", "2019-04-17")),
        answers={"year": "2019"},
    ),
    "days and months that could be decimals": Messy("k.csv", BARE_DAYS.replace(b".,", b","), asked=("year",)),
    "running totals beside daily numbers": Messy(
        "d.csv", DAILY, 8, (("deaths", 1, "fatality", "2020-03-01"), ("deaths_total", 1, "fatality", "2020-03-01"))
    ),
    "names with the digits of notes below": Messy(
        "n.csv", b"Country,2019,2020\nFrance1,500,600\nSpain2,300,400\n1 estimated\n2 provisional\n", 4,
        (("n", 500, "item", "2019"),),
    ),
}  # fmt: skip  # several to a line
