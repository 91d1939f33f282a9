"""Correspondence analysis: Greenacre's published example, and planted places found again."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from helpers.errors import InputError
from helpers.statistics.structure.correspondence import correspondence
from helpers.statistics.structure.regions import LEAST_UNITS, axis_stability, regions

GROUPS = ("none", "light", "medium", "heavy")
#: Smoking by rank in a firm (Greenacre 1984, table 3.1; the data `smoke` of the R package ca).
SMOKE = {
    "SM": (4, 2, 3, 2),
    "JM": (4, 3, 7, 4),
    "SE": (25, 10, 12, 4),
    "JE": (18, 24, 33, 13),
    "SC": (10, 6, 7, 2),
}
NATIONAL = (42, 29, 20, 9)


def tidy(table: dict[str, tuple[int, ...]]) -> pd.DataFrame:
    rows = [(r, g, n) for r, line in table.items() for g, n in zip(GROUPS, line, strict=True)]
    return pd.DataFrame(rows, columns=["term", "group", "count"])


def published() -> tuple[pd.DataFrame, pd.DataFrame]:
    both = tidy({**SMOKE, "national": NATIONAL})
    found = correspondence(both, supplementary_rows=["national"])
    points = found.points.set_index("name")
    # Signs mean nothing: turned so that smokers lie to the left, as in the book.
    for axis, name in ((1, "none"), (2, "SM")):
        sign = np.sign(points.loc[name, f"dimension_{axis}"]) * (-1 if axis == 1 else 1)
        points[f"dimension_{axis}"] *= sign
    return points, found.axes


def test_inertias_are_those_published() -> None:
    _, axes = published()
    assert axes["eigenvalue"].tolist() == pytest.approx([0.074759, 0.010017, 0.000414], abs=1e-6)
    assert axes["total_inertia"].iloc[0] == pytest.approx(0.085190, abs=1e-6)
    assert axes["share"].tolist() == pytest.approx([0.878, 0.118, 0.005], abs=1e-3)
    chi2, p, degrees, _ = chi2_contingency(list(SMOKE.values()))
    assert axes.loc[0, ["chi_squared", "degrees", "p"]].tolist() == pytest.approx(
        [chi2, degrees, p]
    )


def test_coordinates_are_those_published() -> None:
    points, _ = published()
    expected = {
        "SM": (-0.0658, 0.1937),
        "JM": (0.2590, 0.2433),
        "SE": (-0.3806, 0.0107),
        "JE": (0.2330, -0.0577),
        "SC": (-0.2011, -0.0789),
        "none": (-0.3933, 0.0305),
        "light": (0.0995, -0.1411),
        "medium": (0.1963, -0.0074),
        "heavy": (0.2938, 0.1978),
        "national": (-0.2584, -0.1176),
    }
    for name, place in expected.items():
        found = points.loc[name, ["dimension_1", "dimension_2"]].tolist()
        assert found == pytest.approx(place, abs=6e-5), name


def test_contributions_and_qualities_are_those_published() -> None:
    points, _ = published()
    # In permills, as ca prints them: CTR and COR of the first axis, quality, inertia.
    permills = points.loc[["SM", "JM", "SE", "JE", "SC"]]
    assert (permills["contribution_1"] * 1000).round().tolist() == [3, 84, 512, 331, 70]
    assert (permills["cos2_1"] * 1000).round().tolist() == [92, 526, 999, 942, 865]
    assert (permills["quality"] * 1000).round().tolist() == [893, 991, 1000, 1000, 999]
    assert (permills["inertia"] * 1000).round().tolist() == [31, 139, 450, 308, 71]
    assert np.isnan(points.loc["national", "contribution_1"])


def test_supplementary_points_change_nothing() -> None:
    with_it = correspondence(tidy({**SMOKE, "n": NATIONAL}), supplementary_rows=["n"])
    without = correspondence(tidy(SMOKE))
    pd.testing.assert_frame_equal(with_it.axes, without.axes)


def test_too_small_a_table_and_bad_counts_are_refused() -> None:
    with pytest.raises(InputError, match="needs 3 rows and 3 columns"):
        correspondence(tidy(SMOKE)[lambda f: f["group"].isin(["none", "light"])])
    with pytest.raises(InputError, match="no count"):
        correspondence(tidy(SMOKE).assign(count=-1))
    with pytest.raises(InputError, match="no column"):
        correspondence(tidy(SMOKE), value="n")


@settings(max_examples=25)
@given(st.lists(st.lists(st.integers(0, 40), min_size=4, max_size=4), min_size=3, max_size=6))
def test_any_table_adds_up_or_is_refused(lines: list[list[int]]) -> None:
    table = {f"r{i}": tuple(line) for i, line in enumerate(lines)}
    try:
        found = correspondence(tidy(table), dimensions=3)
    except InputError:
        return
    assert found.axes["eigenvalue"].between(-1e-12, 1 + 1e-9).all()
    for side, points in found.points.groupby("side"):
        assert points["mass"].sum() == pytest.approx(1), side
        assert (points["mass"] * points["dimension_1"]).sum() == pytest.approx(0, abs=1e-9)
        if found.axes["eigenvalue"].iloc[0] > 1e-9:
            assert points["contribution_1"].sum() == pytest.approx(1)


def planted() -> pd.DataFrame:
    """Return tokens of 60 articles in three groups: a word for each, a word of all, a rare one.

    甲 is apart from the other two, which share words: the first axis is not the second.
    """
    generator = np.random.default_rng(3)
    other = {"甲": ("乙词", 0.05), "乙": ("丙词", 0.3), "丙": ("乙词", 0.3)}
    rows = []
    for article in range(60):
        group = "甲乙丙"[article % 3]
        near, share = other[group]
        own = generator.choice([f"{group}词", near], size=12, p=[1 - share, share])
        rows += [(f"a{article}", group, w) for w in [*own, *["常用"] * generator.poisson(4)]]
    rows += [("a0", "甲", "罕见")]
    return pd.DataFrame(rows, columns=["article_id", "group", "term"])


def test_a_word_of_every_group_covers_the_origin_and_planted_words_do_not() -> None:
    found = regions(planted()).set_index("name")
    assert found.loc["常用", "covers_origin"]
    assert not found.loc[["甲词", "乙词", "丙词"], "covers_origin"].any()
    assert (found.loc[["甲", "乙", "丙"], "width"] > 0).all()
    assert found.loc["甲", "n_units"] == 20
    assert axis_stability(planted())["stable"].all()


def test_few_articles_have_no_ellipse_and_say_so() -> None:
    found = regions(planted()).set_index("name")
    assert found.loc["罕见", "n_units"] < LEAST_UNITS
    assert found.loc["罕见", "too_few"]
    assert np.isnan(found.loc["罕见", "width"])


def test_noise_has_no_stable_axes() -> None:
    generator = np.random.default_rng(8)
    rows = [
        (f"a{i}", "甲乙丙丁"[i % 4], f"词{generator.integers(12)}")
        for i in range(40)
        for _ in range(9)
    ]
    noise = pd.DataFrame(rows, columns=["article_id", "group", "term"])
    assert not axis_stability(noise)["stable"].all()
