"""A view as one file that opens in a browser without a network."""

from claimsdash.export.report.page import Made, write_report

__all__ = ["Made", "write_report"]
