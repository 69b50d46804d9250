"""The words of dates, as data: each line of a table is what the words mean and the words, several parted by a bar.

The longest match wins. A hyphen between words is the same as a space, case and the dot of an abbreviation do not count.
"""

from typing import NamedTuple


class Meaning(NamedTuple):
    """The kind of a word and what it amounts to: a number, or a name that the grammar asks for."""

    kind: str
    name: str = ""
    number: int = 0


_NUMBERED = {
    "month": """
        1  january | jan
        2  february | feb | febr
        3  march | mar
        4  april | apr
        5  may
        6  june | jun
        7  july | jul
        8  august | aug
        9  september | sep | sept
        10 october | oct
        11 november | nov
        12 december | dec
    """,
    "weekday": """
        0 monday | mon
        1 tuesday | tue | tues
        2 wednesday | wed | weds
        3 thursday | thu | thur | thurs
        4 friday | fri
        5 saturday | sat
        6 sunday | sun
    """,
    "season": """
        3  spring | springtime
        6  summer | summertime | summer months
        9  autumn | fall | autumn months
        12 winter | wintertime | winter months
    """,
    "ordinal": """
        1 first | opening
        2 second
        3 third
        4 fourth
        5 fifth
        6 sixth
        7 seventh
        8 eighth
        9 ninth
        10 tenth
        11 eleventh
        12 twelfth
    """,
    "number": """
        1 one
        2 two | couple of | a couple of | a couple
        3 three
        4 four
        5 five
        6 six
        7 seven
        8 eight
        9 nine
        10 ten
        11 eleven
        12 twelve | dozen | a dozen
        13 thirteen
        14 fourteen
        15 fifteen
        16 sixteen
        17 seventeen
        18 eighteen
        19 nineteen
        20 twenty
        24 two dozen
        30 thirty
        40 forty
        50 fifty
        60 sixty
        70 seventy
        80 eighty
        90 ninety
        100 hundred | a hundred | one hundred
    """,
    "decade": """
        1920 nineteen twenties
        1930 thirties
        1940 forties
        1950 fifties
        1960 sixties
        1970 seventies
        1980 eighties
        1990 nineties
        2000 noughties
    """,
    "today": """
        0  today | now | present | the present | present day | the present day
        0  this morning | this afternoon | this evening | tonight
        -1 yesterday | last night
        -2 day before yesterday | the day before yesterday
        1  tomorrow
        2  day after tomorrow | the day after tomorrow
    """,
    "holiday": """
        101  new year's day | new years day
        214  valentine's day
        308  international women's day | women's day
        501  may day | international workers' day
        1031 halloween
        1224 christmas eve
        1225 christmas day | christmas
        1226 boxing day
        1231 new year's eve | new years eve
    """,
}

