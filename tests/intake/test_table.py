"""The columns and types of a claims table."""

import pandas as pd

from claimsdash.intake.table import CLAIM_DTYPES, as_claims_table
from making import a_claim, a_table


def test_an_empty_table_has_every_column_and_type() -> None:
    table = a_table()
    assert {name: str(dtype) for name, dtype in table.dtypes.items()} == CLAIM_DTYPES
    assert table.empty


def test_a_missing_text_is_null_and_never_an_empty_or_spelled_out_string() -> None:
    table = a_table(a_claim(speaker=None), a_claim(report_id="b", speaker="Shin Won-sik"))
    assert table["speaker"].isna().tolist() == [True, False]


def test_columns_of_other_names_are_left_out() -> None:
    assert "colour" not in as_claims_table(pd.DataFrame({"colour": ["red"]})).columns
