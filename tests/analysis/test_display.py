"""Claims become marks on an axis."""

import pandas as pd

from claimsdash.analysis.display import Axis, mark_ids, place
from claimsdash.analysis.origins import renditions_of
from making import a_claim, a_table

MONTHLY = Axis("shell/month", "shell/day", 1 / 30, 1000)


def test_figures_are_divided_by_factor_and_scale_and_open_ends_stay_open() -> None:
    row = a_claim(
        unit="shell/month", base_unit="shell/day", base_low=100.0, base_best=None, base_high=None, base_at=100.0
    )
    marks, elsewhere = place(renditions_of(a_table(row)), MONTHLY)
    assert elsewhere.empty
    assert marks["y_low"].tolist() == [3.0]
    assert marks[["y_best", "y_high"]].isna().all(axis=None)


def test_claims_of_another_dimension_are_handed_back() -> None:
    marks, elsewhere = place(renditions_of(a_table(a_claim())), MONTHLY)
    assert marks.empty
    assert elsewhere["unit"].tolist() == ["container"]


def test_a_denial_without_a_number_belongs_to_every_axis() -> None:
    denial = a_claim(qualifier="none", low=None, best=None, high=None, modality="denied", base_unit="")
    assert len(place(renditions_of(a_table(denial)), MONTHLY)[0]) == 1


def test_marks_come_in_reading_order() -> None:
    late = a_claim(report_id="a", claim_id="a", as_of="2025-01-01")
    early = a_claim(report_id="b", claim_id="b", as_of="2023-01-01")
    marks, _ = place(renditions_of(a_table(late, early)), Axis("container", "container", 1.0))
    assert marks["report_id"].tolist() == ["b", "a"]


def test_a_mark_keeps_its_number_whatever_else_is_shown() -> None:
    alone = mark_ids(pd.Series(["x"]))
    among = mark_ids(pd.Series(["y", "x", "z"]))
    assert alone[0] == among[1]
    assert among.is_unique


def test_an_empty_table_gives_no_marks() -> None:
    marks, elsewhere = place(renditions_of(a_table()), MONTHLY)
    assert marks.empty
    assert elsewhere.empty
    assert {"y_low", "y_best", "y_high", "y_at", "mark_id"} <= set(marks.columns)
