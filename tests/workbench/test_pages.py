"""Pages of the workbench: corpus text and queries are escaped."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd

from helpers.corpus import load
from helpers.statistics.concordance import Index
from helpers.workbench import Query, Workbench, pages
from helpers.workbench.drafts import Effect

HARM = "<script>alert(1)</script>"


def test_contexts_queries_and_errors_are_escaped() -> None:
    for page in (pages.row(HARM, HARM, HARM), pages.wrong(HARM)):
        assert "<script" not in page
        assert "&lt;script" in page


def test_an_article_has_its_hits_marked_and_is_escaped() -> None:
    corpus = load("specimen")
    first = corpus.articles.iloc[0]["article_id"]
    articles = corpus.articles.copy()
    articles.loc[0, ["headline", "text"]] = [HARM, f"{HARM}征地，再{HARM}"]
    lines = corpus.lines.copy()
    lines.loc[lines["article_id"] == first, "text"] = HARM
    harmful = {"issues": corpus.issues, "articles": articles, "lines": lines}
    bench = Workbench(SimpleNamespace(**harmful))  # type: ignore[arg-type]
    bench.index = Index.of(articles)
    found = bench.ask(Query("征地"))
    page = pages.article(bench, first, found.hits)
    assert "<script" not in page
    assert page.count("<mark>征地</mark>") == 1
    marked = bench.ask(Query("<script>"))
    page = pages.article(bench, first, marked.hits)
    assert page.count("<mark>&lt;script&gt;</mark>") == 2
    assert str(corpus.issues.iloc[0]["source_file"]) in page


def test_key_words_and_effects() -> None:
    keys = pd.DataFrame(
        {"term": [HARM, "乙"], "count": [9, 1], "other": [0, 9], "log_ratio": [3.0, -3], "q": 0.01}
    )
    page = pages.keyness_table(keys)
    assert "<script" not in page and "乙" not in page
    assert "没有显著" in pages.keyness_table(keys[1:])
    changed = pd.DataFrame(
        [(f"a{n}", "i", HARM if n else None, "+-"[n % 2]) for n in range(15)],
        columns=["article_id", "issue_id", "headline", "change"],
    )
    page = pages.effect_page(Effect(3, 4, changed))
    assert "<script" not in page and "a0" in page and "另有3篇" in page
