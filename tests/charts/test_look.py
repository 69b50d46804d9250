"""Colours and text of every chart."""

from itertools import combinations

import numpy as np
import pytest

from charts.seeing import TO_XYZ, linear
from claimsdash.charts.look import GREY, PALETTE, chart_text, plain

_PROTANOPIA = [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
_DEUTERANOPIA = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]


def lab(light: np.ndarray) -> np.ndarray:
    ratio = (TO_XYZ @ np.clip(light, 0, 1)) / np.array([0.95047, 1.0, 1.08883])
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def difference(one: np.ndarray, other: np.ndarray) -> float:
    """Return CIEDE2000 (CIE 142-2001)."""
    (light1, a1, b1), (light2, a2, b2) = one, other
    mean = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * np.sqrt(mean**7 / (mean**7 + 25**7))
    chroma1, chroma2 = np.hypot(a1 * stretch, b1), np.hypot(a2 * stretch, b2)
    hue1, hue2 = (np.degrees(np.arctan2(b, a * stretch)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (hue2 - hue1 + 180) % 360 - 180
    hue = (hue1 + turn / 2) % 360
    light, chroma = (light1 + light2) / 2, (chroma1 + chroma2) / 2
    waves = ((1, -30, -0.17), (2, 0, 0.24), (3, 6, 0.32), (4, -63, -0.2))
    t = 1 + sum(size * np.cos(np.radians(times * hue + shift)) for times, shift, size in waves)
    by_light = (light2 - light1) / (1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2))
    by_chroma = (chroma2 - chroma1) / (1 + 0.045 * chroma)
    by_hue = 2 * np.sqrt(chroma1 * chroma2) * np.sin(np.radians(turn / 2)) / (1 + 0.015 * chroma * t)
    twist = -2 * np.sqrt(chroma**7 / (chroma**7 + 25**7)) * np.sin(np.radians(60 * np.exp(-(((hue - 275) / 25) ** 2))))
    return float(np.sqrt(by_light**2 + by_chroma**2 + by_hue**2 + twist * by_chroma * by_hue))


def test_the_difference_is_that_of_the_published_test_data() -> None:
    # Sharma, Wu and Dalal 2005, pairs 1 and 25.
    assert difference(np.array([50, 2.6772, -79.7751]), np.array([50, 0, -82.7485])) == pytest.approx(2.0425, abs=1e-4)
    assert difference(np.array([60.2574, -34.0099, 36.2677]), np.array([60.4626, -34.1751, 39.4387])) == pytest.approx(
        1.2644, abs=1e-4
    )


@pytest.mark.parametrize("sight", [np.eye(3), _PROTANOPIA, _DEUTERANOPIA], ids=["all", "protanopia", "deuteranopia"])
def test_any_two_colours_can_be_told_apart(sight: list[list[float]]) -> None:
    seen = {colour: lab(np.array(sight) @ linear(colour)) for colour in (*PALETTE, GREY)}
    assert min(difference(seen[one], seen[other]) for one, other in combinations(seen, 2)) >= 12


@pytest.mark.parametrize(
    ("typed", "safe"),
    [
        ("<a href='x'>y</a>", "&lt;a href='x'&gt;y&lt;/a&gt;"),
        ("$x^2$ & co", "&#36;x^2&#36; &amp; co"),
        ("%{y}", "&#37;{y}"),
        ("two\nlines\tand tabs", "two lines and tabs"),
        ("turn\u202eround\u200b", "turn\ufffdround\ufffd"),
        ("\ud800", "\ufffd"),
        ("Минобороны 한국", "Минобороны 한국"),
    ],
)
def test_text_is_drawn_as_typed(typed: str, safe: str) -> None:
    assert chart_text(typed) == safe


def test_long_names_end_in_an_ellipsis() -> None:
    assert plain("x" * 300) == "x" * 59 + "…"
