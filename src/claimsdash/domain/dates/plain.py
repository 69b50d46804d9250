"""The grammar of plain dates: days, months, weekdays, seasons, quarters, years, as they stand in a calendar."""

from calendar import monthrange
from datetime import date

from claimsdash.domain.dates.cursor import Cursor, first_of, rule
from claimsdash.domain.dates.nodes import Node, fixed
from claimsdash.domain.dates.numeric import DayMonth
from claimsdash.domain.dates.parts import half
from claimsdash.domain.dates.period import DateError
from claimsdash.domain.dates.spans import DAY, Span, month_span, quarter_span, year_span
from claimsdash.domain.dates.tokens import Token

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIRST_YEAR, _LAST_YEAR = 1000, 2999


@rule
def read_plain(cursor: Cursor) -> Node | None:
    """Read a date that needs no knowledge of the day of reading."""
    cursor.take("the")
    found: Node | None = first_of(cursor, _RULES)
    return found


@rule
def _in_figures(cursor: Cursor) -> Node | None:
    """Read 2023-08-15 or 24/02/2022 (days fixed in time), or 24/02 (a day of each year)."""
    token = cursor.take("date", "daymonth")
    if token and token.span:
        return fixed(token.span, token.name, dated=True)
    return day_of_year(token.day) if token and token.day else None


def day_of_year(day: DayMonth) -> Node:
    """Return a day that recurs each year."""

    def at(year: int) -> Span:
        found = date(year, day.month, day.day)
        return Span(found, found)

    return Node(at, "year", "day")


@rule
def _weekday_and_date(cursor: Cursor) -> Node | None:
    """Read "Tuesday, 5 November"; the date has to fall on that weekday."""
    weekday = cursor.take("weekday")
    if not weekday:
        return None
    cursor.skip("comma", "the", "in")
    day = first_of(cursor, (_in_figures, _day_then_month, _month_then_day))
    if day is None or day.unit != "day":
        return None
    return _checked(day, weekday.number)


def _checked(day: Node, weekday: int) -> Node:
    """Return the day; once its year is settled, DateError is raised if it is another weekday."""

    def check(span: Span) -> Span:
        if span.start.weekday() != weekday:
            told, true = _WEEKDAYS[weekday], _WEEKDAYS[span.start.weekday()]
            raise DateError(span.start.isoformat(), f"it is a {true}, not a {told}", "correct the day or the weekday")
        return span

    return day.part(check, "day")


@rule
def _day_then_month(cursor: Cursor) -> Node | None:
    """Read 3 May, 3rd of May, the first of May, 24-Nov."""
    day = cursor.take("number", "ordinal")
    if not day or (day.kind == "number" and day.name != "digits"):
        return None
    cursor.take("of") or cursor.take("dash")
    month = cursor.take("month")
    return _day(day, month) if month else None


@rule
def _month_then_day(cursor: Cursor) -> Node | None:
    """Read May 3, May 3rd, May the 3rd."""
    month = cursor.take("month")
    if not month:
        return None
    the = cursor.take("the")
    day = cursor.take("number", "ordinal")
    if not day or (day.name != "digits" and not the) or cursor.next.kind in ("month", "unit", "half"):
        return None
    return _day(day, month)


def _day(day: Token, month: Token) -> Node:
    """Return the day of the month in each year; raises DateError for one that the month never has."""
    days = monthrange(2024, month.number)[1]
    if not 1 <= day.number <= days:
        raise DateError(f"{month.number:02d}-{day.number:02d}", f"that month has {days} days", "correct the day")
    return day_of_year(DayMonth(day.number, month.number))


@rule
def _month(cursor: Cursor) -> Node | None:
    """Read a month."""
    token = cursor.take("month")
    return Node(lambda year: month_span(year, token.number), "year", "month") if token else None


@rule
def _weekday(cursor: Cursor) -> Node | None:
    """Read a day of the week; week 0 of the calendar begins on Monday 1 January of year 1."""
    token = cursor.take("weekday")
    if not token:
        return None

    def at(week: int) -> Span:
        day = date.min + (7 * week + token.number) * DAY
        return Span(day, day)

    return Node(at, "week", "day")


