"""Errors for files and cells that cannot be read: apart, so that a child process can raise them without pandas."""

from claimsdash.domain.errors import ClaimsdashError


class ReadingError(ClaimsdashError):
    """A file that cannot be read as a table at all."""


class CellError(ClaimsdashError):
    """A cell that is none of its kind: why, and what would be right."""

    def __init__(self, reason: str, remedy: str) -> None:
        """Keep both for the problem of the row."""
        super().__init__(f"{reason}: {remedy}")
        self.reason = reason
        self.remedy = remedy
