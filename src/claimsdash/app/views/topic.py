"""The topic page: one question, its claims over time, by source and as a table, with the evidence beside them."""

from claimsdash.app.topic import show

show()
