"""Dates as people and tables write them, read as first and last day, and said back."""

from claimsdash.domain.dates.edtf import read_edtf, write_edtf
from claimsdash.domain.dates.period import DateError, Period
from claimsdash.domain.dates.phrases import read_period
from claimsdash.domain.dates.saying import say_period

__all__ = ["DateError", "Period", "read_edtf", "read_period", "say_period", "write_edtf"]
