"""Words of dates in some languages: names of months, and of columns that hold a date or a part of one."""

_PARTS = {
    "year": """
        an annee anno année ano año jaar jahr rok rík vuosi year yil yr yıl år год година
        рік السنة سنة 年 年份 年度 년 년도
        연도
    """,
    "month": """
        ay kuukausi maand mes mese miesiąc mois monat month månad måned mês měsíc месяц місяць الشهر شهر 月 月份 월
    """,
    "day": """
        dag day den dia dzień día giorno gün jour päivä tag день اليوم يوم 日 일
    """,
    "week": """
        kalenderwoche kw semaine semana settimana tydzień uge uke vecka week week_no week_number wk woche неделя
        тиждень 周 주
    """,
    "quarter": """
        kwartal kwartał qtr quartal quarter trimester trimestre квартал 四半期 季度 분기
    """,
}

PERIOD_NAMES = {kind: frozenset(word.replace("_", " ") for word in words.split()) for kind, words in _PARTS.items()}
"""Names of columns that hold a part of a date."""

_DATES = """
dag data date dates dato datum fecha fieldwork periode periodo período période report_date stichtag
survey_date tarih tid week_commencing week_ending zeit zeitraum ημερομηνία дата период період التاريخ 日期 날짜
"""

DATE_NAMES = frozenset(word.replace("_", " ") for word in _DATES.split())
"""Names of columns of dates."""

_MONTH_NAMES = """
jan january januar janvier enero gennaio janeiro januari stycznia styczeń ledna leden января январь січня
січень ocak

feb february februar février fevrier febrero febbraio fevereiro februari lutego luty února únor февраля
февраль лютого лютий şubat

mar march märz marz mars marzo março maart marca marzec března březen марта март березня березень mart

apr april avril abril aprile kwietnia kwiecień dubna duben апреля апрель квітня квітень nisan

may mai mayo maggio maio mei maj maja května květen мая май травня травень mayıs

jun june juni juin junio giugno junho czerwca czerwiec června červen июня июнь червня червень haziran

jul july juli juillet julio luglio julho lipca lipiec července červenec июля июль липня липень temmuz

aug august août aout agosto augustus augusti sierpnia sierpień srpna srpen августа август серпня серпень
ağustos

sep sept september septembre septiembre settembre setembro września wrzesień září сентября сентябрь вересня
вересень eylül

oct october oktober octobre octubre okt ottobre outubro października październik října říjen октября октябрь
жовтня жовтень ekim

nov november novembre noviembre novembro listopada listopad listopadu ноября ноябрь листопада листопад kasım

dec december dezember décembre decembre diciembre dez dicembre dezembro grudnia grudzień prosince prosinec
декабря декабрь грудня грудень aralık
"""

MONTHS: dict[str, int] = {
    name: number for number, names in enumerate(_MONTH_NAMES.split("\n\n"), start=1) for name in names.split()
}
"""The names of the months and their short forms."""
