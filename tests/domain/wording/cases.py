"""Wordings and what they commit their author to, worked out by hand from the conventions (docs/method.md)."""

from collections.abc import Iterator

from claimsdash.domain.claim import Qualifier

Ends = tuple[Qualifier, float | None, float | None, float | None]

EXACT = """
14,300 rifles | 14300 | rifles
1 200 tonnes | 1200 | tonnes
1,250,000 doses | 1250000 | doses
the 312 passengers | 312 | passengers
precisely 90 launchers | 90 | launchers
a total of 4,512 graves | 4512 | graves
all 27 bridges | 27 | bridges
a mere 9 votes | 9 | votes
an average of 38 attacks a day | 38 | attacks a day
a record 61,000 applications | 61000 | applications
a combined 2.4 million tonnes | 2400000 | tonnes
another 450 conscripts | 450 | conscripts
an additional 3,000 workers | 3000 | workers
another four-thousand-100 | 4100 |
a staggering 7 million rounds | 7000000 | rounds
only five of the wells | 5 | the wells
just two hundred litres | 200 | litres
twenty-one vessels | 21 | vessels
a hundred and twenty trucks | 120 | trucks
nineteen hundred prisoners | 1900 | prisoners
15-hundred men | 1500 | men
74-thousand tons | 74000 | tons
one million two hundred thousand leaflets | 1200000 | leaflets
three hundred and fifty thousand euros | 350000 | euros
two hundred and six | 206 |
a thousand and one nights | 1001 | nights
a million and a half tonnes | 1500000 | tonnes
two-and-a-half million people | 2500000 | people
2½ million people | 2500000 | people
1 1/2 million bushels | 1500000 | bushels
one-point-six million shells | 1600000 | shells
half-a-million barrels | 500000 | barrels
a half-million barrels | 500000 | barrels
three-quarters of a billion dollars | 750000000 | dollars
a half dozen ships | 6 | ships
three dozen crates | 36 | crates
a score of villages | 20 | villages
three score and ten | 70 |
2.5 lakh voters | 250000 | voters
Rs 500 crore | 5000000000 | RS
3 lakh crore rupees | 3000000000000 | rupees
£2.75tn | 2750000000000 | £
US$40m | 40000000 | US$
$300k | 300000 | $
120 mln euros | 120000000 | euros
6.7 thousand | 6700 |
5,2 million | 5200000 |
EUR 75 million | 75000000 | EUR
75 million USD | 75000000 | USD
450bn won | 450000000000 | won
33.3 percent | 33.3 | %
12.5 per cent of the budget | 12.5 | % of the budget
4 percentage points | 4 | percentage points
half a percent | 0.5 | %
a quarter of a percentage point | 0.25 | percentage points
two-fifths of the stock | 0.4 | of the stock
nine out of 10 rounds | 0.9 | rounds
three in 10 voters | 0.3 | voters
one in every four shells | 0.25 | shells
seven tenths of the area | 0.7 | of the area
half the fleet | 0.5 | the fleet
half of the fleet | 0.5 | of the fleet
¾ of the units | 0.75 | of the units
2/3 of the units | 0.666667 | of the units
one third | 0.333333 |
twice as many | 2 | times
doubled | 2 | times
fourfold | 4 | times
a threefold rise in arrests | 3 | times
ten times the level of last year | 10 | times
2.5 times higher | 2.5 | times
three times as much as in 2022 | 3 | times
half as many | 0.5 | times
no deaths | 0 | deaths
not a single tank | 0 | tank
not one survivor | 0 | survivor
zero launches | 0 | launches
none of the hostages | 0 | the hostages
a single drone | 1 | drone
even one shell | 1 | shell
-5 percent | -5 | %
minus 12 degrees | -12 | degrees
a 40,000-strong force | 40000 | force
a 30-vehicle convoy | 30 | vehicle convoy
3 million 152 mm shells | 3000000 | 152 mm shells
12 240 mm launchers | 12 | 240 mm launchers
20 M-46 guns | 20 | M-46 guns
14 KN-23 missiles | 14 | KN-23 missiles
200 Type-73 machine guns | 200 | Type-73 machine guns
60 122mm rockets | 60 | 122mm rockets
300 strikes in 24 hours | 300 | strikes in 24 hours
45 attacks in 2023 | 45 | attacks in 2023
five people aged 18 to 35 | 5 | people aged 18 to 35
１２,０００ troops | 12000 | troops
12\u202f000 troops | 12000 | troops
12'000 troops | 12000 | troops
“1,500” troops | 1500 | troops
a crowd of 8,000 | 8000 | crowd
North Korea's 1.2 million soldiers | 1200000 | soldiers
5m doses | 5000000 | doses
a 5m high wall | 5 | m high wall
1.5m tall | 1.5 | m tall
300 dead or wounded | 300 | dead or wounded
70 people, five of them children | 70 | people
64 times a week | 64 | times a week
"""

