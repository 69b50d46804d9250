"""Rows of texts to claims, with every problem told: what, where, why, and what would be right."""

from claimsdash.intake.checking.check import Checked, check_claims

__all__ = ["Checked", "check_claims"]
