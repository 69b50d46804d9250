"""The home page: every topic with its question and between which latest claims it lies."""

from claimsdash.app.home import show

show()
