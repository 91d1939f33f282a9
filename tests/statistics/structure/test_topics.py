"""Topics: planted ones are found, stable at their number; small corpora are refused."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
import pytest

from helpers.errors import InputError
from helpers.statistics.structure.documents import LEAST_WORDS, Documents, documents, too_small_for
from helpers.statistics.structure.topic_stability import agreement, topic_stability
from helpers.statistics.structure.topics import topics, typical_articles

FIELDS = {
    "甲": "征地 签约 补偿 安置 拆迁 丈量 腾空 评估 过渡 宅基地".split(),
    "乙": "网格 平台 数据 上报 受理 办结 派单 终端 扫码 随手拍".split(),
    "丙": "支部 党员 书记 主题党日 宣讲 承诺 联系 示范 考核 班子".split(),
}


@cache
def planted(n: int = 90) -> pd.DataFrame:
    """Return tokens of articles of one field each, a fifth of their words from all."""
    generator = np.random.default_rng(4)
    every = [word for words in FIELDS.values() for word in words]
    rows = []
    for number in range(n):
        own = FIELDS["甲乙丙"[number % 3]]
        words = [
            *generator.choice(own, size=32),
            *generator.choice(every, size=8),
            *["的", "工作"] * 3,
        ]
        rows += [(f"a{number:03}", word) for word in words]
    return pd.DataFrame(rows, columns=["article_id", "term"])


def counted(n: int = 90) -> Documents:
    return documents(planted(n), leave_out={"工作"}, most_share=0.9)


def test_words_are_counted_as_scikit_learn_counts_them() -> None:
    from sklearn.feature_extraction.text import CountVectorizer

    texts = planted().groupby("article_id", sort=False)["term"].agg(" ".join)
    reference = CountVectorizer(token_pattern=r"\S{2,}", stop_words=["工作"], min_df=3, max_df=0.9)
    expected = reference.fit_transform(texts)
    found = counted()
    assert found.terms == reference.get_feature_names_out().tolist()
    assert (found.counts.toarray() == expected.toarray()).all()
    assert found.names == texts.index.tolist()


@pytest.mark.parametrize("method", ["nmf", "lda"])
def test_planted_topics_are_found(method: str) -> None:
    found = topics(counted(), k=3, method=method)
    words = found.terms.groupby("topic")["term"].agg(frozenset)
    assert set(words) == {frozenset(field) for field in FIELDS.values()}
    own = found.shares.loc[found.shares.groupby("document")["share"].idxmax()]
    by_field = own.groupby(own["document"].str[1:].astype(int) % 3)["topic"].nunique()
    assert by_field.tolist() == [1, 1, 1]
    assert found.shares.groupby("document")["share"].sum().tolist() == pytest.approx([1] * 90)
    assert found.sizes["share"].is_monotonic_decreasing
    assert found.typical.groupby("topic").size().tolist() == [10, 10, 10]


def test_typical_articles_lead_to_their_lines() -> None:
    names = sorted(planted()["article_id"].unique())
    articles = pd.DataFrame({"article_id": names, "issue_id": "x", "headline": "题"})
    shown = typical_articles(
        topics(counted(), k=3), articles.assign(line_first=range(1, len(names) + 1))
    )
    assert shown.groupby("topic").size().tolist() == [10, 10, 10]
    assert [int(a[1:]) + 1 for a in shown["article_id"]] == shown["line"].tolist()


def test_agreement_is_the_matched_jaccard_worked_by_hand() -> None:
    one = [frozenset({1, 2}), frozenset({3, 4})]
    other = [frozenset({3, 4}), frozenset({1, 5})]
    assert agreement(one, other) == pytest.approx((1 / 3 + 1) / 2)
    assert agreement(one, one[::-1]) == 1


def test_the_planted_number_is_the_most_stable() -> None:
    found = topic_stability(counted(), ks=(3, 6), runs=4).set_index(["k", "variation"])
    assert found.loc[(3, "seed"), "stability"] == pytest.approx(1)
    assert found.loc[(3, "sample"), "stability"] > 0.9
    assert found.loc[(6, "sample"), "stability"] < 0.8


def test_small_corpora_are_refused_with_the_reason() -> None:
    small = counted(30)
    assert "at least 50 documents" in too_small_for(small, 3)
    assert "at least 100 documents" in too_small_for(counted(), 10)
    with pytest.raises(InputError, match="at least 50"):
        topics(small, k=3)
    refused = topic_stability(small, ks=(3,))
    assert refused["stability"].isna().all()
    assert refused["refused"].str.contains("at least 50").all()


def test_short_documents_are_no_documents() -> None:
    tokens = pd.concat(
        [planted(), pd.DataFrame({"article_id": "short", "term": ["征地"] * (LEAST_WORDS - 1)})]
    )
    found = documents(tokens, leave_out={"工作"}, most_share=0.9)
    assert found.left_out == 1
    assert "short" not in found.names


def test_bad_input_is_named() -> None:
    with pytest.raises(InputError, match="no column 'page'"):
        documents(planted(), document="page")
    with pytest.raises(InputError, match="'nmf' or 'lda'"):
        topics(counted(), k=3, method="bert")
    with pytest.raises(InputError, match="'nmf' or 'lda'"):
        topic_stability(counted(), method="bert")
