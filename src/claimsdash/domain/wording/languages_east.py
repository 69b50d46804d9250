"""The words of number and hedging of languages further east, as data of the same form as in `languages`."""

from claimsdash.domain.wording.languages import Language

HUNGARIAN = Language(
    "Hungarian",
    """
    about = mintegy | körülbelül | nagyjából | kb | hozzávetőleg
    nearly = csaknem | majdnem | közel
    more than = több mint | több, mint | meghaladja a
    at least = legalább
    up to = legfeljebb | akár
    fewer than = kevesebb mint
    several = néhány | több
    dozens = tucatnyi
    hundreds = több száz | százak
    thousands = több ezer | ezrek
    tens of thousands = több tízezer
    hundreds of thousands = több százezer
    or = vagy
    and = és
    million = millió
    billion = milliárd
    percent = százalék | százaléka
    half = fele
    """,
    """
    1 egy
    2 két kettő
    3 három
    4 négy
    5 öt
    6 hat~
    7 hét
    8 nyolc
    9 kilenc
    10 tíz tizen
    20 húsz huszon
    30 harminc
    40 negyven
    50 ötven
    60 hatvan
    70 hetven
    80 nyolcvan
    90 kilencven
    100 száz
    1000 ezer
    """,
    has_compounds=True,
)
CZECH = Language(
    "Czech, Slovak and Slovene",
    """
    about = asi | přibližně | okolo | okoli | kolem | zhruba | približno | približne | približně | cca~
    nearly = téměř | skoro | takmer | skoraj
    more than = více než | přes | víc než | viac ako | viac než | več kot | vyše
    at least = nejméně | alespoň | minimálně | najmenej | vsaj
    up to = až | nejvýše | maximálně | najviac | do!
    fewer than = méně než | menej ako | manj kot
    several = několik | niekoľko | nekaj
    dozens = desítky | desiatky
    hundreds = stovky
    thousands = tisíce~
    or = nebo | alebo | ali
    thousand = tisíc | tisíce | tisic | tisíci | tisoč
    million = milion | miliony | milionů | milión | milióny | miliónov | milijon | milijonov
    billion = miliarda | miliardy | miliard | milijarda
    percent = procent | procenta | percent~ | odstotkov
    half = polovina | polovica
    """,
    """
    1 jeden jedna
    2 dva dvě dve
    3 tři tri
    4 čtyři štyri
    5 pět päť
    10 deset desať
    20 dvacet dvadsať
    100 sto stovka
    """,
)
RUSSIAN = Language(
    "Russian",
    """
    about = около | примерно | порядка | приблизительно | ориентировочно
    nearly = почти | без малого
    more than = более | больше | свыше | более чем
    at least = не менее | по меньшей мере | как минимум | минимум | не меньше
    up to = до | не более | максимум | не больше
    fewer than = менее | меньше
    between = между
    from = от
    and = и
    or = или
    or more = и более | или более
    several = несколько
    dozens = десятки | десятков
    hundreds = сотни | сотен
    thousands = тысячи!
    tens of thousands = десятки тысяч
    hundreds of thousands = сотни тысяч
    hundred = сотня
    thousand = тысяч | тысяча | тысячи | тысячу | тыс
    million = миллион | миллиона | миллионов | млн
    billion = миллиард | миллиарда | миллиардов | млрд
    percent = процент | процента | процентов
    half = половина | половину | половины
    a third = треть
    """,
    """
    1 один одна
    2 два две
    3 три
    4 четыре
    5 пять
    6 шесть
    7 семь
    8 восемь
    9 девять
    10 десять
    12 двенадцать
    15 пятнадцать
    20 двадцать
    30 тридцать
    40 сорок
    50 пятьдесят
    100 сто
    200 двести
    300 триста
    500 пятьсот
    """,
)
UKRAINIAN = Language(
    "Ukrainian",
    """
    about = близько | приблизно | орієнтовно | біля
    nearly = майже
    more than = понад | більше | більш ніж | більше ніж
    at least = щонайменше | не менше | принаймні | як мінімум
    up to = до | не більше | максимум | щонайбільше
    fewer than = менше | менш ніж
    between = між
    from = від
    and = і | та | й
    or = або | чи
    several = кілька | декілька
    dozens = десятки | десятків
    hundreds = сотні | сотень
    tens of thousands = десятки тисяч
    hundreds of thousands = сотні тисяч
    thousand = тисяч | тисяча | тисячі | тисячу | тис
    million = мільйон | мільйони | мільйона | мільйонів | млн
    billion = мільярд | мільярди | мільярда | мільярдів | млрд
    percent = відсоток | відсотки | відсотків
    half = половина | половину | половини
    a third = третина | третину
    """,
    """
    1 один одна
    2 два дві
    3 три
    4 чотири
    5 п'ять
    6 шість
    7 сім
    8 вісім
    9 дев'ять
    10 десять
    20 двадцять
    30 тридцять
    40 сорок
    50 п'ятдесят
    100 сто
    200 двісті
    300 триста
    500 п'ятсот
    """,
)
POLISH = Language(
    "Polish",
    """
    about = około | ok | mniej więcej | w przybliżeniu
    nearly = prawie | blisko | niemal
    more than = ponad | więcej niż | powyżej
    at least = co najmniej | przynajmniej
    up to = do! | co najwyżej | maksymalnie | nie więcej niż
    fewer than = mniej niż | poniżej
    several = kilka | kilku
    dozens = dziesiątki
    hundreds = setki
    tens of thousands = dziesiątki tysięcy
    hundreds of thousands = setki tysięcy
    or = lub | albo
    thousand = tysiąc | tysiące | tysięcy | tys
    million = milion | miliony | milionów
    billion = miliard | miliardy | miliardów | mld
    percent = procent~
    half = połowa | połowę
    """,
    """
    2 dwa dwie
    3 trzy
    4 cztery
    5 pięć
    10 dziesięć
    20 dwadzieścia
    100 sto
    200 dwieście
    500 pięćset
    """,
)
