"""The source page: one claimant, all it said, how it revised that, and where it stands against the others."""

from claimsdash.app.source.page import gathered, of_source, show

__all__ = ["gathered", "of_source", "show"]
