"""HTML of the workbench: rows of a concordance, an article with its raw lines; all escaped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
from markupsafe import Markup, escape

from helpers import paths
from helpers.charts.saying import say

if TYPE_CHECKING:
    from helpers.workbench.bench import Found, Workbench
    from helpers.workbench.drafts import Effect

STYLE = Markup(
    "<style>"
    ".wb-row{display:grid;grid-template-columns:1fr auto 1fr;gap:.5em;line-height:1.7;"
    "font-size:14px;white-space:nowrap}"
    ".wb-row>span:first-child{text-align:right;overflow:hidden;direction:rtl}"
    ".wb-row>span:first-child bdi{direction:ltr;unicode-bidi:isolate}"
    ".wb-row>span:last-child{overflow:hidden;text-overflow:ellipsis}"
    ".wb-row b{color:#b5382a}"
    ".wb-said{font-size:13px;color:#555;line-height:1.6}.wb-wrong{color:#b5382a}"
    ".wb-article{border-left:3px solid #b5382a;padding:.2em 1em;line-height:1.8;max-width:46em}"
    ".wb-article h4{margin:.2em 0;font-size:17px}.wb-article mark{background:#f6dfa8}"
    ".wb-lines{font-size:12px;color:#555;border-collapse:collapse;max-width:56em}"
    ".wb-lines td{padding:0 .6em;vertical-align:top;text-align:left}"
    ".wb-lines td:first-child{text-align:right;font-variant-numeric:tabular-nums}"
    ".wb-table{border-collapse:collapse;font-size:13px}"
    ".wb-table td,.wb-table th{padding:.1em .7em;text-align:right}"
    ".wb-table td:first-child,.wb-table th:first-child{text-align:left}"
    "</style>"
)


def row(left: str, hit: str, right: str) -> Markup:
    """Return one hit between its contexts; the left one is cut at its beginning."""
    return Markup(
        '<div class="wb-row"><span><bdi>{}</bdi></span><b>{}</b><span>{}</span></div>'
    ).format(left, hit, right)


def said(found: Found) -> Markup:
    """Return how much was found, with what it is counted out of."""
    per = 10_000 * len(found.hits) / max(int(found.trend["n_characters"].sum()), 1)
    share = 100 * found.n_with / max(found.n_articles, 1)
    return Markup('<div class="wb-said">{}</div>').format(
        say(
            f"{len(found.hits):,}处，见于{found.n_with:,}篇（所查{found.n_articles:,}篇的"
            f"{share:.0f}%），每万字{per:.1f}处",
            f"{len(found.hits):,} hits in {found.n_with:,} of {found.n_articles:,} articles "
            f"({share:.0f}%), {per:.1f} for each 10,000 characters",
        )
    )


def wrong(text: object) -> Markup:
    """Return what is wrong with a query, in a line."""
    return Markup('<div class="wb-said wb-wrong">{}</div>').format(str(text))


def article(bench: Workbench, article_id: str, hits: pd.DataFrame) -> Markup:
    """Return an article with its hits marked, and the raw lines that print it.

    Args:
        bench: The workbench.
        article_id: The article.
        hits: Hits with `article_id`, `start` and `end`.
    """
    corpus = bench.corpus
    own = corpus.articles[corpus.articles["article_id"] == article_id].iloc[0]
    spans = hits.loc[hits["article_id"] == article_id, ["start", "end"]].sort_values("start")
    text, at, parts = str(own["text"]), 0, Markup("")
    for start, end in spans.itertuples(index=False):
        if start >= at:
            parts += escape(text[at:start]) + Markup("<mark>{}</mark>").format(text[start:end])
            at = end
    parts += escape(text[at:])
    paragraphs = Markup("").join(
        Markup("<p>{}</p>").format(Markup(piece)) for piece in parts.split("\n")
    )
    issue = corpus.issues[corpus.issues["issue_id"] == own["issue_id"]].iloc[0]
    lines = corpus.lines[corpus.lines["article_id"] == article_id]
    printed = Markup("").join(
        Markup('<tr><td id="wb-line-{}">{}</td><td>{}</td><td>{}</td></tr>').format(n, n, role, raw)
        for n, role, raw in lines[["line", "role", "text"]].itertuples(index=False)
    )
    head = own["headline"] if isinstance(own["headline"], str) else article_id
    return Markup(
        '<div class="wb-article"><div class="wb-said">{} · {}</div><h4>{}</h4>{}'
        "<details><summary>{}</summary>"
        '<table class="wb-lines">{}</table></details></div>'
    ).format(
        article_id,
        issue["source_file"],
        head,
        paragraphs,
        say(
            f"原始行（{issue['source_file']}，{len(lines)}行）",
            f"Raw lines ({issue['source_file']}, {len(lines)} lines)",
        ),
        printed,
    )


def keyness_table(keys: pd.DataFrame, *, most: int = 12) -> Markup:
    """Return the words that set the articles found apart from the others looked in."""
    more = keys[(keys["log_ratio"] > 0) & (keys["q"] < 0.05)] if len(keys) else keys
    if more.empty:
        return Markup('<div class="wb-said">{}</div>').format(
            say("没有显著突出的词", "No word stands out significantly")
        )
    heads = (
        say("突出的词", "Key words"),
        say("此处", "Here"),
        say("其余", "Rest"),
        say("对数比", "Log ratio"),
    )
    body = Markup("").join(
        Markup("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>").format(
            term, f"{count:,}", f"{other:,}", f"{ratio:.1f}"
        )
        for term, count, other, ratio in more.head(most)[
            ["term", "count", "other", "log_ratio"]
        ].itertuples(index=False)
    )
    return Markup('<table class="wb-table"><tr>{}</tr>{}</table>').format(
        Markup("").join(Markup("<th>{}</th>").format(h) for h in heads), body
    )


def effect_page(effect: Effect, *, most: int = 12) -> Markup:
    """Return what a draft of a theme changes."""
    first = Markup('<div class="wb-said"><b>{} → {}</b> {}</div>').format(
        effect.before, effect.after, say("篇", "articles")
    )
    items = Markup("").join(
        Markup("<li>{} {} <small>{}</small></li>").format(
            "＋" if change == "+" else "－", headline if isinstance(headline, str) else name, issue
        )
        for name, issue, headline, change in effect.changed.head(most)[
            ["article_id", "issue_id", "headline", "change"]
        ].itertuples(index=False)
    )
    rest = len(effect.changed) - most
    if rest > 0:
        items += Markup("<li>{}</li>").format(say(f"另有{rest}篇", f"{rest} more"))
    return first + Markup('<ul class="wb-said">{}</ul>').format(items)


def told(files: list[Path]) -> Markup:
    """Return where files were written, seen from the project's folder."""
    folder = files[0].parent
    shown = folder.relative_to(paths.root()) if folder.is_relative_to(paths.root()) else folder
    names = ", ".join(path.name for path in files)
    return Markup('<div class="wb-said">{} {}: {}</div>').format(
        say("已存入", "Written to"), shown.as_posix(), names
    )


def how_to_use(name: str) -> Markup:
    """Return how a saved theme file comes into use."""
    return Markup('<div class="wb-said">{}<code>themes = "{}"</code> <code>{}</code></div>').format(
        say(
            "要启用：放到 corpus.toml 旁，并在其中写上 ",
            "To use it, put it beside corpus.toml and write there ",
        ),
        name,
        'themes_mode = "replace"',
    )
