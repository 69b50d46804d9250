"""The page on method and licence."""

from claimsdash.app.about import show

show()
