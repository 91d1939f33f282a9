"""What is planted in the specimen: when each coinage is first printed, and words that spread."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd
import pytest

from helpers.corpus import load
from helpers.statistics.change import appearances, trend
from helpers.statistics.concordance import Index

sys.path.insert(0, str(Path(__file__).parents[2] / "specimen"))

from specimen_lint import FIRST_PRINTED


@pytest.fixture(scope="module")
def hits() -> pd.DataFrame:
    corpus = load("specimen")
    index = Index.of(corpus.articles, tokens=corpus.tokens)
    return pd.concat([index.find(word).assign(term=word) for word in FIRST_PRINTED])


def test_first_appearances_are_those_of_the_calendar(hits: pd.DataFrame) -> None:
    corpus = load("specimen")
    found = appearances(hits, corpus.articles, corpus.issues).set_index("term")["first"]
    assert found.dt.strftime("%Y-%m-%d").to_dict() == FIRST_PRINTED


def test_words_that_spread_are_seen_to(hits: pd.DataFrame) -> None:
    corpus = load("specimen")
    late = hits[hits["term"].isin(["五色工单", "无废村", "共富工坊"])].assign(term="late")
    years = trend(late, corpus.articles, corpus.issues, period="year")["share"]
    assert years.is_monotonic_increasing
    assert years.iloc[0] == 0 < years.iloc[-1]
    steady = trend(hits[hits["term"] == "一键办"], corpus.articles, corpus.issues, period="year")
    # The intervals of a word that is there throughout lie over one another.
    assert steady["per_10k_low"].max() < steady["per_10k_high"].min()
