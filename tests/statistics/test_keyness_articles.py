"""Keyness over articles: repetition within one article is not taken for evidence from many."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from helpers import corpus
from helpers.errors import InputError
from helpers.statistics.keyness import keyness
from helpers.statistics.keyness_articles import LEAST_ARTICLES, keyness_over_articles


def made(n: int = 20) -> pd.DataFrame:
    """Return articles of 100 tokens: 甲 once in each first one, 乙 n times in one of them alone."""
    rows = []
    for side in "xy":
        for number in range(n):
            words = ["的"] * 100
            if side == "x":
                words[:2] = ["甲", "甲"]
            if side == "x" and number == 0:
                words[2 : 2 + 2 * n] = ["乙"] * (2 * n)
            if number == 1:
                words[50] = "甲" if side == "y" else "的"
                words[51] = "乙" if side == "y" else "的"
            rows += [(f"{side}{number}", word) for word in words]
    return pd.DataFrame(rows, columns=["article_id", "term"])


def test_a_word_of_one_article_is_less_certain_than_one_of_many() -> None:
    tokens = made()
    chosen = [f"x{n}" for n in range(20)]
    found = keyness_over_articles(tokens, chosen, least=1).set_index("term")
    assert found.loc[["甲", "乙"], "count"].tolist() == [40, 40]
    # Token by token the two cannot be told apart.
    assert found.loc["甲", "q"] == found.loc["乙", "q"] < 1e-6
    assert found.loc["甲", "q_articles"] < 0.05 < found.loc["乙", "q_articles"]
    assert found.loc["甲", "low"] > 0 > found.loc["乙", "low"]
    assert found.loc["乙", ["articles", "n_articles", "other_n_articles"]].tolist() == [1, 20, 20]


def test_the_point_estimates_are_those_of_keyness() -> None:
    tokens = made()
    first = tokens["article_id"].str.startswith("x")
    plain = keyness(tokens["term"][first].value_counts(), tokens["term"][~first].value_counts())
    found = keyness_over_articles(tokens, tokens["article_id"][first].unique(), least=1)
    pd.testing.assert_frame_equal(found[plain.columns], plain)


def test_the_interval_is_that_of_scipy_bootstrap() -> None:
    from scipy.stats import bootstrap

    generator = np.random.default_rng(3)
    counts = {side: generator.poisson(mean, 30) for side, mean in (("x", 9), ("y", 4))}
    rows = [
        (f"{side}{number}", word)
        for side, each in counts.items()
        for number, count in enumerate(each)
        for word in ["甲"] * count + ["的"] * (60 - count)
    ]
    tokens = pd.DataFrame(rows, columns=["article_id", "term"])
    ids = [f"x{n}" for n in range(30)]
    found = keyness_over_articles(tokens, ids, resamples=4000).set_index("term").loc["甲"]
    reference = bootstrap(
        (counts["x"] / 60, counts["y"] / 60),
        lambda one, two, axis: np.log2(one.mean(axis=axis) / two.mean(axis=axis)),
        method="percentile",
        n_resamples=4000,
        rng=np.random.default_rng(1),
    ).confidence_interval
    assert (found["low"], found["high"]) == pytest.approx(tuple(reference), abs=0.03)


def test_few_articles_give_no_interval() -> None:
    tokens = made(LEAST_ARTICLES - 1)
    found = keyness_over_articles(tokens, [f"x{n}" for n in range(LEAST_ARTICLES - 1)])
    assert found[["low", "high", "p_articles", "q_articles"]].isna().all(axis=None)
    assert found["log_likelihood"].notna().all()


def test_wrong_selections_are_explained() -> None:
    tokens = made(2)
    with pytest.raises(InputError, match="first selection has no words"):
        keyness_over_articles(tokens, ["nowhere"])
    with pytest.raises(InputError, match="in both selections: x0"):
        keyness_over_articles(tokens, ["x0"], ["x0", "y0"])


def test_a_planted_theme_has_its_words() -> None:
    specimen = corpus.load("specimen")
    main = specimen.themes.drop_duplicates("article_id").set_index("article_id")["theme"]
    land = main.index[main == "land_acquisition"]
    found = keyness_over_articles(specimen.tokens, land).set_index("term")
    for word in ("征地", "签约"):
        assert found.loc[word, "low"] > 0
        assert found.loc[word, "q_articles"] < 0.05
