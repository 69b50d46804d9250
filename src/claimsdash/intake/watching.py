"""How far an import has come, told while it runs, and how one is cancelled."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from claimsdash.domain.errors import ClaimsdashError

Count = Callable[[int], None]
"""Is told how many rows are done."""


def tell_nobody(rows: int) -> None:
    """Do nothing with a number of rows."""


class Stage(StrEnum):
    """What is being done with the rows."""

    READING = "Reading"
    CHECKING = "Checking"
    STORING = "Storing"


_SHARE_OF_READING = 0.4
"""What reading takes of the whole time: measured on claim tables of 100,000 and 1,000,000 rows."""


@dataclass(frozen=True)
class Progress:
    """How many rows are done at a stage, and of how many; None where that is not known yet."""

    stage: Stage
    rows: int
    of: int | None = None

    @property
    def share(self) -> float:
        """Return how much of the whole is done, from 0 to 1; an unknown whole counts as not begun."""
        done = min(self.rows / self.of, 1.0) if self.of else 0.0
        if self.stage is Stage.STORING:
            return done
        if self.stage is Stage.READING:
            return done * _SHARE_OF_READING
        return _SHARE_OF_READING + done * (1 - _SHARE_OF_READING)

    def say(self) -> str:
        """Say it in words.

        >>> Progress(Stage.READING, 20_000, 100_000).say(), Progress(Stage.READING, 20_000).say()
        ('Reading: 20,000 of 100,000 lines', 'Reading: 20,000 rows')

        A whole that is known while a table is read is the number of lines of its file, the header's among them.
        """
        if not self.of:
            return f"{self.stage}: {self.rows:,} rows"
        unit = "lines" if self.stage is Stage.READING else "rows"
        return f"{self.stage}: {min(self.rows, self.of):,} of {self.of:,} {unit}"


Watch = Callable[[Progress], None]
"""Is told now and then how far it is; may raise CancelledError, which ends the import."""


def watch_nothing(progress: Progress) -> None:
    """Let it go on unseen."""


def tell_rows(watch: Watch, stage: Stage, of: int | None) -> Count:
    """Return who tells the watch about a number of rows of a stage."""
    return lambda rows: watch(Progress(stage, rows, of))


class CancelledError(ClaimsdashError):
    """An import that somebody stopped; nothing of it is stored."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("The import was cancelled: nothing was stored.")
