"""The page of saved views."""

from claimsdash.app.saved_views import show

show()
