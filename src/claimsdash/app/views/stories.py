"""The page of stories."""

from claimsdash.app.stories import show

show()
