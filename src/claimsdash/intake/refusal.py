"""The error for a file that is no table: apart, so that a child process can raise it without importing pandas."""

from claimsdash.domain.errors import ClaimsdashError


class ReadingError(ClaimsdashError):
    """A file that cannot be read as a table at all."""
