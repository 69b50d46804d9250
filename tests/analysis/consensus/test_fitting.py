"""The pooled band: against other methods, on the edge, and as the reader is told of it."""

import math
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.stats import norm
from scipy.stats import t as student_t
from statsmodels.stats.meta_analysis import combine_effects

from analysis.consensus.making import claims_of, many_claims
from claimsdash.analysis.consensus import NoBand, Shape, fit, pooled_band, say_fit
from claimsdash.analysis.consensus.sentences import ASSUMES
from claimsdash.analysis.consensus.student import FloatArray, IntArray
from claimsdash.domain.errors import ClaimsdashError

QUANTILES = ["p2.5", "p10", "p50", "p90", "p97.5"]


def five(**given: Any) -> list[dict[str, Any]]:
    return [{"best": 100.0 + n, "claimant": f"s{n % 3}", **given} for n in range(5)]


def test_ten_exact_claims_of_one_date_agree_with_paule_mandel_and_hartung_knapp() -> None:
    logs = 8.0 + 0.4 * norm.ppf((np.arange(10) + 0.5) / 10.0) / 0.952
    pooled = combine_effects(logs, np.full(10, 0.005**2), method_re="iterated", use_t=True)
    low, high = pooled.conf_int(use_t=True)[3]
    band = pooled_band(claims_of(*({"best": math.exp(y)} for y in logs)), growth="level")
    found = np.log(band[["p2.5", "p50", "p97.5"]].to_numpy(dtype=float)[0])
    assert found == pytest.approx(np.array([low, logs.mean(), high]), abs=0.03)


def test_the_quantiles_are_those_of_the_posterior_summed_over_a_grid() -> None:
    logs, source = np.array([8.0, 8.3, 7.6, 8.1, 8.9, 8.2, 7.9, 8.5]), np.array([0, 0, 1, 1, 2, 2, 3, 3])
    rows = ({"best": math.exp(y), "claimant": f"s{s}"} for y, s in zip(logs, source, strict=True))
    found = np.log(pooled_band(claims_of(*rows), growth="level")[QUANTILES].to_numpy(dtype=float)[0])
    assert found == pytest.approx(_posterior_on_a_grid(logs, source), abs=0.05)


def _posterior_on_a_grid(logs: FloatArray, source: IntArray) -> FloatArray:
    """Sum the model over level, leans and both scales, for claims of one date."""
    step = 0.0125
    level, reach = np.arange(-2.5, 2.5, step) + np.median(logs), 320
    lean = np.arange(-reach, reach + 1) * step
    eta = level[0] + np.arange(-reach, len(level) + reach) * step
    total = np.zeros_like(level)
    for s in np.geomspace(0.004, 1.2, 16):
        sigma = math.hypot(s, 0.02)
        ends = [np.log(1 + way * 0.005) for way in (1, -1)]
        inside = [np.subtract(*(student_t.cdf((y + end - eta) / sigma, 4) for end in ends)) for y in logs]
        by_source = [np.prod([p for p, who in zip(inside, source, strict=True) if who == k], axis=0) for k in range(4)]
        for tau in np.geomspace(0.02, 2.0, 16):
            spread = student_t.pdf(lean / tau, 4)
            chance = np.prod([np.convolve(p, spread / spread.sum(), "valid") for p in by_source], axis=0)
            total += s * tau * math.exp(-0.5 * (s / 0.25) ** 2 - 0.5 * (tau / 0.5) ** 2) * chance
    share = total.cumsum() / total.sum()
    return np.asarray(np.interp([0.025, 0.1, 0.5, 0.9, 0.975], share, level))


def test_the_same_claims_in_another_order_give_the_same_numbers() -> None:
    claims = many_claims(40, 7)
    shuffled = claims.sample(frac=1.0, random_state=3)
    one, other = fit(claims, growth="cumulative"), fit(shuffled, growth="cumulative")
    pd.testing.assert_frame_equal(one.band, other.band, check_exact=True)
    pd.testing.assert_frame_equal(one.house, other.house, check_exact=True)


def test_the_claims_handed_over_are_left_unchanged() -> None:
    claims = many_claims(12, 4)
    before = claims.copy()
    pooled_band(claims, growth="cumulative")
    pd.testing.assert_frame_equal(claims, before)


def test_another_unit_only_moves_the_scale() -> None:
    claims = many_claims(30, 6)
    thousands = claims.assign(low=claims["low"] * 1000, best=claims["best"] * 1000)
    one, other = (pooled_band(table, growth="cumulative")[QUANTILES] for table in (claims, thousands))
    assert other.to_numpy() == pytest.approx(one.to_numpy() * 1000, rel=1e-3)


