"""The index on the real issues: what a naive search finds, on the line that prints it."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import corpus
from helpers.statistics.concordance import (
    collocates_of,
    keyness_between,
    open_index,
    with_places,
)

pytestmark = pytest.mark.shared


def test_the_real_issues_are_searched_and_every_hit_is_placed(shared: Path, tmp_path: Path) -> None:
    c = corpus.load("kecheng", raw=shared / "issues" / "kecheng", out=tmp_path)
    index = open_index(c)
    texts = dict(zip(c.articles["article_id"], c.articles["text"], strict=True))
    for query, how in (("治理", "string"), ("村", "words"), (r"\d+(?:万|户)", "regex")):
        found = with_places(index.find(query, how=how, sort="right"), c)
        assert len(found) >= 5
        assert list(found["right"]) == sorted(found["right"])
        assert [
            texts[a][s:e]
            for a, s, e in zip(found["article_id"], found["start"], found["end"], strict=True)
        ] == list(found["hit"])
        assert found["line"].notna().all()
    counts = index.count("治理", by="issue_id")
    assert counts["count"].sum() == c.articles["text"].str.count("治理").sum()
    first = c.articles["issue_id"] == c.articles["issue_id"].iloc[0]
    ids = c.articles["article_id"]
    assert len(keyness_between(index, ids[first], ids[~first])) > 1000
    company = collocates_of(index, "治理")
    assert company["p"].between(0, 1).all()
