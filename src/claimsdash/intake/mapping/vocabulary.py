"""Words in headers and cells by which a column is known: lists to read and to extend, no code.

A header is matched in small letters with `_`, `-` and `.` as spaces. The order of a list is the order of preference.
"""

from claimsdash.intake.mapping.currencies import CURRENCY_NOUNS

FIELD_WORDS: dict[str, tuple[str, ...]] = {
    "value_text": ("value text", "wording", "as printed", "as reported", "quote"),
    "claimant": (
        "claimant", "said by", "reported by", "according to", "pollster", "polling firm", "polling organisation",
        "polling organization", "source", "reporter", "agency", "entity", "organisation", "organization", "institute",
        "department family", "department", "ministry", "authority", "council", "body", "publisher", "firm", "party",
    ),
    "outlet": ("outlet", "newspaper", "media", "publication", "news source", "website"),
    "speaker": ("speaker", "spokesperson", "spokesman", "official", "quoted person"),
    "since": ("since", "start date", "startdate", "start", "from date", "begin", "begin date", "from", "period start"),
    "as_of": (
        "as of", "end date", "enddate", "end", "date", "day", "week ending", "week ended", "month", "period end", "to",
        "period", "year", "time period", "time", "datum", "fecha", "quarter", "week", "key", "fiscal year",
        "payment date",
    ),
    "reported_on": (
        "reported on", "reported", "published", "publication date", "release date", "released", "created at",
    ),
    "archived_url": ("archived url", "archive", "archive url"),
    "url": ("url", "link", "href", "source url", "web", "address"),
    "unit": ("unit", "units", "unit of measure", "uom", "currency", "unit text"),
    "topic": ("topic", "indicator", "measure", "metric", "variable", "statistic", "indicator name", "series name"),
    "scope": ("scope", "description", "item", "category", "region", "country", "place", "name", "area"),
    "hedge": ("hedge", "confidence", "certainty"),
    "notes": ("notes", "note", "comment", "comments", "remarks", "remark", "footnote", "question text", "text"),
}  # fmt: skip  # several to a line

LOW_WORDS = ("low", "lower", "minimum", "min", "lower bound", "ci low", "lower limit", "low estimate", "at least")
HIGH_WORDS = ("high", "upper", "maximum", "max", "upper bound", "ci high", "upper limit", "high estimate", "up to")
BEST_WORDS = ("best", "value", "estimate", "mean", "median", "central", "point", "best estimate", "figure")

QUALIFIER_WORDS: dict[str, str] = {
    "about": "approximate", "around": "approximate", "approx": "approximate", "approx.": "approximate",
    "approximately": "approximate", "circa": "approximate", "ca.": "approximate", "c.": "approximate",
    "~": "approximate", "≈": "approximate", "roughly": "approximate", "some": "approximate", "nearly": "approximate",
    "estimated": "approximate", "almost": "approximate", "approximate": "approximate",
    "more": "lower_bound", "more than": "lower_bound", "over": "lower_bound", "above": "lower_bound",
    "at least": "lower_bound", "minimum": "lower_bound", ">": "lower_bound", ">=": "lower_bound", "≥": "lower_bound",
    "+": "lower_bound", "no fewer than": "lower_bound", "lower_bound": "lower_bound",
    "less": "upper_bound", "less than": "upper_bound", "under": "upper_bound", "below": "upper_bound",
    "at most": "upper_bound", "up to": "upper_bound", "maximum": "upper_bound", "<": "upper_bound",
    "<=": "upper_bound", "≤": "upper_bound", "fewer than": "upper_bound", "upper_bound": "upper_bound",
    "exact": "exact", "exactly": "exact", "=": "exact", "precisely": "exact",
}  # fmt: skip  # several to a line

