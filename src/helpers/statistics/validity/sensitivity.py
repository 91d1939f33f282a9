"""How far a theme's counts depend on how its terms are found: a range in the place of a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from helpers.errors import InputError
from helpers.language.lexicon import Lexicon
from helpers.language.segment import Segmenter, spans
from helpers.language.themes import ThemeDictionary, given_themes
from helpers.statistics.shares import wilson
from helpers.statistics.validity.matching import READINGS, read_articles

#: What is counted: matches; articles with one; articles given the theme; those with it as main.
MEASURES = ("hits", "holding", "given", "main")


def sensitivity(
    matches: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    dictionary: ThemeDictionary,
    by: str | None = None,
) -> pd.DataFrame:
    """Count every theme under every way of finding its terms.

    Args:
        matches: What `theme_matches` returned.
        articles: The same articles, with the column `by`.
        dictionary: The same dictionary.
        by: A column of articles to count within: 'issue_id'.

    Returns:
        theme, (by,) reading, hits, holding (articles with a hit), given (articles that the scores
        give the theme), main (articles whose main theme it is), n_articles, share (given of
        n_articles), low, high (Wilson's interval at 95 %: chance, which is not the range between
        readings). Themes that no article has are kept.
    """
    readings = [r for r in READINGS if r in set(matches["reading"])] or list(READINGS)
    found = _given(matches, articles, dictionary, readings)
    held = matches.groupby(["reading", "article_id", "theme"]).size().rename("hits").reset_index()
    found = held.merge(found, on=["reading", "article_id", "theme"], how="outer")
    found["holding"] = found["hits"].notna()
    found[["hits", "given", "main"]] = found[["hits", "given", "main"]].astype(float).fillna(0)
    groups = articles[["article_id"]].assign(group=articles[by] if by else "")
    found = found.merge(groups.astype({"article_id": "str"}), on="article_id")
    sums = found.groupby(["theme", "group", "reading"])[list(MEASURES)].sum()
    index = pd.MultiIndex.from_product(
        [dictionary.themes, groups["group"].drop_duplicates(), readings],
        names=["theme", "group", "reading"],
    )
    out = sums.reindex(index, fill_value=0).astype("int64").reset_index()
    out["n_articles"] = out["group"].map(groups["group"].value_counts()).astype("int64")
    out["share"] = (out["given"] / out["n_articles"]).round(4)
    ends = [wilson(*pair) for pair in zip(out["given"], out["n_articles"], strict=True)]
    out["low"], out["high"] = [e[0] for e in ends], [e[1] for e in ends]
    return out.rename(columns={"group": by}) if by else out.drop(columns="group")


def ranges(counts: pd.DataFrame, *, measure: str = "given") -> pd.DataFrame:
    """Set the readings of each theme side by side => the range that its count lies in.

    Args:
        counts: What `sensitivity` returned.
        measure: One of `MEASURES`.

    Returns:
        theme, (by,) one column for each reading, least, most, range (most less least), relative
        (range of most; 0 where all are 0), n_articles. The widest range first, then by theme.

    Raises:
        InputError: The measure is unknown.
    """
    if measure not in MEASURES:
        raise InputError(f"{measure!r} is not counted", remedy="use " + ", ".join(MEASURES))
    fixed = {"theme", "reading", *MEASURES, "n_articles", "share", "low", "high"}
    keys = ["theme", *(name for name in counts.columns if name not in fixed)]
    readings = [r for r in READINGS if r in set(counts["reading"])]
    table = counts.set_index([*keys, "reading"])[measure].unstack()[readings]
    out = table.reset_index().rename_axis(columns=None)
    out["least"], out["most"] = out[readings].min(axis=1), out[readings].max(axis=1)
    out["range"] = out["most"] - out["least"]
    out["relative"] = (out["range"] / out["most"].where(out["most"] > 0, 1)).round(4)
    sizes = counts.drop_duplicates(keys)[[*keys, "n_articles"]]
    out = out.merge(sizes, on=keys)
    order = [False, *[True] * len(keys)]
    return out.sort_values(["range", *keys], ascending=order, ignore_index=True)


def differing_terms(matches: pd.DataFrame, *, lexicon: Lexicon | None = None) -> pd.DataFrame:
    """Rank the terms that the readings disagree on, the largest difference first.

    Args:
        matches: What `theme_matches` returned.
        lexicon: If given, `in_lexicon` says whether it lists the term.

    Returns:
        theme, term, one column of hits for each reading, difference (most less least), n_articles
        (in which their hits differ), in_lexicon. Terms that all find alike are left out.
    """
    readings = [r for r in READINGS if r in set(matches["reading"])]
    keys = ["theme", "term"]
    per_article = (
        matches.groupby([*keys, "article_id", "reading"]).size().unstack(fill_value=0)
    ).reindex(columns=readings, fill_value=0)
    unequal = per_article.max(axis=1) > per_article.min(axis=1)
    out = per_article.groupby(level=keys).sum()
    out["difference"] = out.max(axis=1) - out.min(axis=1)
    out["n_articles"] = unequal.groupby(level=keys).sum()
    out = out[out["n_articles"] > 0].reset_index().rename_axis(columns=None)
    if lexicon is not None:
        out["in_lexicon"] = [term in lexicon for term in out["term"]]
    order = ["difference", "n_articles", *keys]
    return out.sort_values(order, ascending=[False, False, True, True], ignore_index=True)


def differing_lines(
    matches: pd.DataFrame,
    articles: pd.DataFrame,
    terms: Sequence[str],
    *,
    lexicon: Lexicon,
    width: int = 12,
    most: int = 3,
) -> pd.DataFrame:
    """Show where terms are found by one reading and not by another, with how jieba cut there.

    Args:
        matches: What `theme_matches` returned.
        articles: The same articles.
        terms: The terms: the first of `differing_terms`.
        lexicon: The same lexicon.
        width: Characters of context on either side.
        most: Lines for each term, the first ones of the corpus.

    Returns:
        term, article_id, where, start, end, left, hit, right, one column for each reading (True
        where it found the term), cut (the words that jieba cut there, by /), cut_lexicon.
    """
    readings = [r for r in READINGS if r in set(matches["reading"])]
    keys = ["term", "article_id", "where", "start", "end"]
    chosen = matches[matches["term"].isin(list(terms))].drop_duplicates([*keys, "reading"])
    found = chosen.assign(yes=True).set_index([*keys, "reading"])["yes"].unstack(fill_value=False)
    found = found.reindex(columns=readings, fill_value=False).reset_index()
    found = found[~found[readings].all(axis=1)].rename_axis(columns=None)
    order = {str(a): n for n, a in enumerate(articles["article_id"])}
    rank = {term: n for n, term in enumerate(terms)}
    found["_term"], found["_article"] = found["term"].map(rank), found["article_id"].map(order)
    found = found.sort_values(["_term", "_article", "where", "start"], ignore_index=True)
    found = found.groupby("term", sort=False).head(most).drop(columns=["_term", "_article"])
    wanted = articles[articles["article_id"].isin(found["article_id"])]
    printed = {a.article_id: a for a in read_articles(wanted)}
    cutters = {"cut": Segmenter(), "cut_lexicon": Segmenter(lexicon)}
    rows = []
    for row in found.to_dict("records"):
        article, where = printed[row["article_id"]], row["where"]
        text = getattr(article, where)
        start, end = (_back(article.offsets[where], row[name]) for name in ("start", "end"))
        shown = {
            "left": text[max(start - width, 0) : start],
            "hit": text[start:end],
            "right": text[end : end + width],
        }
        shown |= {name: _cut(cutter, text, start, end) for name, cutter in cutters.items()}
        rows.append({**{str(k): v for k, v in row.items()}, **shown})
    columns = [*keys, "left", "hit", "right", *readings, *cutters]
    return pd.DataFrame(rows, columns=columns)


def _given(
    matches: pd.DataFrame,
    articles: pd.DataFrame,
    dictionary: ThemeDictionary,
    readings: Sequence[str],
) -> pd.DataFrame:
    """Score every article under every reading => reading, article_id, theme, given, main."""
    # A term of two themes has a row for each, but is one hit.
    once = matches.drop_duplicates(["reading", "article_id", "term", "where", "start"])
    hits: dict[tuple[str, str, str], Counter[str]] = {}
    for reading, article, where, term in zip(
        once["reading"], once["article_id"], once["where"], once["term"], strict=True
    ):
        hits.setdefault((reading, article, where), Counter())[term] += 1
    none: Counter[str] = Counter()
    rows = []
    for article in read_articles(articles):
        for reading in readings:
            name = article.article_id
            body, head = (hits.get((reading, name, w), none) for w in ("text", "headline"))
            given = given_themes(dictionary.score_hits(body, head, article.n_characters))
            rows += [(reading, name, theme, 1, int(not n)) for n, (theme, _) in enumerate(given)]
    columns = ["reading", "article_id", "theme", "given", "main"]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(columns[:3], "str"))


def _back(offsets: list[int] | None, place: int) -> int:
    """Return the place in the text that was read of an offset in the printed one."""
    return place if offsets is None else sum(offset < place for offset in offsets)


def _cut(cutter: Segmenter, text: str, start: int, end: int) -> str:
    """Return the words that overlap a span, parted by strokes: 网格员 => 网格/员."""
    words = cutter.cut(text)
    around = zip(words, spans(words), strict=True)
    return "/".join(word for word, (first, last) in around if first < end and start < last)