APPROXIMATE = """
about 13,000 | 12500 13000 13500 |
around 700 shells a day | 650 700 750 | shells a day
roughly 45 boats | 44.1 45 45.9 | boats
approximately 1.1 million votes | 1050000 1100000 1150000 | votes
approx 220 units | 215 220 225 | units
some 2,700 casualties | 2646 2700 2754 | casualties
an estimated 4,700 | 4606 4700 4794 |
est. 6,000 men | 5500 6000 6500 | men
circa 1,900 graves | 1850 1900 1950 | graves
c. 80 boats | 75 80 85 | boats
ca. 80 boats | 75 80 85 | boats
≈ 350 homes | 343 350 357 | homes
~2.5m rounds | 2450000 2500000 2550000 | rounds
in the neighbourhood of 90 aircraft | 85 90 95 | aircraft
in the neighborhood of $3 billion | 2700000000 3000000000 3300000000 | $
in the region of £60m | 55000000 60000000 65000000 | £
on the order of 100,000 | 90000 100000 110000 |
somewhere around 1,200 | 1150 1200 1250 |
something like 40 villages | 36 40 44 | villages
more or less 600 | 550 600 650 |
600 more or less | 550 600 650 |
20 people or so | 18 20 22 | people
a dozen or so trucks | 10.8 12 13.2 | trucks
a hundred or thereabouts | 90 100 110 |
9,000 tonnes, give or take | 8500 9000 9500 | tonnes
put at 15,000 | 14500 15000 15500 |
believed to number 400 | 360 400 440 |
thought to number around 400 | 360 400 440 |
roughly a quarter of the crop | 0.225 0.25 0.275 | of the crop
about three in five households | 0.54 0.6 0.66 | households
about two dozen guns | 21.6 24 26.4 | guns
about twice as many | 1.8 2 2.2 | times
about 8 per cent | 7.5 8 8.5 | %
about 62% of the crew | 60.76 62 63.24 | % of the crew
about half | 0.45 0.5 0.55 |
about half a million | 450000 500000 550000 |
about one million | 900000 1000000 1100000 |
nearly 20,000 | 18000 20000 20000 |
almost $4.5bn | 4410000000 4500000000 4500000000 | $
just under 700 | 650 700 700 |
just shy of 3,000 workers | 2700 3000 3000 | workers
close to 85 percent | 83.3 85 85 | %
close on 60 arrests | 55 60 60 | arrests
approaching 5 million | 4500000 5000000 5000000 |
not quite half of the voters | 0.45 0.5 0.5 | of the voters
getting on for 200 | 180 200 200 |
the best part of a thousand men | 900 1000 1000 | men
nigh on 50 years | 45 50 50 | years
not far short of 800 | 750 800 800 |
slightly under 3,400 tonnes | 3332 3400 3400 | tonnes
marginally fewer than 500 | 450 500 500 |
a shade under 12% | 11.5 12 12 | %
a touch under two million | 1800000 2000000 2000000 |
nearly three times as many | 2.7 3 3 | times
nearly doubled | 1.8 2 2 | times
almost all 300 prisoners | 270 300 300 | prisoners
just over 30,000 | 30000 30000 33000 |
barely over 40 | 40 40 44 |
slightly more than a third | 0.333333 0.333333 0.366667 |
marginally more than 11,000 | 11000 11000 11500 |
a little more than 250 | 250 250 255 |
a shade over 4 million | 4000000 4000000 4400000 |
a touch over 16 percent | 16 16 16.5 | %
a bit more than 7,500 | 7500 7500 7650 |
twenty-odd ships | 20 20 30 | ships
1,200-odd workers | 1200 1200 1300 | workers
60-something pilots | 60 60 70 | pilots
two million and change | 2000000 2000000 3000000 |
a hundred-odd villages | 100 100 200 | villages
an estimated about 300 | 270 300 330 |
just about 30 | 27 30 33 |
only about 30% | 27 30 33 | %
perhaps 2,000 | 1800 2000 2200 |
estimated at some 5,000 | 4500 5000 5500 |
a rough total of about 70 | 65 70 75 |
"""

