"""The table to fill in."""

from claimsdash.domain.claim import FIELDS
from claimsdash.intake.importing import Outcome, import_bytes
from claimsdash.intake.template import template_csv
from making_package import a_package


def test_the_template_has_every_column_and_checks_without_a_problem() -> None:
    package = a_package()
    report = import_bytes(template_csv(package), "template.csv", package)
    assert (report.outcome, report.problems, len(report.claims)) == (Outcome.ACCEPT, [], 2)
    assert template_csv(package).decode("utf-8-sig").splitlines()[0].split(",") == [field.name for field in FIELDS]
