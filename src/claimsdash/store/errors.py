"""What can go wrong in a workspace, in words for the person who has to mend it."""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager

from claimsdash.domain.errors import ClaimsdashError


class WorkspaceError(ClaimsdashError):
    """The workspace cannot be opened, read or written; the text names the place and the remedy."""


class LedgerError(WorkspaceError):
    """What was asked of the ledger cannot be done as things stand; nothing was changed."""


class DamageError(WorkspaceError):
    """A file of the workspace does not hold what was written to it; the text names the file."""


_REASONS = {
    errno.EACCES: "it may not be written by this user. Change its permissions, or choose another workspace.",
    errno.EPERM: "it may not be written by this user. Change its permissions, or choose another workspace.",
    errno.EROFS: "the disk is read-only. Choose a workspace on another disk.",
    errno.ENOSPC: "the disk is full. Free some space and try again.",
    errno.EDQUOT: "the quota of the disk is used up. Free some space and try again.",
    errno.ENOTDIR: "a part of its address is a file, not a folder. Choose another address.",
    errno.EEXIST: "a file of that name is in the way. Choose another address.",
    errno.ENOENT: "it does not exist. Check the address.",
}


def _number(error: OSError) -> int:
    """Return the number of the error, which Delta gives in the text alone."""
    told = re.search(r"\(os error (\d+)\)", str(error))
    return error.errno or (int(told[1]) if told else 0)


@contextmanager
def telling_where(address: str) -> Iterator[None]:
    """Turn any error of the operating system inside the block into a WorkspaceError about the address."""
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(_number(error), f"{error.strerror or error}.")
        raise WorkspaceError(f"Cannot use {address}: {reason}") from error
