"""Theme counts both ways: with everything that is printed, and with reported acts alone."""

from __future__ import annotations

import pandas as pd

from helpers.extraction.wording.acts import acts_only, find_sentences
from helpers.language.plain import plain_articles
from helpers.language.themes import ThemeDictionary, main_themes, score_themes
from helpers.statistics.resampling import bootstrap_shares

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


def judged_sentences(articles: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    """Judge every sentence => article_id, theme (main), start, end, formula, text as printed.

    Args:
        articles: Frame with `article_id` and `text`.
        themes: The themes of the articles.
    """
    read = plain_articles(articles)
    mains = main_themes(read, themes)
    rows = [
        (article_id, mains[article_id], s.start, s.end, s.formula, printed[s.start : s.end])
        for article_id, text, printed in zip(
            read["article_id"], read["text"].fillna(""), articles["text"].fillna(""), strict=True
        )
        for s in find_sentences(str(text))
    ]
    out = pd.DataFrame(rows, columns=["article_id", "theme", "start", "end", "formula", "text"])
    # Without a sentence the column would hold objects, which choose columns and not rows.
    return out.astype({"formula": "bool"})


def formula_shares(sentences: pd.DataFrame) -> pd.DataFrame:
    """Measure how much of the print is formula, by main theme.

    Args:
        sentences: What `judged_sentences` gave.

    Returns:
        One row for each main theme, largest first: `theme`, `n_articles`, `n_sentences`,
        `n_formulae`, `n_characters`, `n_formula_characters`, `share` of the characters, `low` and
        `high` (bootstrap over articles, 95 %).
    """
    sizes = sentences["end"] - sentences["start"]
    told = sentences.assign(size=sizes, formula_size=sizes.where(sentences["formula"], 0))
    out = told.groupby("theme", as_index=False).agg(
        n_articles=("article_id", "nunique"),
        n_sentences=("formula", "size"),
        n_formulae=("formula", "sum"),
        n_characters=("size", "sum"),
        n_formula_characters=("formula_size", "sum"),
    )
    out["share"] = (out["n_formula_characters"] / out["n_characters"]).astype("float64").round(4)
    bounds = [_bounds(told[told["theme"] == theme]) for theme in out["theme"]]
    out["low"], out["high"] = [low for low, _ in bounds], [high for _, high in bounds]
    return out.sort_values(["n_characters", "theme"], ascending=[False, True], ignore_index=True)


def _bounds(told: pd.DataFrame) -> tuple[float, float]:
    sums = told.groupby("article_id")[["formula_size", "size"]].sum()
    sums["size"] -= sums["formula_size"]
    low, high = bootstrap_shares(sums.to_numpy(dtype=float))
    return low[0], high[0]
