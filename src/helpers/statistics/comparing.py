"""What a comparison compares: units of text, periods of time, words that carry meaning."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from helpers.statistics.change.tiers import BEGINS, BEGINS_SMALL
from helpers.statistics.concordance.selections import keyness_between

if TYPE_CHECKING:
    from helpers.language.themes import ThemeDictionary
    from helpers.statistics.concordance.index import Index

#: Below so many articles an issue, and above so many characters an article, paragraphs are units.
FEW_ARTICLES, LONG = 3, 5_000
#: Issues that can stand side by side in a chart; of more the months are taken, then the years.
MOST_PERIODS = 40
#: So few issues are shown one by one, even if each is of another year.
FEW_ISSUES = 4
#: Words of content, by the first letter of jieba's tag: nouns, verbs, adjectives, set phrases.
CONTENT = ("n", "v", "a", "i", "j", "l")
SHORTEST = 2
#: Corrected p below which a word counts as key.
LEVEL = 0.05
#: Issues that a map of silence can show.
MOST_COLUMNS = 60


@dataclass(frozen=True)
class Units:
    """The units of text that are counted.

    Args:
        kind: 'article'; 'paragraph' where an issue has few and long articles, as a report has,
            of which a share of articles would say nothing.
        frame: article_id (of the unit), issue_id, n_characters.
        starts: Of paragraphs: article_id, paragraph, start (offset in the article's text).
    """

    kind: str
    frame: pd.DataFrame
    starts: pd.DataFrame

    def of(self, spans: pd.DataFrame) -> pd.DataFrame:
        """Name the unit of each span in place of its article.

        Args:
            spans: Frame with `article_id`, and `paragraph` or `start`; a span of a headline
                (column `where`) is of the first paragraph.
        """
        if self.kind == "article" or spans.empty:
            return spans
        numbers = spans["paragraph"] if "paragraph" in spans else self._paragraphs(spans)
        return spans.assign(article_id=_names(spans["article_id"], numbers))

    def _paragraphs(self, spans: pd.DataFrame) -> pd.Series[int]:
        at = spans["start"].astype("int64")
        if "where" in spans:
            at = at.where(spans["where"] != "headline", 0)
        placed = pd.DataFrame({"article_id": spans["article_id"], "at": at, "row": range(len(at))})
        found = pd.merge_asof(
            placed.sort_values("at", kind="stable"),
            self.starts.sort_values("start", kind="stable"),
            left_on="at",
            right_on="start",
            by="article_id",
        )
        return found.sort_values("row")["paragraph"].set_axis(spans.index)


def units_of(articles: pd.DataFrame, paragraphs: pd.DataFrame) -> Units:
    """Choose articles as the units of text, or paragraphs where articles are few and long.

    Args:
        articles: The table `articles`.
        paragraphs: The table `paragraphs`.
    """
    sizes = paragraphs["text"].str.len().astype("int64")
    ends = sizes.add(1).groupby(paragraphs["article_id"]).cumsum()
    starts = paragraphs[["article_id", "paragraph"]].assign(start=ends - sizes - 1)
    per_issue = articles.groupby("issue_id").size()
    few = len(per_issue) > 0 and per_issue.median() < FEW_ARTICLES
    if not few or articles["n_characters"].median() < LONG:
        return Units("article", articles[["article_id", "issue_id", "n_characters"]], starts)
    frame = paragraphs.assign(n_characters=sizes).merge(
        articles[["article_id", "issue_id"]], on="article_id"
    )
    frame = frame.assign(article_id=_names(frame["article_id"], frame["paragraph"]))
    return Units("paragraph", frame[["article_id", "issue_id", "n_characters"]], starts)


def period_of(issues: pd.DataFrame) -> str:
    """Return the period that a comparison over time goes by: 'issue', 'month' or 'year'.

    Args:
        issues: Frame with `date`; undated issues do not count.
    """
    days = pd.to_datetime(issues["date"].dropna())
    yearly = len(days) > FEW_ISSUES and days.dt.year.nunique() == len(days)
    if len(days) <= MOST_PERIODS and not yearly:
        return "issue"
    months = days.dt.strftime("%Y-%m").nunique()
    return "month" if months <= MOST_PERIODS and months < len(days) else "year"


def content_words(tokens: pd.DataFrame, leave_out: Collection[str]) -> pd.DataFrame:
    """Keep the tokens that carry meaning: nouns, verbs, adjectives of two characters and more.

    Args:
        tokens: The table `tokens`.
        leave_out: Stopwords.
    """
    kept = tokens["pos"].astype(str).str.startswith(CONTENT)
    kept &= tokens["term"].astype(str).str.len() >= SHORTEST
    return tokens[kept & ~tokens["term"].isin(list(leave_out))]


def by_date(tokens: pd.DataFrame, issues: pd.DataFrame) -> list[str]:
    """Return the issues that have tokens, by date; undated ones come last.

    Args:
        tokens: Tokens with `issue_id`.
        issues: Frame with `issue_id` and `date`.
    """
    there = set(tokens["issue_id"])
    ordered = issues.sort_values(["date", "issue_id"])["issue_id"]
    return [str(name) for name in ordered if name in there]


def main_themes(themes: pd.DataFrame) -> pd.DataFrame:
    """Return the theme with the highest score of each article => article_id, theme."""
    first = themes.sort_values(["article_id", "score", "theme"], ascending=[True, False, True])
    return first.drop_duplicates("article_id")[["article_id", "theme"]].reset_index(drop=True)


@dataclass(frozen=True)
class Placed:
    """Words and themes by unit.

    Args:
        words: Tokens, with the unit in `article_id`.
        themes: article_id, theme: the units on each theme, one row for each hit where units are
            paragraphs.
        main: article_id, theme: the one theme that is most of each unit.
    """

    words: pd.DataFrame
    themes: pd.DataFrame
    main: pd.DataFrame


def in_units(
    units: Units, words: pd.DataFrame, themes: pd.DataFrame, matches: pd.DataFrame
) -> Placed:
    """Place words and themes in the units that are counted.

    Articles have the themes that their scores give them. Paragraphs are too short to be scored:
    they are on each theme that one of their terms, found as a string, belongs to.

    Args:
        units: What `units_of` chose.
        words: The tokens that count.
        themes: The table `themes`.
        matches: What `validity.theme_matches` gave.
    """
    if units.kind == "article":
        return Placed(words, themes, main_themes(themes))
    hits = units.of(matches[matches["reading"] == "string"])[["article_id", "theme"]]
    scores = hits.groupby(["article_id", "theme"]).size().rename("score").reset_index()
    return Placed(units.of(words), hits, main_themes(scores))


def key_words(words: pd.DataFrame, main: pd.DataFrame, themes: Sequence[str]) -> pd.DataFrame:
    """Find the words that are more frequent in each theme than outside it, at q < 0.05.

    Args:
        words: Tokens by unit.
        main: The main theme of each unit.
        themes: The themes, in order.

    Returns:
        theme and the columns of `keyness`, with per_10k.
    """
    found = []
    for theme in themes:
        chosen = main.loc[main["theme"] == theme, "article_id"]
        if not words["article_id"].isin(chosen).any() or words["article_id"].isin(chosen).all():
            continue
        keys = keyness_between(words, chosen, least=3)
        keys = keys[(keys["log_ratio"] > 0) & (keys["q"] < LEVEL)]
        found.append(keys.assign(theme=theme, per_10k=keys["per_million"] / 100))
    columns = ["theme", "term", "count", "other", "per_10k", "log_ratio", "q"]
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=columns)


def crossed(
    words: pd.DataFrame, main: pd.DataFrame, names: Mapping[str, str], *, most: int = 60
) -> pd.DataFrame:
    """Set the commonest words beside the main theme of their unit => tokens with `group`.

    Args:
        words: Tokens by unit.
        main: The main theme of each unit.
        names: Names of themes.
        most: Words kept, of five occurrences and more; of themes, the eight largest of three
            units and more.
    """
    kept = largest(main, "theme", most=8, least=3)
    rows = words.merge(main[main["theme"].isin(kept)], on="article_id")
    rows = rows[rows["term"].isin(largest(rows, "term", most=most, least=5))]
    return rows.assign(group=rows["theme"].map(names).fillna(rows["theme"]))


def first_lines(
    index: Index, keys: pd.DataFrame, within: Collection[str], *, most: int = 10, lines: int = 3
) -> pd.DataFrame:
    """List the first lines of the words that set a selection apart => hits with `term`.

    Args:
        index: The index of the corpus.
        keys: What a comparison gave, with `term` and `log_ratio`.
        within: The articles of the selection.
        most: Words.
        lines: Lines for each.
    """
    chosen = list(keys.loc[keys["log_ratio"] > 0, "term"].head(most)) if len(keys) else []
    columns = ["article_id", "issue_id", "start", "end", "left", "hit", "right"]
    found = [
        index.find(term, how="words", within=within, limit=lines, context=16).assign(term=term)
        for term in chosen
    ]
    return (
        pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=[*columns, "term"])
    )


def percent(trends: pd.DataFrame) -> pd.DataFrame:
    """Add the share in per cent with the ends of its interval => percent, percent_low and _high."""
    return trends.assign(
        percent=100 * trends["share"],
        percent_low=100 * trends["low"],
        percent_high=100 * trends["high"],
    )


def terms_of(dictionary: ThemeDictionary) -> frozenset[str]:
    """Return all terms of a theme dictionary."""
    return frozenset(entry.term for entry in dictionary.terms)


def steps(units: Units) -> tuple[float, ...]:
    """Return the shares at which grades begin: wider apart for articles, which are few."""
    return BEGINS_SMALL if units.kind == "article" else BEGINS


def too_wide(states: pd.DataFrame) -> str:
    """Say that a map of silence has more issues than can be told apart; empty if it has not."""
    n = states.loc[states["state"] != "absent_issue", "date"].nunique()
    if n <= MOST_COLUMNS:
        return ""
    return f"**Not drawn:** a map of {n} issues cannot be read; {MOST_COLUMNS} have room."


def largest(named: pd.DataFrame, column: str, *, most: int, least: int = 1) -> list[str]:
    """Return the commonest values of a column, the largest first, then by name."""
    counts = named[column].value_counts()
    counts = counts[counts >= least]
    return [str(n) for n in sorted(counts.index, key=lambda n: (-int(counts[n]), str(n)))][:most]


def _names(articles: pd.Series[str], paragraphs: pd.Series[int]) -> pd.Series[str]:
    return articles.astype(str) + "-p" + paragraphs.astype(str)