WEAK_CLAIMANT_NAMES = frozenset(["entity", "party", "body", "firm"])
"""Names of columns that may hold who says a figure, or of what it is said: asked, unless the cells show it."""
NO_SOURCES = frozenset(
    ["energy", "power", "fuel", "income", "water", "funding", "revenue", "food", "light", "heat", "emission",
     "emissions", "pollution", "tax", "heating", "electricity"]
)  # fmt: skip  # several to a line
"""Words before source in names of columns that say where a thing comes from and not who says it: energy source."""
INSTITUTION_WORDS = frozenset(
    ["agency", "office", "council", "ministry", "department", "institute", "authority", "commission", "bureau", "bank",
     "service", "services", "university", "trust", "board", "committee", "court", "police", "army", "staff", "nhs"]
)  # fmt: skip  # several to a line
SPENDING_WORDS = frozenset(["supplier", "vendor", "payee", "contractor", "beneficiary", "recipient", "expense"])

IDENTIFIER_WORDS = frozenset(
    ["id", "no", "nr", "code", "ref", "reference", "transaction", "row", "rank", "fips", "iso", "zip", "postcode",
     "phone", "lat", "lon", "lng", "latitude", "longitude", "geoid", "uid", "uuid", "konto"]
)  # fmt: skip  # several to a line
"""A column of numbers whose name ends in one of these words holds no figures."""

IDENTIFIER_NAMES = frozenset(
    [
        "index",
        "day",
        "key",
        "serial",
        "version",
        "grade",
        "rating",
        "weight",
        "order",
        "long",
        "x",
        "y",
        "sort order",
        "transaction number",
        "invoice number",
        "reference number",
        "voucher number",
        "document number",
        "order number",
        "contract number",
        "grant number",
        "case number",
        "serial number",
        "decimals",
        "scalar id",
        "unit mult",
        "unit multiplier",
        "powercode code",
        "power code",
        "line number",
        "row number",
        "account number",
        "account",
        "objectid",
        "unnamed: 0",
        "poll",
        "survey",
        "event",
        "record",
        "case",
        "incident",
        "row",
        "line",
        "item",
        "nr",
        "num",
        "s no",
        "sl no",
        "lfd nr",
    ]
)
"""A column of numbers of just this name holds no figures; "Price index" does."""

BAND_WORDS = frozenset(
    ["age", "ages", "band", "bracket", "cohort", "class", "alter", "altersgruppe", "âge", "edad", "wiek"]
)
"""A column of ranges such as 18-24 with one of these words in its name tells the rows apart."""

BESIDE_WORDS = ("sample size", "samplesize", "sample", "respondents", "margin of error", "moe", "n", "subgroup size")
"""Numbers that go with another figure and are no claim: kept in the notes."""

POLL_WORDS = frozenset(["pollster", "poll", "polls", "polling", "fieldwork", "voting"])
"""Words of tables in which every number between 0 and 100 is an answer."""

SHARE_WORDS = frozenset(
    ["share", "pct", "percent", "percentage", "proportion", "turnout", "rate", "margin", "quota", "anteil", "prozent"]
)
OPINION_WORDS = frozenset(
    ["favor", "favour", "oppose", "approve", "disapprove", "support", "yes", "no", "undecided", "unsure", "agree",
     "disagree", "remain", "leave", "other", "for", "against", "favorable", "unfavorable", "favourable", "unfavourable",
     "others", "neither", "lead", "know", "con", "lab", "conservative", "labour", "green", "democrat", "republican"]
)  # fmt: skip  # several to a line
MONEY_WORDS = frozenset(
    ["amount", "cost", "costs", "price", "spend", "spending", "expenditure", "budget", "revenue", "income", "gdp",
     "payment", "invoice", "fee", "salary", "wage", "aid", "contract", "grant", "betrag", "kosten", "montant"]
)  # fmt: skip  # several to a line
CUMULATIVE_WORDS = ("cumulative", "cumul", "cum", "to date", "running total", "kumuliert")
FLOW_WORDS = ("new", "daily", "weekly", "monthly", "per day", "per week", "on the day")
SOURCE_HINTS = frozenset(
    ["mod", "mnd", "ministry", "defence", "defense", "government", "gov", "un", "ohchr", "who", "nato", "bbc", "media",
     "intelligence", "officials", "army", "police", "institute", "agency", "mediazona", "isw", "csis", "reuters", "ngo"]
)  # fmt: skip  # several to a line
"""Words in the names of those who claim something: columns so named are what each of them says."""
GENERIC_WORDS = frozenset(
    [
        "value",
        "amount",
        "count",
        "number",
        "total",
        "figure",
        "estimate",
        "obs value",
        "observation value",
        "n",
        "sum",
        "claim",
        "claimed",
        "figures",
        "reported figure",
        "year",
        "annual",
        "full year",
    ]
)

