"""Engines over tables that are in no workspace."""

import pandas as pd
from hypothesis import given
from pandas.testing import assert_frame_equal

from choosing import chosen
from claimsdash.domain.selection import Selection
from claimsdash.intake.table import CLAIM_DTYPES
from claimsdash.store.queries import reports_of
from claimsdash.store.rows import engine_over
from drawing import drawn, selections, tables
from making import a_table


@drawn
@given(tables, selections)
def test_a_filter_means_what_it_means_in_a_workspace(claims: pd.DataFrame, selection: Selection) -> None:
    order = ["as_of_end", "reported_end", "report_id"]
    expected = chosen(claims, selection).sort_values(order, na_position="last").reset_index(drop=True)
    assert_frame_equal(reports_of(engine_over(claims), selection), expected)


def test_an_empty_table_gives_an_empty_one() -> None:
    rows = reports_of(engine_over(a_table()), Selection(topic="shells"))
    assert {name: str(dtype) for name, dtype in rows.dtypes.items()} == CLAIM_DTYPES
