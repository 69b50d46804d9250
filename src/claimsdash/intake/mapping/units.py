"""The unit of a measure: from its name, its cells, the title or the kind of its numbers; else a question."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from claimsdash.intake.mapping.currencies import CURRENCY_SIGNS
from claimsdash.intake.mapping.model import Option, Part, Question
from claimsdash.intake.mapping.numerals import digits_of
from claimsdash.intake.mapping.profiles import Profile
from claimsdash.intake.mapping.vocabulary import COUNTED, MONEY_WORDS, OPINION_WORDS, SHARE_WORDS, UNIT_NOUNS

FRACTION, AS_WRITTEN = "fraction", "as_written"
PERCENT, CURRENCY = "percent", "currency"
BY_TOPIC = "by topic"


@dataclass(frozen=True)
class Amounts:
    """The numbers of a measure, over all its columns, and the signs that stand beside them."""

    values: tuple[float, ...]
    currencies: frozenset[str]
    has_percent: bool
    all_have_currencies: bool = False

    @property
    def are_whole(self) -> bool:
        """Whether none has decimals."""
        return all(value == int(value) for value in self.values if abs(value) < 1e300)

    @property
    def are_fractions(self) -> bool:
        """Whether all lie between -1 and 1 and some are not whole."""
        return bool(self.values) and max(map(abs, self.values)) <= 1 and not self.are_whole

    @property
    def have_cents(self) -> bool:
        """Whether the numbers have two decimals, as sums of money do."""
        return not self.are_whole and all(abs(value * 100 - round(value * 100)) < 1e-6 for value in self.values)


def amounts_of(profiles: Sequence[Profile], marks: Mapping[str, str]) -> Amounts:
    """Return the numbers of columns, `marks` giving the decimal mark of each."""
    figures = [(figure, marks[profile.name]) for profile in profiles for figure in profile.figures]
    digits = [digits_of(figure.core, mark) for figure, mark in figures]
    currencies = frozenset(CURRENCY_SIGNS.get(figure.currency, figure.currency) for figure, _ in figures)
    has_percent = any(figure.is_percent for figure, _ in figures)
    all_have = bool(figures) and "" not in currencies
    return Amounts(tuple(float(one) for one in digits if one), currencies - {""}, has_percent, all_have)


@dataclass(frozen=True)
class Clues:
    """What is known of a measure whose unit is sought: words of its name and of the table's, unit and title."""

    words: tuple[str, ...]
    heading_unit: str
    title_unit: str
    table_words: tuple[str, ...]
    known: Collection[str]
    is_opinion: bool
    unknown_unit: str = ""


def find_unit(clues: Clues, amounts: Amounts) -> tuple[Part, str | None]:
    """Return the unit, and which question it hangs on, if any: PERCENT, CURRENCY, or "unit"."""
    share = any(word in SHARE_WORDS or "pct" in word for word in clues.words)
    if amounts.has_percent:
        return Part(constant="percent", reason="the cells have % signs"), None
    if clues.heading_unit == "percent" or (share and not clues.heading_unit):
        if amounts.are_fractions:
            return Part(constant="percent", reason="a share between 0 and 1"), PERCENT
        return Part(constant="percent", reason="its name says that it is a share"), None
    if clues.heading_unit:
        return Part(constant=clues.heading_unit, reason="its name gives the unit"), None
    if len(amounts.currencies) == 1 and amounts.currencies <= set(clues.known):
        return Part(constant=next(iter(amounts.currencies)), reason="the cells have signs of the currency"), None
    if amounts.all_have_currencies and amounts.currencies & set(clues.known):
        return Part(
            constant=min(amounts.currencies & set(clues.known)), reason="the cells have signs of currencies"
        ), None
    if clues.is_opinion and amounts.are_fractions:
        return Part(constant="percent", reason="a share between 0 and 1"), PERCENT
    if clues.is_opinion:
        return Part(constant="percent", reason="answers of a poll, between 0 and 100"), None
    return _find_by_words(clues, amounts)


def _find_by_words(clues: Clues, amounts: Amounts) -> tuple[Part, str | None]:
    if clues.unknown_unit:
        return Part(reason=f"{clues.unknown_unit} is no unit that is known"), "unit"
    if clues.title_unit:
        return Part(constant=clues.title_unit, reason="the title gives the unit"), None
    money = Part(reason="money, of a currency that the table does not name")
    if MONEY_WORDS & set(clues.words):
        return money, CURRENCY
    for word in reversed(clues.words):
        noun = next((unit for unit, nouns in UNIT_NOUNS.items() if word in nouns and unit in clues.known), None)
        if noun:
            return Part(constant=noun, reason=f"its name has the word {word}"), None
    if amounts.have_cents and MONEY_WORDS & set(clues.table_words):
        return money, CURRENCY
    if amounts.are_whole and COUNTED in clues.known:
        return Part(constant=COUNTED, reason="whole numbers and no other unit: things counted"), None
    return Part(reason="nothing in the table names the unit"), "unit"


def ask_percent(names: Sequence[str], example: float) -> Question:
    """Ask how shares between 0 and 1 are meant."""
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    options = (
        Option(FRACTION, f"fractions: {example:g} is {example * 100:.4g} %"),
        Option(AS_WRITTEN, f"per cent: {example:g} is {example:g} %"),
    )
    asks = "Are shares between 0 and 1 fractions, or per cent already?"
    return Question(PERCENT, asks, f"{example:g} under {names[0]}{more}", options, FRACTION)


def ask_currency(names: Sequence[str], known: Collection[str], hint: str | None) -> Question:
    """Ask for the currency of sums that carry none."""
    currencies = [unit for unit in ("USD", "EUR", "GBP") if unit in known]
    others = sorted(unit for unit in known if len(unit) == 3 and unit.isupper() and unit not in currencies)
    options = tuple(Option(unit, unit) for unit in (*currencies, *others))
    return Question(CURRENCY, "In which currency are the sums?", f"money under {names[0]}", options, hint)


def ask_unit(label: str, key: str, known: Sequence[str], example: str, *, by_topic: bool = False) -> Question:
    """Ask for the unit of a measure of which nothing is known; `by_topic` where some rows name it and some do not."""
    options = tuple(Option(unit, unit) for unit in known)
    if by_topic:
        options = (Option(BY_TOPIC, "the one that each row names; rows that name none are kept out"), *options)
    asks = f"In which unit is {label[:60]}?"
    return Question(key, asks, f"{example} under {label[:60]}", options, may_be_typed=True)


def find_opinions(labels: Sequence[str], amounts: Mapping[str, Amounts], *, is_poll: bool) -> set[str]:
    """Return the columns that are answers to a poll: at least two names are answers, all numbers within 0 and 100.

    In a table of polls all such columns are, whatever their names: those of parties.
    """
    if is_poll:
        within_all = [label for label in labels if all(-100 <= value <= 100 for value in amounts[label].values)]
        return set(within_all) if len(within_all) == len(labels) > 1 else set()
    answers = [label for label in labels if set(label.lower().replace("_", " ").split()) & OPINION_WORDS]
    within = all(0 <= value <= 100 for label in answers for value in amounts[label].values)
    return set(answers) if len(answers) > 1 and within else set()