LOWER = """
more than three million rounds | 3000000 | rounds
over 74,000 metric tons | 74000 | metric tons
above 90 percent | 90 | %
at least 412 graves | 412 | graves
at the very least 30 | 30 |
at a minimum 200 vehicles | 200 | vehicles
no fewer than 18 attacks | 18 | attacks
not fewer than 18 attacks | 18 | attacks
no less than a third | 0.333333 |
not less than £3m | 3000000 | £
upward of 600 | 600 |
upwards of two dozen | 24 |
in excess of 1.1 million | 1100000 |
a minimum of six weeks | 6 | weeks
north of 70% | 70 | %
exceeding $10 million | 10000000 | $
surpassing 50,000 | 50000 |
topping 13,000 | 13000 |
passed 3,000 | 3000 |
a good 200 metres | 200 | metres
as few as seven | 7 |
as little as 2 percent | 2 | %
300 or more | 300 |
100-plus vehicles | 100 | vehicles
100+ vehicles | 100 | vehicles
40 dead and counting | 40 | dead
90 guests minimum | 90 | guests
>500 | 500 |
≥ 1,000 men | 1000 | men
well over 6,000 | 6000 |
far more than 200 | 200 |
much more than 10% | 10 | %
many more than 400 | 400 |
comfortably more than 50,000 | 50000 |
possibly more than 90 | 90 |
at least about 40 | 40 |
at least some 1,500 men | 1500 | men
more than an estimated 300 | 300 |
more than half of the cargo | 0.5 | of the cargo
more than one in three | 0.333333 |
more than doubled | 2 | times
more than double the figure | 2 | times
at least twice a day | 2 | times a day
over a dozen | 12 |
over a hundred | 100 |
more than a staggering 3 million | 3000000 |
at least several million | 3000000 |
at least a few dozen people | 36 | people
more than several hundred | 300 |
at least dozens of wounded | 24 | wounded
a majority of voters | 0.5 | of voters
most of the brigade | 0.5 | of the brigade
at least a month's worth | 1 | month's worth
more than a week | 1 | week
killed at least 20 people | 20 | people
the toll exceeded 300 | 300 |
20 people at least | 20 | people
two or more rockets | 2 | rockets
12, possibly more | 12 |
30 percent, if not more | 30 | %
surpassed 3,000 | 3000 |
"""

