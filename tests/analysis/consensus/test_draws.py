"""Paths that never fall, and quantiles."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimsdash.analysis.consensus.draws import never_falling, weighted_quantiles


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20))
def test_a_path_made_never_falling_never_falls_and_a_rising_one_stays(values: list[float]) -> None:
    path = np.array([values])
    assert (np.diff(never_falling(path)) >= 0).all()
    rising = np.sort(path)
    assert (never_falling(rising) == rising).all()


def test_weights_move_a_quantile() -> None:
    values = np.arange(5.0)[:, None]
    assert weighted_quantiles(values, np.full(5, 0.2), (0.5,)).item() == pytest.approx(2.0)
    assert weighted_quantiles(values, np.array([0.6, 0.1, 0.1, 0.1, 0.1]), (0.5,)).item() < 1.0