_NAMED = {
    "unit": """
        hour    hour | hours | hr | hrs
        day     day | days | day period
        week    week | weeks | wk | wks
        weekend weekend | weekends
        fortnight fortnight | fortnights
        month   month | months | mo | mos
        quarter quarter | quarters
        half    half year
        year    year | years | yr | yrs
        decade  decade | decades
        century century | centuries
    """,
    "part": """
        early early | early on | early part of
        mid   mid | middle of | midway through
        late  late | late on | later part of | latter part of
    """,
    "edge": """
        start start of | beginning of | outset of | very start of | very beginning of
        end   end of | close of | end | tail end of | very end of
    """,
    "until": """
        by      by | no later than | not later than | at the latest by | on or before | at latest by | by no later than
        by      by at least
        until   until | till | up until | up till | up to and including | until at least | up until at least
        until   til | 'til
        through through | thru | through at least | up through
        upto    up to
    """,
    "before": "before before | prior to | pre | earlier than | well before | long before | even before | ahead of",
    "since": """
        since  since | ever since | on or after | as from | dating from | dating back to
        since  beginning in | beginning on | beginning from | starting in | starting on | starting from | starting
        fuzzy  since at least | from at least
    """,
    "after": "after after | post | later than | subsequent to",
    "asof": "asof as of | as at | as on | as recently as | as late as | as early as | dated | effective",
    "to": "to to | into",
    "and": "and and | or | but | as well as",
    "tonow": "now to date | to this day | until now | up to now | to now",
    "sofar": "far so far | thus far | to date | ytd | mtd",
    "todate": """
        year    all year | year to date | the year to date | year so far | the year so far
        quarter quarter to date | the quarter to date | the quarter so far
        month   month to date | the month to date | the month so far | month so far
        week    all week | week to date | the week to date | the week so far | week so far
    """,
    "onward": "onward onward | onwards | and onward | and onwards | and later | or later | and beyond | or after",
    "back": "back at the latest | or earlier | and earlier | or before",
    "in": """
        in in | on | at | during | within | throughout | for | across | all through | in the course of | all | all of
        in over the course of | the whole of | in all of | the entirety of | the whole
        over over
    """,
    "hedge": "hedge probably | possibly | perhaps | likely",
    "about": """
        about about | around | roughly | approximately | approx | circa | ca | c | on or about | on or around | some
        about at or around | somewhere around | in or around | in or about | some time around | sometime around
    """,
    "near": "near toward | towards | near | nearing",
    "of": "of of | from within",
    "the": "the the",
    "a": "a a | an",
    "that": "that that | same | the same",
    "last": """
        last  last
        final final | closing
    """,
    "past": "past past | this past | trailing | preceding",
    "previous": "previous previous | prior",
    "next": "next next | coming | the coming | upcoming",
    "this": "this this | current | ongoing | this very",
    "earlier": "earlier earlier | earlier on",
    "later": "later later | later on",
    "ago": "ago ago | back",
    "recent": "recent recent",
    "few": "few few | several | a few | couple few",
    "half": "half half",
    "latter": "latter latter",
    "stretch": "stretch the days | the weeks | the months | the years | the decades",
    "ending": "ending ending | ended | ending on | ended on | ending in | ended in | that ended | that ended on",
    "beginning": "beginning beginning | commencing | commencing on | starting with | that began | that began on",
    "period": "period period | periods | time | span",
    "overnight": "overnight overnight | through the night",
    "each": "between between | anywhere between | somewhere between | sometime between | at some point between",
    "from": "from from | all the way from",
    "yearend": "end year end | yearend | end of year",
    "daypart": """
        part morning | afternoon | evening | night | dawn | dusk | noon | midday | midnight | daybreak
        part sunrise | sunset
        part early hours | small hours | wee hours | early morning | late evening | late night | early evening
        part late afternoon | early afternoon | mid morning | mid afternoon | late morning | early morning hours
        part predawn hours | pre dawn hours | lunchtime | nightfall | first hours | late hours | evening hours
        part morning hours | night hours | daytime | mid day
        part shortly before midnight | shortly after midnight | shortly before dawn
        part just before dawn | just after midnight
        part shortly before noon | shortly after noon | just before midnight | close of business | close of play
    """,
    "zone": """
        zone gmt | utc | bst | est | edt | cet | cest | eet | eest | msk | kst | jst | pst | pdt | et | local time
        zone kyiv time | moscow time | seoul time | eastern time | pyongyang time | tokyo time | london time
        zone o'clock | kiev time | universal time | central european time
    """,
    "filler": """
        filler sometime | some time | at some point | alone | itself | already | calendar | full | full year | exactly
        filler both | either | back in | as a whole | overall
        filler the period | a period | the period of | the months of | the years of | the days of
        filler the night of | the month of
    """,
}


def _entries() -> dict[tuple[str, ...], Meaning]:
    """Return every phrase of the tables, split into words, with its meaning."""
    found = {}
    for table, numbered in ((_NUMBERED, True), (_NAMED, False)):
        for kind, lines in table.items():
            for line in filter(None, map(str.strip, lines.splitlines())):
                head, words = line.split(maxsplit=1)
                meaning = Meaning(kind, number=int(head)) if numbered else Meaning(kind, head)
                found.update({tuple(phrase.split()): meaning for phrase in words.split(" | ")})
    return found


MEANINGS = _entries()
"""What the words mean, by the words."""

LONGEST = {first: max(len(words) for words in MEANINGS if words[0] == first) for first, *_ in MEANINGS}
"""How many words the longest entry has, by its first word."""
