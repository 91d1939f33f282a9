"""Keyness, dispersion and collocates from an index: those of the tables, and worked examples."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import hypergeom
from statsmodels.stats.contingency_tables import StratifiedTable

from helpers.errors import InputError
from helpers.statistics.collocation import collocates
from helpers.statistics.concordance import (
    Index,
    collocates_of,
    dispersion_of,
    keyness_between,
    selection_counts,
)
from helpers.statistics.dispersion import dispersion
from helpers.statistics.keyness import keyness


def tokens_of(*words: str, issues: int = 2) -> tuple[pd.DataFrame, Index]:
    """Articles whose words are single characters => the table `tokens` and the index."""
    names = [f"a{i}" for i in range(len(words))]
    articles = pd.DataFrame(
        {"article_id": names, "issue_id": [f"i{i % issues}" for i in range(len(words))]}
    ).assign(text=list(words))
    rows = [
        (a, i, i + 1, w) for a, text in zip(names, words, strict=True) for i, w in enumerate(text)
    ]
    tokens = pd.DataFrame(rows, columns=["article_id", "start", "end", "term"])
    tokens = tokens.astype({"start": "int64", "end": "int64", "article_id": "str", "term": "str"})
    return tokens, Index.of(articles, tokens=tokens)


WORDS = st.lists(st.text("甲乙丙丁。", max_size=25), min_size=2, max_size=6)


@given(WORDS)
@settings(max_examples=30)
def test_an_index_counts_what_the_table_counts(words: list[str]) -> None:
    tokens, index = tokens_of(*words)
    half = [f"a{i}" for i in range(0, len(words), 2)]
    one, two = selection_counts(tokens, half), selection_counts(index, half)
    pd.testing.assert_series_equal(one.sort_index(), two.sort_index())
    for part in ("article_id", "issue_id"):
        issue = dict(zip(index.store.article_ids, index.store.issue_ids, strict=True))
        table = dispersion(tokens.assign(issue_id=tokens["article_id"].map(issue)), part=part)
        pd.testing.assert_frame_equal(
            dispersion_of(index, part=part), table, check_dtype=False, rtol=1e-9, atol=1e-9
        )
    company = collocates(tokens, "甲", window=2, least=1, shuffles=0)
    kept = [c for c in company.columns if c not in ("baseline", "p", "q")]
    pd.testing.assert_frame_equal(
        collocates_of(index, "甲", window=2, least=1)[kept], company[kept], check_dtype=False
    )


def test_dispersion_of_gries() -> None:
    # Gries (2008): five parts of 9, 10, 10, 10 and 11 words with 'a' 1, 2, 3, 4 and 5 times.
    words = [
        "甲" * k + "乙" * (n - k) for k, n in zip((1, 2, 3, 4, 5), (9, 10, 10, 10, 11), strict=True)
    ]
    _, index = tokens_of(*words)
    row = dispersion_of(index, ["甲"]).iloc[0]
    assert round(row["dp"], 2) == 0.18
    assert (row["count"], row["range"], row["n_parts"]) == (15, 5, 5)
    with pytest.raises(InputError, match="no part"):
        dispersion_of(index, part="year")


def test_keyness_between_any_two_selections() -> None:
    tokens, index = tokens_of("甲甲乙", "乙丙丁", "丁丁", "甲")
    a = keyness_between(index, ["a0"], ["a1"])
    b = keyness_between(tokens, ["a0"], ["a1"])
    pd.testing.assert_frame_equal(a, b)
    whole = keyness(pd.Series({"甲": 2, "乙": 1}), pd.Series({"乙": 1, "丙": 1, "丁": 1}))
    pd.testing.assert_frame_equal(a, whole, check_dtype=False)
    assert keyness_between(index, ["a0"])["count"].sum() == 3
    assert keyness_between(index, ["a0"])["other"].sum() == 6
    assert "甲" not in set(keyness_between(index, ["a0"], leave_out=["甲"])["term"])


def test_selections_that_cannot_be_compared() -> None:
    _, index = tokens_of("甲", "乙", "")
    for chosen, rest, said in (
        (["a0", "a1"], ["a1"], "1 articles are in both selections: a1"),
        (["a2"], ["a1"], "the first selection has no words"),
        (["a0"], [], "the second selection has no words"),
        (["a9"], None, "not in the index"),
    ):
        with pytest.raises(InputError, match=said):
            keyness_between(index, chosen, rest)


def test_collocates_by_whole_sentences() -> None:
    _, index = tokens_of("甲乙。丙丁。", "丙甲\n丁丁")
    found = collocates_of(index, "甲", window=None, within="sentence", least=1)
    # The line feed is a token of this made table, and ends its sentence.
    assert dict(zip(found["term"], found["near"], strict=True)) == {
        "乙": 1,
        "。": 1,
        "丙": 1,
        "\n": 1,
    }
    near = collocates_of(index, "丙", window=3, within="sentence", least=1)
    assert dict(zip(near["term"], near["near"], strict=True)) == {
        "丁": 1,
        "。": 1,
        "甲": 1,
        "\n": 1,
    }
    assert collocates_of(index, "戊").empty
    for asked in ({"window": None}, {"window": 0}, {"within": "page"}):
        with pytest.raises(InputError):
            collocates_of(index, "甲", **asked)


def test_the_baseline_is_that_of_mantel_and_haenszel() -> None:
    words = ["甲乙丙丙丁乙丙丁丁丁", "丁丁甲乙乙丁丁丙", "乙丙丁丁丁丁甲乙丁丁丁"]
    _, index = tokens_of(*words)
    found = collocates_of(index, "甲", window=1, least=1).set_index("term").loc["乙"]
    # [[near 乙, near else], [far 乙, far else]] in each article.
    tables = [np.array([[1, 0], [1, 7]]), np.array([[1, 1], [1, 4]]), np.array([[1, 1], [1, 7]])]
    test = StratifiedTable([t.astype(float) for t in tables])
    assert found["near"] == 3
    z = (3 - found["baseline"]) ** 2
    null = test.test_null_odds()
    variance = sum(
        t.sum(0)[0] * t.sum(0)[1] * t.sum(1)[0] * t.sum(1)[1] / (t.sum() ** 2 * (t.sum() - 1))
        for t in tables
    )
    assert z / variance == pytest.approx(null.statistic)
    # And p is that of the exact distribution, nearly.
    exact = np.array([1.0])
    for t in tables:
        law = hypergeom(t.sum(), t[:, 0].sum(), t[0].sum())
        exact = np.convolve(exact, law.pmf(np.arange(t[0].sum() + 1)))
    assert found["p"] == pytest.approx(exact[3:].sum(), rel=0.15)


def test_chance_is_near_that_of_shuffling() -> None:
    generator = np.random.default_rng(5)
    words = ["".join(generator.choice(list("甲乙丙丁戊己"), 60)) for _ in range(30)]
    tokens, index = tokens_of(*words)
    one = collocates(tokens, "甲", window=2, shuffles=499).set_index("term")
    two = collocates_of(index, "甲", window=2).set_index("term")
    assert ((one["p"] - two["p"].reindex(one.index)).abs() < 0.12).all()
    assert np.allclose(one["baseline"], two["baseline"].reindex(one.index), rtol=0.05)
