"""The words of number and hedging of other languages, as data: each beside its English.

A line is `English = word | word`; the words of a number are `value word word` lines. A word that is also an English
one is marked: `~` counts only beside other words of its language, `!` only right before a number. The lists hold what
reports in these languages use for numbers; a phrase with other words around its number is not translated.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """One language: its phrases, its numbers, and whether numbers are written as one word (zweihundert)."""

    name: str
    phrases: str
    numbers: str
    has_compounds: bool = False


GERMAN = Language(
    "German",
    """
    about = etwa | rund | ungefähr | circa~ | zirka | schätzungsweise | in etwa | um die
    nearly = fast! | beinahe | nahezu | annähernd | an die!
    just under = knapp
    just over = gut! | etwas mehr als
    more than = mehr als | über | jenseits von
    at least = mindestens | wenigstens | zumindest | nicht weniger als
    up to = bis zu | höchstens | maximal | nicht mehr als | bis zu etwa
    fewer than = weniger als | unter! | unterhalb
    a total of = insgesamt
    only = nur | lediglich | bloß
    exactly = genau
    between = zwischen
    from = von~
    to = bis~
    and = und~
    or = oder
    or more = oder mehr
    no = kein | keine | keinen
    several = mehrere | einige
    a few = ein paar | wenige
    dozens = dutzende
    hundreds = hunderte
    thousands = tausende
    tens of thousands = zehntausende
    hundreds of thousands = hunderttausende
    dozen = dutzend
    million = million~ | millionen | mio~
    billion = milliarde | milliarden | mrd
    trillion = billion~ | billionen
    percent = prozent
    half = hälfte | die hälfte
    a third = ein drittel
    two thirds = zwei drittel
    a quarter = ein viertel
    of = der~ | von den
    per month = pro monat | im monat | monatlich
    per year = pro jahr | im jahr | jährlich
    per day = pro tag | am tag | täglich
    """,
    """
    0 null~
    1 ein~ eine einen eins
    2 zwei
    3 drei
    4 vier
    5 fünf
    6 sechs
    7 sieben
    8 acht
    9 neun
    10 zehn
    11 elf~
    12 zwölf
    16 sechzehn
    17 siebzehn
    20 zwanzig
    30 dreißig
    40 vierzig
    50 fünfzig
    60 sechzig
    70 siebzig
    80 achtzig
    90 neunzig
    100 hundert
    1000 tausend
    """,
    has_compounds=True,
)
DUTCH = Language(
    "Dutch",
    """
    about = ongeveer | circa~ | rond de | ruwweg | naar schatting
    nearly = bijna | haast
    just over = ruim!
    at least = zeker! | minstens | ten minste | minimaal
    more than = meer dan
    up to = tot~ | maximaal | hooguit | hoogstens | niet meer dan
    fewer than = minder dan
    between = tussen
    and = en~
    or = of~
    several = enkele | verscheidene
    dozens = tientallen
    hundreds = honderden
    thousands = duizenden
    million = miljoen
    billion = miljard
    percent = procent
    half = de helft
    """,
    """
    1 een één
    2 twee
    3 drie
    4 vier
    5 vijf
    6 zes
    7 zeven
    8 acht
    9 negen
    10 tien
    11 elf~
    12 twaalf
    13 dertien
    14 veertien
    20 twintig
    30 dertig
    40 veertig
    50 vijftig
    60 zestig
    70 zeventig
    80 tachtig
    90 negentig
    100 honderd
    1000 duizend
    """,
    has_compounds=True,
)
FRENCH = Language(
    "French",
    """
    about = environ! | autour de | à peu près | approximativement | quelque! | près d'environ | une~
    nearly = presque | près de | quasiment | pas loin de
    more than = plus de | plus d'un | plus d'une | au-dessus de
    at least = au moins | pas moins de | au minimum
    up to = jusqu'à | au plus | au maximum | pas plus de | tout au plus
    fewer than = moins de
    between = entre
    from = de~
    to = à~
    and = et~
    or = ou~
    or more = ou plus
    several = plusieurs
    a few = quelques
    dozen = douzaine
    dozens = dizaines
    about ten = une dizaine
    about twenty = une vingtaine
    about thirty = une trentaine
    about fifty = une cinquantaine
    about a hundred = une centaine
    about a thousand = un millier
    hundreds = centaines | des centaines
    thousands = milliers | des milliers
    tens of thousands = dizaines de milliers | des dizaines de milliers
    hundreds of thousands = centaines de milliers | des centaines de milliers
    million = million~ | millions~
    billion = milliard~ | milliards
    percent = pour cent | pourcent
    half = la moitié
    a third = un tiers
    a quarter = un quart
    two thirds = deux tiers
    per month = par mois
    per year = par an
    per day = par jour
    """,
    """
    0 zéro
    1 un~ une
    2 deux
    3 trois
    4 quatre
    5 cinq
    6 six~
    7 sept~
    8 huit
    9 neuf
    10 dix~
    11 onze
    12 douze
    13 treize
    14 quatorze
    15 quinze
    16 seize~
    20 vingt
    30 trente
    40 quarante
    50 cinquante
    60 soixante
    100 cent~ cents~
    1000 mille
    """,
)
