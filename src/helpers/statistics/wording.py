"""What the lexicon covers, what it does not know, and how words move over the years."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from helpers.language.lexicon import Lexicon, load_lexicon
from helpers.language.stopwords import load_stopwords
from helpers.statistics.frequency import term_frequency


def corpus_lexicon(config: object) -> Lexicon:
    """Load the lexicon that a corpus is cut with: the built-in one, its own after or instead.

    Args:
        config: The settings of the corpus, with `lexicon` and `lexicon_mode`.

    Raises:
        InputError: If the corpus's list cannot be read.
    """
    extra = getattr(config, "lexicon", None)
    return load_lexicon(extra, replace=getattr(config, "lexicon_mode", "extend") == "replace")


def corpus_stopwords(config: object) -> frozenset[str]:
    """Load the terms that word lists leave out: the built-in ones, its own after or instead.

    Args:
        config: The settings of the corpus, with `stopwords` and `stopwords_mode`.

    Raises:
        InputError: If the corpus's list cannot be read.
    """
    extra = getattr(config, "stopwords", None)
    return load_stopwords(extra, replace=getattr(config, "stopwords_mode", "extend") == "replace")


def lexicon_use(tokens: pd.DataFrame, lexicon: Lexicon) -> pd.DataFrame:
    """Count how much of the lexicon the corpus uses, by class of terms.

    Returns:
        class, listed (terms), used (different terms found), share (used of listed, 0 to 1), count
        (tokens), per_10k (tokens, of 10,000 of the corpus), n_articles. By count, then class.
    """
    found = tokens[tokens["in_lexicon"]]
    classes = found["term"].map(lexicon.class_of)
    grouped = found.assign(kind=classes).groupby("kind")
    counts = grouped.agg(
        used=("term", "nunique"), count=("term", "size"), n_articles=("article_id", "nunique")
    )
    listed = pd.Series(lexicon.class_counts(), name="listed", dtype="int64")
    out = listed.rename_axis("class").reset_index()
    for name in ("used", "count", "n_articles"):
        out[name] = out["class"].map(counts[name]).fillna(0).astype("int64")
    out["share"] = (out["used"] / out["listed"]).astype("float64").round(4)
    out["per_10k"] = (out["count"] / max(len(tokens), 1) * 10_000).astype("float64").round(2)
    out = out.sort_values(["count", "class"], ascending=[False, True])
    columns = ["class", "listed", "used", "share", "count", "per_10k", "n_articles"]
    return out[columns].reset_index(drop=True)


def unlisted(
    tokens: pd.DataFrame, *, leave_out: Collection[str] = (), least: int = 2
) -> pd.DataFrame:
    """Rank the terms that neither the lexicon nor jieba's dictionary knows.

    Names of people and places, coinages and wrong cuts: what a corpus's own lexicon is made from.

    Args:
        tokens: The table `tokens`.
        leave_out: Terms that are not shown.
        least: The least number of occurrences.

    Returns:
        term, count, per_10k, n_articles, as `term_frequency` counts them.
    """
    known = tokens["in_lexicon"] | tokens["pos"].notna()
    frequency = term_frequency(tokens, leave_out=[*leave_out, *tokens["term"][known].unique()])
    return frequency[frequency["count"] >= least].reset_index(drop=True)


def by_year(
    tokens: pd.DataFrame,
    articles: pd.DataFrame,
    issues: pd.DataFrame,
    terms: Sequence[str],
    *,
    least: int = 2,
) -> pd.DataFrame:
    """Follow terms over the years => term, year, n_issues, count, tokens, per_10k, zeros kept.

    Args:
        tokens: The table `tokens`.
        articles: The table `articles`.
        issues: The table `issues`; undated issues are left out.
        terms: The terms to follow; they order the rows, the year comes second.
        least: The issues that a year must have: one issue is not a year.

    Returns:
        `tokens` is the number of tokens of the year, punctuation included: the smaller it is, the
        less a rate means.
    """
    years = issues.dropna(subset=["date"]).set_index("issue_id")["date"].dt.year.astype("str")
    n_issues = years.value_counts()
    years = years[years.map(n_issues) >= least]
    of_article = articles.set_index("article_id")["issue_id"].map(years)
    frame = tokens[["article_id", "term"]].assign(year=tokens["article_id"].map(of_article))
    frame = frame.dropna(subset=["year"])
    sizes = frame.groupby("year").size()
    index = pd.MultiIndex.from_product([list(terms), sorted(sizes.index)], names=["term", "year"])
    counts = frame[frame["term"].isin(list(terms))].groupby(["term", "year"]).size()
    out = counts.reindex(index, fill_value=0).rename("count").reset_index()
    out["n_issues"] = out["year"].map(n_issues).astype("int64")
    out["tokens"] = out["year"].map(sizes).astype("int64")
    out["per_10k"] = (out["count"] / out["tokens"] * 10_000).astype("float64").round(2)
    return out[["term", "year", "n_issues", "count", "tokens", "per_10k"]]
