"""The table to fill in: a header with every column, and two rows that show how."""

import csv
import io

from claimsdash.domain.claim import FIELDS
from claimsdash.intake.package import Package


def template_csv(package: Package) -> bytes:
    """Return a CSV file with the columns of a claims table and two example rows in the keys of the package.

    The first gives its number in words, the second as numbers. Checked as it is, it has no problem.
    """
    topic = min(package.topics.values(), key=lambda one: one.order)
    sources = list(package.sources.values())
    claimant = next((one for one in sources if "claimant" in one.roles), sources[0])
    outlet = next((one for one in sources if "outlet" in one.roles), sources[-1])
    shared = {
        "topic": topic.key,
        "unit": topic.unit,
        "claimant": claimant.key,
        "outlet": outlet.key,
        "reported_on": "2024-02-27",
        "url": "https://example.org/report",
    }
    in_words = {"value_text": "more than 30", "as_of": "2024-02-26", "notes": "Example: delete this row"}
    in_numbers = {
        "low": "20",
        "high": "40",
        "qualifier": "range",
        "since": "2023-08~",
        "as_of": "2024-02",
        "notes": "Example: delete this row too",
    }
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, [field.name for field in FIELDS])
    writer.writeheader()
    writer.writerows([shared | in_words, shared | in_numbers])
    return out.getvalue().encode("utf-8-sig")
