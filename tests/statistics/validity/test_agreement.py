"""The theme dictionary against hand labels: scores equal scikit-learn's on the specimen's key."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from sklearn.metrics import f1_score

from helpers import corpus
from helpers.statistics.validity import against_labels, alpha_of_themes, labels_of_key

KEY = Path(__file__).resolve().parents[2] / "specimen" / "key" / "themes.json"


def test_the_key_of_the_specimen_against_its_themes() -> None:
    loaded = corpus.load("specimen")
    labels = labels_of_key(json.loads(KEY.read_text("utf-8"))["articles"])
    scores = against_labels(loaded.themes, labels).set_index("theme")
    assert scores.loc["land_acquisition", ["labelled", "both"]].tolist() == [6, 6]
    assert scores.loc["all", "n_articles"] == len(loaded.articles)
    assert scores.loc["all", "precision"] > 0.9
    assert scores.loc["all", "recall"] > 0.8
    sure = labels[labels["theme"] == "community_life"].set_index("article_id")["sure"]
    ids = [a for a in loaded.articles["article_id"] if sure.get(a, True)]
    has = loaded.themes[loaded.themes["theme"] == "community_life"]["article_id"].tolist()
    expected = f1_score([a in sure.index for a in ids], [a in has for a in ids])
    assert scores.loc["community_life", "f1"] == pytest.approx(expected)
    alphas = alpha_of_themes(labels, themes=loaded.themes).set_index("theme")
    assert alphas.loc["land_acquisition", "alpha"] == 1
    assert 0.8 < alphas.loc["all", "low"] < alphas.loc["all", "alpha"] < alphas.loc["all", "high"]


def test_several_coders_and_what_one_did_not_read() -> None:
    labels = pd.DataFrame(
        [("a", "x", "k"), ("b", "other", "k"), ("c", "y", "k"), ("a", "x", "l"), ("b", "y", "l")],
        columns=["article_id", "theme", "coder"],
    ).assign(sure=True)
    themes = pd.DataFrame({"article_id": ["a", "c"], "theme": ["x", "x"]})
    scores = against_labels(themes, labels).set_index(["coder", "theme"])
    counts = ["n_articles", "labelled", "given", "both"]
    assert scores.loc[("k", "x"), counts].tolist() == [3, 1, 2, 1]
    assert scores.loc[("l", "x"), ["n_articles", "precision", "recall"]].tolist() == [2, 1, 1]
    assert np.isnan(scores.loc[("l", "y"), "precision"])
    alphas = alpha_of_themes(labels).set_index("theme")
    assert alphas["n_articles"].tolist() == [2, 2, 2]
    assert alphas.loc["x", "alpha"] == 1
    # Both read b, and only one gave it y.
    assert alphas.loc["y", "alpha"] == 0
