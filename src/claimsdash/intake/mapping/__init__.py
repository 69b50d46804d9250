"""Any table of figures to claims: what each column is, what has to be asked, and how it is remembered."""

from claimsdash.intake.mapping.applying import Origins, to_claims
from claimsdash.intake.mapping.model import (
    NOTHING_CHOSEN,
    Choices,
    Measure,
    Option,
    Part,
    Question,
    TableMapping,
)
from claimsdash.intake.mapping.proposing import propose
from claimsdash.intake.mapping.saving import MappingError, read_mapping, save_mapping, shape_key

__all__ = [
    "NOTHING_CHOSEN", "Choices", "MappingError", "Measure", "Option", "Origins", "Part", "Question", "TableMapping",
    "propose", "read_mapping", "save_mapping", "shape_key", "to_claims",
]  # fmt: skip  # several to a line
