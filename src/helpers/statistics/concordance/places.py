"""From hits to the article, the line of the source file, and the place in the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from helpers.statistics.printed import with_lines

if TYPE_CHECKING:
    from helpers.corpus.loading import Corpus


def with_places(hits: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """Say where each hit is printed => the hits with headline, source_file, line and anchor.

    Args:
        hits: What `Index.find` returned, or rows of it.
        corpus: The corpus that was searched.

    Returns:
        `line` is the line of `source_file` on which the hit begins, from 1; `anchor` the place of
        that line in a report, seen from its folder: pages/kecheng-2020-12-30.html#line-14.
    """
    here = hits["article_id"].unique()
    articles = corpus.articles[corpus.articles["article_id"].isin(here)]
    issues = articles["issue_id"].unique()
    placed = with_lines(
        hits,
        corpus.paragraphs[corpus.paragraphs["article_id"].isin(here)],
        corpus.lines[corpus.lines["issue_id"].isin(issues)],
        articles,
    ).drop(columns=["paragraph"])
    headlines = articles.set_index("article_id")["headline"]
    files = corpus.issues.set_index("issue_id")["source_file"]
    placed["headline"] = placed["article_id"].map(headlines)
    placed["source_file"] = placed["issue_id"].map(files)
    placed["anchor"] = [
        f"pages/{issue}.html#line-{line}"
        for issue, line in zip(placed["issue_id"], placed["line"], strict=True)
    ]
    placed["anchor"] = placed["anchor"].astype("str")
    return placed[[*hits.columns, "headline", "source_file", "line", "anchor"]]
