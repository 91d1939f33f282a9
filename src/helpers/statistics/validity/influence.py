"""Leave-one-term-out: what is left of a theme when one of its terms is not looked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from helpers.language.themes import ThemeDictionary, given_themes
from helpers.statistics.shares import wilson
from helpers.statistics.validity.matching import ReadArticle, read_articles

COLUMNS = (
    "theme",
    "term",
    "weight",
    "hits",
    "holding",
    "share_of_score",
    "n_articles",
    "given",
    "share",
    "low",
    "high",
    "lost",
    "given_without",
    "share_without",
    "change",
    "rank",
    "rank_without",
)
_TYPES = {
    "theme": "str",
    "term": "str",
    **dict.fromkeys(("share_of_score", "share", "low", "high"), "float64"),
    **dict.fromkeys(("share_without", "change"), "float64"),
}


def influence(
    articles: pd.DataFrame, *, dictionary: ThemeDictionary, themes: Sequence[str] | None = None
) -> pd.DataFrame:
    """Leave out each term of a theme that occurs, one at a time, and score the articles again.

    What a dictionary counts must be validated anew for each corpus (Grimmer and Stewart 2013, Text
    as data, Political Analysis 21, p. 274-5); a count that rests on one term measures that term.
    A shorter term inside one that is left out is then found there, as it would be in a dictionary
    without it; a term of two themes is left out of one only.

    Args:
        articles: Frame with `article_id`, `headline` and `text`.
        dictionary: The themes.
        themes: Those whose terms are left out; all when not given. Ranks are always among all.

    Returns:
        One row for each theme and term that has hits, with the columns of `COLUMNS`: `hits` and
        `holding` (articles) of the term; `share_of_score`, its part of the theme's summed scores;
        `given`, articles with the theme, of `n_articles`, their `share` with Wilson's interval at
        95 %; `lost`, articles that no longer have it without the term; `change`, `share_without`
        less `share`; `rank` and `rank_without`, the theme's place among all themes by articles
        given, equal ones sharing the better place. The most lost first, then by share of score.
    """
    read = list(read_articles(articles))
    before = {a.article_id: _themes_of(a, dictionary) for a in read}
    given = Counter(theme for found in before.values() for theme in found)
    found = _scores(read, dictionary)
    holding: dict[str, list[ReadArticle]] = defaultdict(list)
    for article in read:
        for term in dictionary.hits(article.text) | dictionary.hits(article.headline):
            holding[term].append(article)
    rows = []
    for number, entry in enumerate(dictionary.terms):
        theme, term = entry.theme, entry.term
        if term not in holding or (themes is not None and theme not in themes):
            continue
        left = dictionary.terms[:number] + dictionary.terms[number + 1 :]
        without = replace(dictionary, terms=left)
        after = given.copy()
        lost = 0
        for article in holding[term]:
            old, new = before[article.article_id], _themes_of(article, without)
            after.subtract(old)
            after.update(new)
            lost += theme in old and theme not in new
        hits, score = found[theme, term]
        ends = wilson(given[theme], len(read))
        rows.append(
            {
                "theme": theme,
                "term": term,
                "weight": entry.weight,
                "hits": hits,
                "holding": len(holding[term]),
                "share_of_score": score,
                "n_articles": len(read),
                "given": given[theme],
                "share": given[theme] / len(read),
                "low": ends[0],
                "high": ends[1],
                "lost": lost,
                "given_without": after[theme],
                "share_without": after[theme] / len(read),
                "change": (after[theme] - given[theme]) / len(read),
                "rank": _rank(given, theme),
                "rank_without": _rank(after, theme),
            }
        )
    out = pd.DataFrame(rows, columns=list(COLUMNS))
    totals = out.groupby("theme")["share_of_score"].transform("sum")
    out["share_of_score"] = out["share_of_score"] / totals
    whole = [name for name in COLUMNS if name not in _TYPES]
    out = out.astype({**_TYPES, **dict.fromkeys(whole, "int64")}).round(4)
    order = ["lost", "share_of_score", "theme", "term"]
    return out.sort_values(order, ascending=[False, False, True, True], ignore_index=True)


def concentration(found: pd.DataFrame) -> pd.DataFrame:
    """Say how far each theme rests on few of its terms.

    Args:
        found: What `influence` returned.

    Returns:
        theme, n_terms (with hits), first (the term with the largest share of the score), carried
        (that share), herfindahl (sum of squared shares: Hirschman 1945; 1 if one term is all),
        effective (its inverse: so many terms of equal share would be as concentrated; Laakso and
        Taagepera 1979), given, most_lost (articles lost with the worst term), worst (that term).
        The most concentrated first, then by theme.
    """
    rows = []
    for theme, terms in found.groupby("theme", sort=True):
        shares = terms["share_of_score"].to_numpy(dtype=float)
        first = terms.sort_values(["share_of_score", "term"], ascending=[False, True]).iloc[0]
        worst = terms.sort_values(["lost", "term"], ascending=[False, True]).iloc[0]
        squares = float(np.square(shares / shares.sum()).sum())
        rows.append(
            {
                "theme": theme,
                "n_terms": len(terms),
                "first": first["term"],
                "carried": first["share_of_score"],
                "herfindahl": round(squares, 4),
                "effective": round(1 / squares, 1),
                "given": first["given"],
                "most_lost": worst["lost"],
                "worst": worst["term"] if worst["lost"] else "",
            }
        )
    columns = ["theme", "n_terms", "first", "carried", "herfindahl", "effective", "given"]
    out = pd.DataFrame(rows, columns=[*columns, "most_lost", "worst"])
    return out.sort_values(["herfindahl", "theme"], ascending=[False, True], ignore_index=True)


def _themes_of(article: ReadArticle, dictionary: ThemeDictionary) -> list[str]:
    scores = dictionary.score(article.headline, article.text)
    return [theme for theme, _ in given_themes(scores)]


def _scores(
    read: Sequence[ReadArticle], dictionary: ThemeDictionary
) -> dict[tuple[str, str], tuple[int, float]]:
    """Return hits and summed score of each term in each theme: a score is the sum of its terms'."""
    none: Counter[str] = Counter()
    totals: dict[tuple[str, str], tuple[int, float]] = defaultdict(lambda: (0, 0.0))
    for article in read:
        body, head = dictionary.hits(article.text), dictionary.hits(article.headline)
        for term in body | head:
            own, top = _only(body, term), _only(head, term) or none
            scores = dictionary.score_hits(own, top, article.n_characters)
            for theme, found in scores.items():
                hits, score = totals[theme, term]
                totals[theme, term] = hits + own[term] + top[term], score + found.score
    return totals


def _only(hits: Counter[str], term: str) -> Counter[str]:
    return Counter({term: hits[term]}) if hits[term] else Counter()


def _rank(given: Mapping[str, int], theme: str) -> int:
    return 1 + sum(count > given[theme] for count in given.values())
