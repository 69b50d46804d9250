"""The words of number and hedging of Spanish and Italian, as data of the same form as in `languages`."""

from claimsdash.domain.wording.languages import Language

SPANISH = Language(
    "Spanish",
    """
    about = unos | unas | alrededor de | cerca de~ | aproximadamente | en torno a
    nearly = casi
    more than = más de | mas de
    at least = al menos | por lo menos | como mínimo | no menos de
    up to = hasta | como máximo | a lo sumo | no más de
    fewer than = menos de
    between = entre
    from = de~
    to = a~
    and = y~
    or = o~
    or more = o más
    several = varios | varias
    dozen = docena
    dozens = docenas | decenas
    hundreds = cientos | centenares
    thousands = miles~
    tens of thousands = decenas de miles
    hundreds of thousands = cientos de miles
    million = millón | millones
    percent = por ciento
    half = la mitad
    a third = un tercio
    per month = al mes
    per year = al año
    """,
    """
    1 uno una
    2 dos~
    3 tres
    4 cuatro
    5 cinco
    6 seis
    7 siete
    8 ocho
    9 nueve
    10 diez
    11 once~
    12 doce
    15 quince
    20 veinte
    30 treinta
    40 cuarenta
    50 cincuenta
    60 sesenta
    70 setenta
    80 ochenta
    90 noventa
    100 cien ciento
    200 doscientos
    300 trescientos
    400 cuatrocientos
    500 quinientos
    1000 mil~
    """,
)
ITALIAN = Language(
    "Italian",
    """
    about = circa~ | all'incirca | intorno a | attorno a | una~
    nearly = quasi!
    more than = più di | oltre | più del
    at least = almeno | non meno di | perlomeno
    up to = fino a | al massimo | non più di
    fewer than = meno di
    between = tra~ | fra~
    and = e~
    or = o~
    several = diversi | parecchi | alcuni
    dozens = decine | dozzine
    hundreds = centinaia
    thousands = migliaia
    tens of thousands = decine di migliaia
    hundreds of thousands = centinaia di migliaia
    about a hundred = un centinaio
    about a thousand = un migliaio
    million = milione | milioni
    billion = miliardo | miliardi
    percent = per cento
    half = la metà
    a third = un terzo
    """,
    """
    1 uno una
    2 due~
    3 tre~
    4 quattro
    5 cinque
    6 sei
    7 sette
    8 otto~
    9 nove
    10 dieci
    12 dodici
    15 quindici
    20 venti
    30 trenta
    40 quaranta
    50 cinquanta
    60 sessanta
    70 settanta
    80 ottanta
    90 novanta
    100 cento
    1000 mille mila
    """,
    has_compounds=True,
)