def test_a_running_total_never_falls_and_stays_between_first_and_last_date() -> None:
    claims = many_claims(25, 6)
    band = pooled_band(claims, growth="cumulative")
    assert (band[QUANTILES].diff().dropna() >= 0).all(axis=None)
    assert (band[QUANTILES].diff(axis=1).iloc[:, 1:] > 0).all(axis=None)
    assert str(band["date"].min().date()) == claims["as_of"].min()
    assert str(band["date"].max().date()) == claims["as_of"].max()
    assert band["date"].is_unique


def test_shares_stay_between_none_and_all() -> None:
    values = (0.0, 0.9, 0.99, 1.0, 0.97, 0.95)
    band = pooled_band(claims_of(*({"best": value} for value in values)), growth="share")
    assert band[QUANTILES].to_numpy().min() > 0.0
    assert band[QUANTILES].to_numpy().max() < 1.0


def test_floors_pull_less_than_strict_limits() -> None:
    rows = [{"best": 100.0 * 1.2**n, "claimant": f"s{n}"} for n in (-2, -1, 0, 1, 2)]
    rows += [{"kind": "lower_bound", "low": 100.0, "claimant": f"s{n}"} for n in (5, 6, 7)]
    rows += [{"kind": "lower_bound", "low": 90.0, "claimant": f"s{n}"} for n in (8, 9, 10)]
    read, strict = (fit(claims_of(*rows), growth="level", strict=way) for way in (False, True))
    assert read.band["p50"].iloc[0] < strict.band["p50"].iloc[0]
    assert any("leans upwards" in sentence for sentence in say_fit(strict))


def test_house_effects_name_who_stands_above_and_are_unknown_below_three_claims() -> None:
    days = [f"2024-{month:02}-01" for month in range(1, 11)]
    rows = [
        {"claimant": who, "as_of": day, "best": factor * (100 + n) + k}
        for k, (who, factor) in enumerate((("high", 2.0), ("a", 1.0), ("b", 1.0), ("c", 0.95), ("d", 1.05)))
        for n, day in enumerate(days)
    ]
    table = fit(claims_of(*rows, {"claimant": "once", "best": 80}), growth="level").house
    house = table.set_index("claimant").to_dict("index")
    assert house["high"]["low"] > 1.3
    assert house["a"]["low"] < 1.0
    assert house["once"] == pytest.approx({"n": 1, "factor": math.nan, "low": math.nan, "high": math.nan}, nan_ok=True)


def test_what_another_source_would_say_is_wider_than_the_band() -> None:
    found = fit(many_claims(40, 8), growth="cumulative")
    assert (found.next_source["p90"] > found.band["p90"]).all()
    assert (found.next_source["p10"] < found.band["p10"]).all()


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([], "no claim can be pooled"),
        ([{"best": 5}], "rest on 1 source,"),
        (five(claimant="s"), "rest on 1 source,"),
        ([{"best": 5 + n, "claimant": f"s{n % 2}"} for n in range(9)], "rest on 2 sources,"),
        ([{"best": 5 + n} for n in range(4)], "4 claims cannot carry one, at least 5"),
        ([{"best": 5}, *({"low": 3 + n, "kind": "lower_bound"} for n in range(7))], "1 claim of 8 is more than"),
        ([{"best": 5} for n in range(9)], "equal figures for one date, count once"),
        ([{"kind": "vague", "low": 200}], "no claim can be pooled"),
    ],
)
@pytest.mark.parametrize("growth", ["cumulative", "level"])
def test_too_little_is_refused_in_words(rows: list[dict[str, Any]], reason: str, growth: str) -> None:
    with pytest.raises(NoBand, match=reason):
        fit(claims_of(*rows), growth=growth)


@pytest.mark.parametrize(
    "rows",
    [
        five(),
        [{"best": 5, "as_of": f"2024-01-{n + 1:02}"} for n in range(6)],
        [{"best": 10.0 ** (3 * n)} for n in range(5)],
        five(as_of="2024-12-01", reported_on="2024-01-01"),
        five(as_of="2023/2024"),
        [*five(), {"kind": "lower_bound", "low": 1e6}, {"kind": "upper_bound", "high": 1e-3}],
        [*five(), {"kind": "exact", "best": 0}],
        [{"best": 5 + n, "as_of": f"{1000 + 200 * n}"} for n in range(6)],
    ],
)
def test_odd_claims_give_a_whole_band(rows: list[dict[str, Any]]) -> None:
    found = fit(claims_of(*rows), growth="cumulative")
    assert np.isfinite(found.band[QUANTILES]).all(axis=None)
    assert found.band[QUANTILES].gt(0).all(axis=None)


