"""What a qualifier can do to a number."""

from enum import Enum, auto


class Effect(Enum):
    """What a qualifier does to the number."""

    PLAIN = auto()
    """Nothing: the number stays as firm as it is."""
    ABOUT = auto()
    BELOW = auto()
    """Up to the number, and not by much (nearly)."""
    ABOVE = auto()
    """From the number on, and not by much (just over)."""
    ODD = auto()
    """From the number to one unit of its last digit more (forty-odd)."""
    FLOOR = auto()
    CEILING = auto()
    PERHAPS = auto()
    """About, before one number; joins two (20, possibly 30)."""
    OPENS = auto()
    """Begins a range (between, from)."""
    WITHIN = auto()
    """Within 5 percent of."""
    SPREAD = auto()
    """Plus or minus."""
    REFUSED = auto()
    """Makes the number something else than what is counted."""