UPPER = """
up to 12,000 men | 12000 | men
anything up to 900 rounds | 900 | rounds
as many as 100,000 | 100000 |
as much as 40 percent | 40 | %
fewer than a dozen | 12 |
less than 2% of output | 2 | % of output
under a thousand | 1000 |
below 5,000 | 5000 |
well under 300 | 300 |
no more than four boats | 4 | boats
not more than 15 | 15 |
no greater than 3 percent | 3 | %
not exceeding 100 | 100 |
at most 25 | 25 |
at the most 25 | 25 |
a maximum of 60 days | 60 | days
a ceiling of 15,000 troops | 15000 | troops
capped at $60 | 60 | $
not even 20 percent | 20 | %
12 or fewer cases | 12 | cases
5 percent or less | 5 | %
40 tops | 40 |
20 railcars at most | 20 | railcars
< 300 | 300 |
≤ 45 | 45 |
up to 800 all told | 800 |
up to approximately 3 million | 3000000 |
up to half | 0.5 |
up to a third of the men | 0.333333 | of the men
up to several hundred men | 900 | men
up to a few dozen | 60 |
no more than a handful of ships | 5 | ships
fewer than one in ten | 0.1 |
possibly as many as 70 | 70 |
up to hundreds of thousands of rounds | 1000000 | rounds
far fewer than 1,000 | 1000 |
less than a year | 1 | year
up to $5.5 billion | 5500000000 | $
less than double | 2 | times
"""

RANGE = """
between 20 and 30 wagons | 20 30 | wagons
from 300 to 400 | 300 400 |
300 to 400 dead | 300 400 | dead
15-18 percent | 15 18 | %
15–18% | 15 18 | %
15% to 18% | 15 18 | %
anywhere between 3 and 5 years | 3 5 | years
from a low of 40 to a high of 90 | 40 90 |
at least 10 and possibly 15 victims | 10 15 | victims
at least 10 but fewer than 20 | 10 20 |
no fewer than 70 and no more than 90 | 70 90 |
more than 200 but less than 300 | 200 300 |
2 to 3 million shells | 2000000 3000000 | shells
$4-5bn | 4000000000 5000000000 | $
between $2 and $3 billion | 2000000000 3000000000 | $
$2m-$3m | 2000000 3000000 | $
1.1 to 1.3m | 1100000 1300000 |
10 to 15 thousand | 10000 15000 |
25-thousand to 30-thousand | 25000 30000 |
two or three hundred | 200 300 |
two to three hundred thousand | 200000 300000 |
six or seven dozen | 72 84 |
20-30,000 | 20000 30000 |
800,000 to 1.2 million | 800000 1200000 |
about 200 to 250 | 200 250 |
some 4 to 6 million | 4000000 6000000 |
between roughly 40 and about 50 | 40 50 |
4,000 plus or minus 200 | 3800 4200 |
4,000 ± 5% | 3800 4200 |
2 million ± 100,000 | 1900000 2100000 |
600 boats, give or take 50 | 550 650 | boats
within 10 percent of 500 | 450 550 |
three to four times | 3 4 | times
two- to threefold | 2 3 | times
a third to a half | 0.333333 0.5 |
between one in five and one in four | 0.2 0.25 |
one or two | 1 2 |
a dozen to two dozen boats | 12 24 | boats
500 metres to 1.5 kilometres | 500 1500 | metres
at least 20 and at most 30 men | 20 30 | men
15 percent-20 percent | 15 20 | %
3m-4m | 3000000 4000000 |
20 people to 30 people | 20 30 | people
€3m to €4m | 3000000 4000000 | €
half a million to a million | 500000 1000000 |
between half and two thirds | 0.5 0.666667 |
from 5 percent to 7 percent of GDP | 5 7 | % of GDP
at least 4 to 6 million | 4000000 6000000 |
a week or two | 1 2 | week
20 to as many as 40 | 20 40 |
between -5 and -3 percent | -5 -3 | %
10,000–12,000-strong force | 10000 12000 | force
"""