def test_a_level_a_way_to_grow_or_columns_unknown_are_refused() -> None:
    with pytest.raises(ClaimsdashError, match="give cumulative, level, share"):
        pooled_band(claims_of(*five()), growth="falls")
    with pytest.raises(ClaimsdashError, match="lack claimant"):
        pooled_band(claims_of(*five()).drop(columns="claimant"), growth="level")


def test_relays_do_not_narrow_the_band_and_are_counted_as_reports() -> None:
    claims = many_claims(20, 6)
    echoes = claims.assign(relay_of=claims["id"], id="r" + claims["id"], claimant="wire")
    one, echoed = fit(claims, growth="cumulative"), fit(pd.concat([claims, echoes]), growth="cumulative")
    pd.testing.assert_frame_equal(one.band, echoed.band)
    assert (echoed.counts.claims, echoed.counts.sources, echoed.counts.reports) == (20, 6, 40)


def test_few_sources_make_a_thin_band_and_it_is_said() -> None:
    thin, full = fit(many_claims(12, 5), growth="cumulative"), fit(many_claims(12, 6), growth="cumulative")
    assert (thin.shape, full.shape) == (Shape.THIN_BAND, Shape.BAND)
    assert "Few sources: much of this width is assumption." in say_fit(thin)
    assert "Few sources: much of this width is assumption." not in say_fit(full)


@pytest.mark.parametrize(("n_claims", "shape"), [(9, Shape.THIN_BAND), (10, Shape.BAND)])
def test_few_claims_make_a_thin_band_too(n_claims: int, shape: Shape) -> None:
    assert fit(many_claims(n_claims, 6), growth="cumulative").shape is shape


def test_the_reader_is_told_what_the_band_is_and_is_not() -> None:
    assert say_fit(fit(many_claims(12, 6), growth="cumulative")) == (
        "Pooled from 12 claims of 6 sources (12 reports). 80 % and 95 % bands.",
        ASSUMES,
        "If all sources lean the same way, the band leans with them. It does not say who is right.",
        "'More than' counts as a floor, not as the number: 4 floors are used.",
        "Outside the first and last as-of date nothing is drawn.",
        "The line only rises because the topic is a running total.",
        "House effect: how far a source stands from the pooled level, not how far from the truth.",
    )


def test_the_band_carries_its_counts() -> None:
    band = pooled_band(many_claims(12, 6), growth="cumulative")
    assert band.attrs == {"shape": "band", "claims": 12, "sources": 6, "reports": 12}


ODD_NUMBERS = st.none() | st.sampled_from([0.0, 1.0, 1e-300, 1e300, -3.0, math.inf, 0.999999])
NUMBERS = st.floats(0.01, 1e9) | st.floats(0.01, 0.99) | ODD_NUMBERS
DATES = st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 1, 1)).map(str)
ROWS = st.fixed_dictionaries(
    {
        "claimant": st.sampled_from(["s1", "s2", "s3", "s4", "s5"]),
        "as_of": DATES | st.sampled_from([None, "2024", "2024-02-26", "2023-01-01/2024-05-01", "soon"]),
        "kind": st.sampled_from(["exact", "approximate", "range", "lower_bound", "upper_bound", "vague"]),
        "low": st.none() | NUMBERS,
        "best": NUMBERS,
        "high": st.none() | NUMBERS,
        "relay_of": st.none() | st.sampled_from([None, None, "c0", "c1", "lost"]),
    }
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ROWS, max_size=20), st.sampled_from(["cumulative", "level", "share"]))
def test_any_table_gives_a_band_or_a_worded_refusal(rows: list[dict[str, Any]], growth: str) -> None:
    try:
        found = fit(claims_of(*rows), growth=growth)
    except NoBand as refusal:
        assert refusal.reason.startswith("No band: ")  # noqa: PT017 - a band is as welcome as a refusal
        return
    bands = np.isfinite(found.band[QUANTILES].to_numpy(dtype=float))
    assert len(bands)
    assert bands.all() if found.shape in (Shape.BAND, Shape.THIN_BAND) else bands.any(axis=1).all()
    assert all(say_fit(found))