UNIT_NOUNS: dict[str, tuple[str, ...]] = {
    "vote": ("votes", "vote", "ballots"),
    "fatality": ("deaths", "death", "dead", "killed", "fatalities", "kia"),
    "casualty": ("casualties", "casualty"),
    "soldier": ("soldiers", "troops", "personnel", "servicemen"),
    "person": (
        "population", "pop", "people", "persons", "person", "cvap", "wounded", "injured", "refugees", "displaced",
        "missing", "residents", "voters", "inhabitants", "cases", "patients", "prisoners", "pow", "workers", "pupils",
    ),
    "household": ("households", "household"),
    "shell": ("shells", "shell"),
    "rocket": ("rockets",),
    "missile": ("missiles", "missile"),
    "container": ("containers", "container"),
    "aircraft": ("aircraft", "planes", "plane", "helicopter", "helicopters", "jets"),
    "drone": ("drones", "drone", "uav", "uavs"),
    "vehicle": ("tanks", "tank", "vehicles", "vehicle", "apc", "ifv", "trucks", "cars"),
    "gun": ("guns", "howitzers"),
    "year": ("age", "years"),
    "percent": ("%", "percent", "per cent", "pct", "percentage", "prozent"),
    "tonne": ("tonnes", "tonne", "tons", "t"),
    "kilogram": ("kg", "kilograms"),
    "barrel": ("barrels", "bbl"),
    "litre": ("litres", "liters"),
    "megawatt": ("mw", "megawatts"),
    "gigawatt": ("gw",),
    **CURRENCY_NOUNS,
}  # fmt: skip  # several to a line
"""Unit to the words that stand for it in a header; taken only where the package has the unit."""

COUNTED = "item"
"""The unit of counted things that have none of their own."""

SCALE_WORDS = {
    word: scale
    for scale, words in (
        ("thousand", "thousand thousands 000 '000 000s k tsd tys тыс тис milliers migliaia"),
        ("lakh", "lakh lakhs lac lacs"),
        ("million", "million millions mn mio m mln millionen millones milhões milioni млн"),
        ("crore", "crore crores"),
        ("billion", "billion billions bn mrd milliarden milliards mld md млрд"),
        ("trillion", "trillion trillions tn trn"),
    )
    for word in words.split()
}
"""Words in a header or a column of units that multiply every number. Not billón: a million millions."""

YEAR_FLAGS = {
    "p": "provisional", "P": "provisional", "e": "estimated", "E": "estimated", "f": "forecast", "F": "forecast",
    "r": "revised", "R": "revised", "*": "", "†": "", "¹": "", "²": "", "³": "",
}  # fmt: skip  # several to a line
"""What stands right behind a year in the name of a column, and what it says."""

UNIT_CODES = {
    "PC": "percent",
    "NR": "item",
    "PER": "person",
    "PERS": "person",
    "THS_PER": "thousand person",
    "THS": "thousand item",
}
"""Codes of units as Eurostat writes them, in words."""

CELL_SCALES = {
    "k": "thousand", "K": "thousand", "m": "million", "M": "million", "B": "billion",
    **{
        spelled: scale
        for scale, words in (
            ("thousand", "thousand thousands tsd tys тыс тис"),
            ("lakh", "lakh lakhs lac lacs"),
            ("crore", "crore crores"),
            ("million", "million millions mn mln mio millionen millones milioni milionów млн"),
            ("billion", "billion billions bn bln mrd miliardi milliarden milliards milliard млрд"),
            ("trillion", "trillion trillions tn trn"),
        )
        for word in words.split()
        for spelled in (word, word.capitalize(), word.upper(), f"{word}.", f"{word.capitalize()}.")
    },
}  # fmt: skip  # several to a line
"""What stands behind a number in a cell to make it a thousand, a million, ... times as large.

A small b is none, for it is a flag of statistics offices ("break in the series").
"""
