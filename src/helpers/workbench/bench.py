"""What the workbench knows and answers, without a widget."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from helpers.charts import say, timeline
from helpers.charts.ranking import bars
from helpers.language import theme_lists
from helpers.language.themes import ThemeDictionary, load_themes
from helpers.statistics.concordance import keyness_between, open_index, with_places
from helpers.statistics.shares import wilson
from helpers.statistics.wording import corpus_stopwords
from helpers.workbench.query import Query

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from helpers.corpus.loading import Corpus
    from helpers.statistics.concordance import Index

#: Terms that keyness is measured of must be as frequent as this.
LEAST = 3


@dataclass(frozen=True)
class Found:
    """The answer to a query.

    Args:
        query: The query.
        hits: article_id, issue_id, start, end, left, hit, right.
        n_with: Articles with a hit.
        n_articles: Articles that were looked in.
        trend: date, issue_id, count, n_with, n_articles, share, low, high (Wilson's interval at
            95 %), per_10k; one row for each issue looked in, by date, undated ones last.
    """

    query: Query
    hits: pd.DataFrame
    n_with: int
    n_articles: int
    trend: pd.DataFrame


class Workbench:
    """A corpus that can be asked.

    Args:
        corpus: What `helpers.corpus.load` returned.
    """

    def __init__(self, corpus: Corpus) -> None:
        """Keep the corpus; its index is opened, or built, when first asked."""
        self.corpus = corpus

    @cached_property
    def index(self) -> Index:
        """The index of the corpus."""
        return open_index(self.corpus)

    @cached_property
    def dictionary(self) -> ThemeDictionary:
        """The theme dictionary of the corpus."""
        config = self.corpus.config
        return load_themes(config.themes, replace=config.themes_mode == "replace")

    @property
    def source(self) -> str:
        """What charts name as their source."""
        title, n = self.corpus.config.title, len(self.corpus.issues)
        return say(f"《{title}》{n}期", f"{title}, {n} issues")

    def theme_names(self) -> dict[str, str]:
        """Name the themes of the dictionary, in the language of the style."""
        names = theme_lists.theme_names(say("zh", "en"))
        return {theme: names.get(theme, theme) for theme in self.dictionary.themes}

    def default_query(self) -> Query:
        """Return the query to begin with: the commonest term of the commonest theme."""
        themes = self.corpus.themes
        if themes.empty:
            words = self.corpus.tokens["term"][self.corpus.tokens["term"].str.len() > 1]
            known = next((t.term for t in self.dictionary.terms), "县")
            # Of a corpus without words too something is asked: nothing is the answer.
            return Query(str(words.mode().iloc[0]) if len(words) else known)
        first = themes["theme"].value_counts().sort_index().idxmax()
        texts = "\n".join(self.corpus.articles["text"].astype(str))
        # One character alone stands for too many things to begin with.
        terms = [t.term for t in self.dictionary.terms if t.theme == first and len(t.term) > 1]
        counts = self.dictionary.hits(texts)
        return Query(max(terms, key=lambda term: (counts[term], term), default=""))

    def within(self, query: Query) -> list[str] | None:
        """Return the articles that a query looks in; None for all of them."""
        if not (query.theme or query.issue or query.kind):
            return None
        articles, themes = self.corpus.articles, self.corpus.themes
        kept = pd.Series(data=True, index=articles.index)
        if query.theme:
            chosen = themes.loc[themes["theme"] == query.theme, "article_id"]
            kept &= articles["article_id"].isin(chosen)
        if query.issue:
            kept &= articles["issue_id"] == query.issue
        if query.kind:
            kept &= articles["kind"] == query.kind
        return [str(name) for name in articles.loc[kept, "article_id"]]

    def ask(self, query: Query) -> Found:
        """Answer a query.

        Raises:
            InputError: It cannot be used; the text says what is wrong with it.
        """
        within = self.within(query)
        hits = self.index.find(
            query.text, query.how, context=query.context, sort=query.sort, within=within
        )
        counts = self.index.count(query.text, by="issue_id", how=query.how, within=within)
        dates = self.corpus.issues[["issue_id", "date"]]
        trend = dates.merge(counts, on="issue_id").sort_values(
            ["date", "issue_id"], ignore_index=True
        )
        n_with = int(trend["n_with"].sum())
        return Found(query, hits, n_with, int(trend["n_articles"].sum()), trend)

    def by_theme(self, found: Found) -> pd.DataFrame:
        """Count the articles with a hit by theme.

        Returns:
            theme, name, n_with, n_articles (of those looked in), percent, percent_low and _high
            (Wilson's interval at 95 %), the largest share first.
        """
        within = self.within(found.query)
        themes = self.corpus.themes
        if within is not None:
            themes = themes[themes["article_id"].isin(within)]
        hit = themes["article_id"].isin(set(found.hits["article_id"]))
        counts = themes.assign(hit=hit).groupby("theme")["hit"].agg(n_with="sum", n_articles="size")
        out = counts.reset_index()
        ends = [
            wilson(int(k), int(n)) for k, n in zip(out["n_with"], out["n_articles"], strict=True)
        ]
        out["name"] = out["theme"].map(self.theme_names()).fillna(out["theme"])
        out["percent"] = 100 * out["n_with"] / out["n_articles"]
        out["percent_low"] = [100 * low for low, _ in ends]
        out["percent_high"] = [100 * high for _, high in ends]
        return out.sort_values(["percent", "theme"], ascending=[False, True], ignore_index=True)

    def keyness(self, found: Found) -> pd.DataFrame:
        """Compare the words of the articles with a hit with those of the others looked in.

        Returns:
            The columns of `keyness`, by z; empty where one side has no words.
        """
        chosen = sorted(set(found.hits["article_id"]))
        within = self.within(found.query)
        everything = (
            list(map(str, self.corpus.articles["article_id"])) if within is None else within
        )
        rest = sorted(set(everything) - set(chosen))
        if not chosen or not rest or found.trend["n_characters"].sum() == 0:
            return pd.DataFrame(columns=["term", "count", "other", "log_ratio", "q"])
        stopwords = corpus_stopwords(self.corpus.config)
        keys = keyness_between(self.index, chosen, rest, least=LEAST, leave_out=stopwords)
        # Quotation marks set articles apart too, but say nothing.
        return keys[keys["term"].str.contains(r"\w")].reset_index(drop=True)

    def placed(self, hits: pd.DataFrame) -> pd.DataFrame:
        """Say where hits are printed => with headline, source_file, line and anchor."""
        return with_places(hits, self.corpus)

    def draw(self, found: Found) -> Axes:
        """Draw the share of articles with a hit, by issue; bars where issues have no date."""
        trend = found.trend.assign(
            percent=100 * found.trend["share"],
            percent_low=100 * found.trend["low"],
            percent_high=100 * found.trend["high"],
        )
        title = say(f"“{found.query.text}”见于多少稿件", f"Articles with “{found.query.text}”")
        subtitle = say(
            "占当期稿件的百分比，95%区间", "Per cent of each issue's articles, 95% interval"
        )
        if trend["date"].nunique() < 2 or trend["date"].isna().any():
            return bars(
                trend, label="issue_id", value="percent", low="percent_low", high="percent_high",
                title=title, subtitle=subtitle, source=self.source,
            )  # fmt: skip
        return timeline(
            trend, value="percent", low="percent_low", high="percent_high",
            title=title, subtitle=subtitle, source=self.source,
        )  # fmt: skip
