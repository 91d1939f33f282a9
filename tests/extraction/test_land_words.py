"""Words of the matters of land acquisition."""

from __future__ import annotations

import pandas as pd

from helpers.extraction.land_words import MATTERS, matter_names, matters

ARTICLES = pd.DataFrame(
    {"article_id": ["a"], "headline": ["签约过半"], "text": ["补偿怎么算，村民有顾虑。签了协议。"]}
)


def test_matters_count_headline_and_text_and_keep_zeros() -> None:
    out = matters(ARTICLES).set_index("matter")["count"]
    assert (out["signing"], out["money"], out["objection"], out["procedure"]) == (2, 1, 1, 0)
    assert len(out) == len(MATTERS)


def test_no_article_gives_no_row() -> None:
    assert matters(ARTICLES.head(0)).empty


def test_every_matter_has_a_name_in_both_languages() -> None:
    assert set(matter_names("zh")) == set(matter_names("en")) == set(MATTERS)
    assert matter_names("zh")["signing"] == "签约协议"
