"""The English words of number, as data."""

from decimal import Decimal

from claimsdash.domain.wording.word_sets import word_set

UNITS: dict[str, int] = {
    word: value
    for value, words in enumerate(
        [
            "zero|nought|naught|nil",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
    for word in words.split("|")
}
"""Words below twenty."""

TENS: dict[str, int] = {
    word: 10 * (place + 2)
    for place, words in enumerate(["twenty", "thirty", "forty|fourty", "fifty", "sixty", "seventy", "eighty", "ninety"])
    for word in words.split("|")
}

SCALES: dict[str, int] = {
    "hundred": 2,
    "thousand": 3,
    "lakh": 5,
    "lac": 5,
    "million": 6,
    "crore": 7,
    "billion": 9,
    "milliard": 9,
    "trillion": 12,
    "quadrillion": 15,
}
"""Scale words to powers of ten (short scale; lakh and crore are the Indian 10^5 and 10^7)."""

SUFFIXES: dict[str, int] = {
    "k": 3,
    "thsd": 3,
    "m": 6,
    "mn": 6,
    "mln": 6,
    "mil": 6,
    "mio": 6,
    "b": 9,
    "bn": 9,
    "bln": 9,
    "mrd": 9,
    "tn": 12,
    "trn": 12,
    "trln": 12,
}
"""Short forms after digits. In news text `m` is million unless a word of length follows (`LENGTH_WORDS`)."""

LENGTH_WORDS = word_set(
    "high tall long wide deep thick away across apart square underground altitude depth height length width "
    "offshore inland downstream upstream sprint hurdles dash"
)
"""Words after `m` that make it metres."""

GROUPS: dict[str, int] = {"dozen": 12, "score": 20}
"""Words that count in groups: single-figure numbers, however large the product."""

PLURAL_SCALES: dict[str, str] = {f"{word}s": word for word in SCALES} | {"dozens": "dozen", "scores": "score"}

DENOMINATORS: dict[str, int] = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "fifteenth": 15,
    "sixteenth": 16,
    "twentieth": 20,
    "hundredth": 100,
    "thousandth": 1000,
}
PLURAL_DENOMINATORS: dict[str, int] = {f"{word}s": value for word, value in DENOMINATORS.items()} | {"halves": 2}

GLYPHS: dict[str, tuple[int, int]] = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅐": (1, 7),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
    "⅑": (1, 9),
    "⅒": (1, 10),
}

MULTIPLES: dict[str, Decimal] = {
    "twice": Decimal(2),
    "thrice": Decimal(3),
    "double": Decimal(2),
    "doubled": Decimal(2),
    "doubling": Decimal(2),
    "triple": Decimal(3),
    "tripled": Decimal(3),
    "tripling": Decimal(3),
    "treble": Decimal(3),
    "trebled": Decimal(3),
    "quadruple": Decimal(4),
    "quadrupled": Decimal(4),
    "quadrupling": Decimal(4),
    "quintuple": Decimal(5),
    "quintupled": Decimal(5),
    "sextupled": Decimal(6),
    "halved": Decimal("0.5"),
    "halving": Decimal("0.5"),
}
"""Verbs and adverbs that state a multiple; the unit is `times`."""

COUNTS: dict[str, int] = {"pair": 2, "trio": 3, "quartet": 4, "quintet": 5}
"""Nouns that count what follows `of`."""

WORD_NUMBERS = frozenset((*UNITS, *TENS, *SCALES, *GROUPS, *DENOMINATORS, *PLURAL_DENOMINATORS, *PLURAL_SCALES))