VAGUE = """
a couple of guns | 2 3 | guns
a few hours | 3 5 | hours
a handful of men | 3 5 | men
several ports | 3 9 | ports
several thousand | 3000 9000 |
several tens of thousands of rounds | 30000 90000 | rounds
a couple of thousand | 2000 3000 |
a couple dozen | 24 36 |
a few million dollars | 3000000 5000000 | dollars
several dozen missiles | 36 108 | missiles
tens of casualties | 20 100 | casualties
dozens | 24 100 |
scores of houses | 40 100 | houses
hundreds | 200 1000 |
thousands of men | 2000 10000 | men
billions of won | 2000000000 10000000000 | won
tens of millions of dollars | 20000000 100000000 | dollars
hundreds of millions | 200000000 1000000000 |
many hundreds of men | 200 1000 | men
thousands upon thousands of rounds | 2000 10000 | rounds
in their hundreds | 200 1000 |
scores, perhaps hundreds, of civilians | 40 1000 | civilians
dozens or even hundreds of men | 24 1000 | men
hundreds, if not thousands | 200 10000 |
tens, if not hundreds, of thousands of people | 20000 1000000 | people
the low hundreds | 100 400 |
the mid hundreds | 400 700 |
the high thousands | 7000 10000 |
in the low tens of thousands | 10000 40000 |
double-digit losses | 10 100 | losses
a triple-digit toll | 100 1000 | toll
a seven-figure payment | 1000000 10000000 | payment
six figures | 100000 1000000 |
many soldiers | - - | soldiers
numerous strikes | - - | strikes
untold losses | - - | losses
an unknown number of troops | - - | troops
some several hundred men | 300 900 | men
nearly several hundred | 300 900 |
“hundreds” of casualties | 200 1000 | casualties
$ tens of millions | 20000000 100000000 | $
a few percent | 3 5 | %
"""

UNREAD = """
as a rule
third convoy
152mm shells
the 24-hour period
between 20
300 killed and 40 wounded
3.000 soldiers
not 300
resolution 2397
a 240 mm launcher
in 2023
12:30
2024-05-03
KN-23

???
more
from $40m to €45m
300 to 200
at least 20 at most
aged 45
Boeing 737
Type 73 machine guns
the twenty-first century
24/7
rose from 300 to 400
two, three hundred
10 short of 300
umpteen thousand men
about 5 zillion
1e3
1.5E+06 shells
5 gazillion dollars
the second half
a third convoy
the 3 a.m. strike
in 24 hours
300 plus 20 wounded
from 300,000 in 2022 to 400,000 in 2023
less than 300 or more
1.200 men
"""

NONE = """
declined to give a figure
no figure
no official figures
did not say how many
no evidence
groundless as a rule
"""


def _lines(table: str) -> Iterator[list[str]]:
    for line in filter(None, table.splitlines()):
        yield [cell.strip(" ") for cell in line.split("|")]


def _numbers(cell: str) -> list[float | None]:
    return [None if number == "-" else float(number) for number in cell.split()]


def _ends(kind: Qualifier, numbers: list[float | None]) -> Ends:
    if kind is Qualifier.RANGE:
        low, high = numbers
        assert low is not None
        assert high is not None
        return kind, low, (low + high) / 2, high
    if kind is Qualifier.VAGUE:
        return kind, numbers[0], numbers[0], numbers[1]
    best = numbers[0]
    low = {Qualifier.UPPER_BOUND: 0.0}.get(kind, best)
    return kind, low, best, None if kind is Qualifier.LOWER_BOUND else best


def read_cases() -> list[tuple[str, Ends, str]]:
    """Return phrase, ends and unit of every case."""
    tables = {
        Qualifier.EXACT: EXACT,
        Qualifier.LOWER_BOUND: LOWER,
        Qualifier.UPPER_BOUND: UPPER,
        Qualifier.RANGE: RANGE,
        Qualifier.VAGUE: VAGUE,
    }
    cases = [
        (phrase, _ends(kind, _numbers(numbers)), unit)
        for kind, table in tables.items()
        for phrase, numbers, unit in _lines(table)
    ]
    for phrase, numbers, unit in _lines(APPROXIMATE):
        low, best, high = _numbers(numbers)
        cases.append((phrase, (Qualifier.APPROXIMATE, low, best, high), unit))
    return cases
