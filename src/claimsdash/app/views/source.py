"""The source page: everything one claimant said."""

from claimsdash.app.source import show

show()
