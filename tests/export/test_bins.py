"""Above 5,000 claims a view shows bins, below it the claims."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from claimsdash.analysis.display import Axis
from claimsdash.charts.bands import BandsView, bands
from claimsdash.domain.selection import Selection
from claimsdash.export.scenes.bins import Crowd, crowd_of
from claimsdash.store.engine import Engine, engine_of
from claimsdash.store.workspace import open_workspace
from making import a_claim, a_table
from storing import an_entry

AXIS = Axis("container", "container", 1.0)
ROWS = 6_000


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Return one over a claim on each of 6,000 days in a row, the last a denial without any day."""
    numbers = np.arange(ROWS)
    days = pd.Series(np.datetime64("2008-01-01", "s") + numbers * 86_400)
    days.iloc[-1] = pd.NaT
    keys = pd.Series(numbers).astype("str").array
    claims = a_table(a_claim()).iloc[numbers * 0].reset_index(drop=True)
    claims = claims.assign(report_id=keys, claim_id=keys, as_of_start=days.array, as_of_end=days.array)
    workspace = open_workspace(str(tmp_path_factory.mktemp("crowded")))
    workspace.ledger.add(claims, b"crowd", an_entry(b"crowd"))
    return engine_of(workspace)


def crowd(engine: Engine, selection: Selection) -> Crowd:
    found = crowd_of(engine, selection, AXIS)
    assert found is not None
    return found


def test_a_large_selection_is_pooled_and_every_claim_is_counted(engine: Engine) -> None:
    found = crowd(engine, Selection())
    assert (found.grain, found.n_claims, found.left_out) == ("quarter", ROWS, 1)
    assert found.bins["n_claims"].sum() + found.left_out == ROWS
    assert bands(found.bins, BandsView("containers", grain=found.grain)).data


def test_less_time_gives_the_claims_themselves(engine: Engine) -> None:
    assert crowd_of(engine, Selection(as_of_from=date(2012, 1, 1)), AXIS) is None


def test_claims_of_another_unit_are_told_and_not_drawn(engine: Engine) -> None:
    found = crowd_of(engine, Selection(), Axis("person", "person", 1.0))
    assert found is not None
    assert (len(found.bins), found.left_out) == (0, ROWS)
