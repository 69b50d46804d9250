"""The page of two views side by side."""

from claimsdash.app.side_by_side import show

show()
