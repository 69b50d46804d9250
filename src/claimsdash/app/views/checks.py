"""The page of what claims cannot all be true of."""

from claimsdash.app.checks import show

show()
