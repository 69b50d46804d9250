"""How far a long import has come, on one line of the terminal."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from claimsdash.intake.watching import CancelledError, Progress, Watch

_WAITS_S = 1.0
_WIDTH = 30


class Bar:
    """A plain bar on standard error, drawn from the second second on and only where a person sees it."""

    def __init__(self) -> None:
        """Begin to wait."""
        self._begun = time.monotonic()
        self._is_drawn = False

    def watch(self, progress: Progress) -> None:
        """Draw how far it is."""
        if not sys.stderr.isatty() or time.monotonic() - self._begun < _WAITS_S:
            return
        self._is_drawn = True
        sys.stderr.write(f"\r\x1b[2K{draw(progress)}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._is_drawn:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()


@contextmanager
def shown_as_it_goes() -> Iterator[Watch]:
    """Give a watch that draws a bar; Ctrl+C within becomes CancelledError."""
    bar = Bar()
    try:
        yield bar.watch
    except KeyboardInterrupt:
        raise CancelledError from None
    finally:
        bar.clear()


def draw(progress: Progress) -> str:
    """Return the line.

    >>> from claimsdash.intake.watching import Stage
    >>> draw(Progress(Stage.CHECKING, 500, 1000))
    '[#####################.........]  70 % Checking: 500 of 1,000 rows'
    """
    done = round(progress.share * _WIDTH)
    return f"[{'#' * done}{'.' * (_WIDTH - done)}] {progress.share:4.0%} {progress.say()}".replace("%", " %", 1)
