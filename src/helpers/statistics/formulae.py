"""Theme counts both ways: with everything that is printed, and with reported acts alone."""

from __future__ import annotations

import pandas as pd

from helpers.extraction.wording.acts import acts_only, find_sentences
from helpers.language.plain import plain_articles
from helpers.language.themes import ThemeDictionary, main_themes, score_themes

COLUMNS = ("theme", "n_articles", "n_articles_acts", "n_hits", "n_hits_acts")


def themes_both_ways(articles: pd.DataFrame, dictionary: ThemeDictionary) -> pd.DataFrame:
    """Count the articles and hits of each theme in all sentences, and in those that are no formula.

    Args:
        articles: Frame with `article_id`, `headline` and `text`.
        dictionary: The themes.

    Returns:
        One row for each theme with the columns of `COLUMNS`, most articles first. `n_articles`
        counts the articles that the theme is given to, `_acts` the same where sentences that only
        demand or praise are left out; headlines count in both.
    """
    read = plain_articles(articles)[["article_id", "headline", "text"]]
    acts = read.assign(text=[acts_only(str(text or "")) for text in read["text"]])
    counts = [
        score_themes(frame, dictionary=dictionary)
        .groupby("theme")
        .agg(n_articles=("article_id", "nunique"), n_hits=("n_hits", "sum"))
        for frame in (read, acts)
    ]
    counts[1] = counts[1].add_suffix("_acts")
    both = counts[0].join(counts[1], how="outer").fillna(0).astype("int64")
    both = both.reset_index()[list(COLUMNS)]
    return both.sort_values(["n_articles", "theme"], ascending=[False, True], ignore_index=True)


def formula_shares(articles: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    """Measure how much of the print is formula, by main theme.

    Args:
        articles: Frame with `article_id` and `text`.
        themes: The themes of the articles.

    Returns:
        One row for each main theme: `theme`, `n_articles`, `n_sentences`, `n_formulae`,
        `n_characters`, `n_formula_characters`, `share` of the characters.
    """
    read = plain_articles(articles)
    mains = main_themes(read, themes)
    rows = []
    for article_id, text in zip(read["article_id"], read["text"], strict=True):
        sentences = find_sentences(str(text or ""))
        formulae = [s for s in sentences if s.formula]
        rows.append(
            {
                "theme": mains[article_id],
                "n_articles": 1,
                "n_sentences": len(sentences),
                "n_formulae": len(formulae),
                "n_characters": sum(s.end - s.start for s in sentences),
                "n_formula_characters": sum(s.end - s.start for s in formulae),
            }
        )
    columns = ["theme", "n_articles", "n_sentences", "n_formulae", "n_characters"]
    frame = pd.DataFrame(rows, columns=[*columns, "n_formula_characters"])
    out = frame.groupby("theme", as_index=False).sum()
    out["share"] = out["n_formula_characters"] / out["n_characters"].where(out["n_characters"] > 0)
    return out.sort_values("n_characters", ascending=False, ignore_index=True)
