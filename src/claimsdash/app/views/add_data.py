"""The page where a table is added, checked, removed and brought back."""

from claimsdash.app.adding import show

show()
