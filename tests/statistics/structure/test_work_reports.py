"""The work reports of the government: what is known of them is found again."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from helpers.language.lexicon import load_lexicon
from helpers.language.plain import close_up, plain
from helpers.language.segment import Segmenter
from helpers.language.stopwords import load_stopwords
from helpers.statistics.structure import (
    axis_stability,
    communities,
    cooccurrence,
    correspondence,
    documents,
    frequent,
    new_words,
    occurrences,
    strongest,
    topics,
)

pytestmark = [pytest.mark.shared, pytest.mark.slow]


@cache
def reports(shared: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return tokens and articles of the reports, simplified, one article for each year."""
    path = shared / "corpora" / "gov_work_reports" / "reports_only.jsonl"
    segmenter = Segmenter(load_lexicon())
    rows, texts = [], []
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        paragraphs = [close_up(plain(p))[0] for p in record["content"].split("\n") if p.strip()]
        year, start = str(record["year"]), 0
        for number, (text, words) in enumerate(
            zip(paragraphs, segmenter.cut_many(paragraphs), strict=True), start=1
        ):
            place = start
            for word in words:
                if not word.isspace():
                    rows.append((year, number, place, place + len(word), word))
                place += len(word)
            start += len(text) + 1
        texts.append((year, "\n".join(paragraphs)))
    tokens = pd.DataFrame(rows, columns=["article_id", "paragraph", "start", "end", "term"])
    return tokens, pd.DataFrame(texts, columns=["article_id", "text"])


def usable(tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the tokens of two Chinese characters and more that are no stopwords."""
    terms = tokens["term"]
    return tokens[terms.str.fullmatch(r"[\u4e00-\u9fff]{2,}") & ~terms.isin(load_stopwords())]


def test_the_first_axis_is_time(shared: Path) -> None:
    tokens = usable(reports(shared)[0])
    tokens = tokens.assign(group=tokens["article_id"].str[:3] + "0s")
    tokens = tokens[tokens["term"].isin(tokens["term"].value_counts().head(60).index)]
    counts = tokens.groupby(["term", "group"]).size().rename("count").reset_index()
    found = correspondence(counts)
    places = found.points[found.points["side"] == "column"].sort_values("name")["dimension_1"]
    assert places.is_monotonic_decreasing or places.is_monotonic_increasing
    assert found.axes["share"].iloc[0] > 0.5
    units = tokens.assign(unit=tokens["article_id"] + " " + tokens["paragraph"].astype(str))
    assert axis_stability(units, unit="unit", rounds=50)["stable"].all()


def test_words_that_belong_together_share_a_community(shared: Path) -> None:
    tokens, articles = reports(shared)
    units = occurrences(usable(tokens), articles, item="term", unit="sentence")
    edges = strongest(cooccurrence(units, frequent(units, most=80)), measure="jaccard", most=150)
    found = communities(edges).set_index("node")["community"]
    assert found["世界"] == found["国际"]
    assert found["农业"] == found["农村"] != found["国际"]


def test_new_words_of_the_reports_are_words_of_state_and_time(shared: Path) -> None:
    found = new_words(reports(shared)[0], lexicon=load_lexicon())
    assert {"一带一路", "九二共识", "退耕还林还草", "反革命分子", "天然林保护"} <= set(
        found["term"]
    )


def test_topics_of_the_reports_part_diplomacy_from_production(shared: Path) -> None:
    tokens = reports(shared)[0]
    parts = tokens.assign(part=tokens["article_id"] + ":" + (tokens["paragraph"] // 12).astype(str))
    counted = documents(parts, document="part", leave_out=load_stopwords(), least=10)
    found = topics(counted, k=5).terms.groupby("topic")["term"].agg(set)
    assert any({"两岸", "祖国"} <= words for words in found)
    assert not any({"两岸", "总产值"} <= words for words in found)