@rule
def _holiday(cursor: Cursor) -> Node | None:
    """Read a holiday that has the same date each year."""
    token = cursor.take("holiday")
    return day_of_year(DayMonth(token.number % 100, token.number // 100)) if token else None


@rule
def _season(cursor: Cursor) -> Node | None:
    """Read a season; a winter belongs to the year in which it begins: the winter of 2022, of 2022-23."""
    token = cursor.take("season")
    if not token:
        return None
    node = Node(lambda year: month_span(year, token.number, 3), "year", "season", ended=True)
    first = _first_of_two_years(cursor)
    return fixed(node.at(first), "season", dated=True) if first else node


@rule
def _first_of_two_years(cursor: Cursor) -> int | None:
    """Read 2022-23, 2022/2023 and return the first year."""
    cursor.take("of")
    span = cursor.take("date")
    if span:
        return span.number if span.name == "years" else None
    first = cursor.take("year")
    if not first or not cursor.take("dash", "slash"):
        return None
    second = cursor.take("year", "number")
    return first.number if second and second.number % 100 == (first.number + 1) % 100 else None


@rule
def _quarter_or_half(cursor: Cursor) -> Node | None:
    """Read Q3, H1, 9M, the third quarter, the first half: of no year yet, the latest that is over."""
    token = cursor.take("quarter", "halfyear", "firstmonths")
    if token:
        return _in_year(token.kind, token.number)
    cursor.take("the")
    ordinal = cursor.take("ordinal", "latter")
    cursor.take("dash")
    unit = cursor.take("unit", "half")
    if not ordinal or not unit:
        return None
    number = 2 if ordinal.kind == "latter" else ordinal.number
    if unit.name == "quarter" and ordinal.kind == "ordinal" and number < 5:
        return _in_year("quarter", number)
    return _in_year("halfyear", number) if unit.name == "half" and number < 3 else None


def _in_year(kind: str, number: int) -> Node | None:
    """Return a quarter, a half or the first months of each year."""
    if kind == "quarter":
        return Node(lambda year: quarter_span(year, number), "year", "quarter", ended=True)
    if kind == "halfyear":
        take = half(number, "year")
        return Node(lambda year: take(year_span(year)), "year", "half", ended=True) if take else None
    return Node(lambda year: month_span(year, 1, number), "year", ended=True)


@rule
def _year(cursor: Cursor) -> Node | None:
    """Read a year, or the years of 2019–22."""
    if cursor.next.kind == "unit" and cursor.next.name == "year" and cursor.peek().kind == "year":
        cursor.take("unit")
    token = cursor.take("year")
    if not token or not _FIRST_YEAR <= token.number <= _LAST_YEAR:
        return None
    last = _two_digits_more(cursor, token.number)
    if last:
        return fixed(year_span(token.number, last - token.number + 1), "years", dated=True)
    return fixed(year_span(token.number), "year", dated=True)


@rule
def _two_digits_more(cursor: Cursor, year: int = 0) -> int | None:
    """Read the last year of 2019–22; "2019 – 22 May" is none."""
    if not cursor.take("dash", "slash"):
        return None
    number = cursor.take("number")
    if not number or number.end - number.start != 2 or cursor.next.kind in ("month", "of"):
        return None
    return year - year % 100 + number.number if number.number > year % 100 else None


@rule
def _decade(cursor: Cursor) -> Node | None:
    """Read the 1990s."""
    token = cursor.take("decade")
    return fixed(year_span(token.number, 10), "decade", dated=True) if token else None


@rule
def _day_of_month(cursor: Cursor) -> Node | None:
    """Read the 3rd, of a month yet to be told; a word ("the first") only before "of"."""
    token = cursor.take("ordinal")
    if not token or token.number > 31 or (token.name != "digits" and cursor.next.kind != "of"):
        return None

    def at(month: int) -> Span:
        day = date(month // 12, month % 12 + 1, token.number)
        return Span(day, day)

    return Node(at, "month", "day")


_RULES = (
    _in_figures,
    _weekday_and_date,
    _day_then_month,
    _month_then_day,
    _month,
    _weekday,
    _holiday,
    _season,
    _quarter_or_half,
    _year,
    _decade,
    _day_of_month,
)
