"""A raw issue as HTML: every printed line numbered, coloured by its role, with the parser's reason.

Colour never stands alone: each line has its role in words at the margin. No script is needed: the
reason is a tooltip, and unfolds under a line that has the keyboard's focus, is linked to, or is
doubtful. Lines are anchors, `line-14`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby
from typing import Any

import pandas as pd
from markupsafe import Markup, escape

from helpers.charts import labels
from helpers.charts.colour import ink_on
from helpers.charts.labels import Language, checked
from helpers.charts.pages import ROLE_COLOURS, UNKNOWN
from helpers.export.figures import Exporter
from helpers.export.pages import make_page, template_text
from helpers.export.words import say
from helpers.statistics.doubts import DOUBTFUL, reason_in_words, with_sureness
from helpers.statistics.naming import named
from helpers.statistics.signs import state_in_words

#: One row of a table, by column.
Row = dict[str, Any]


def raw_page(
    lines: pd.DataFrame,
    articles: pd.DataFrame | None = None,
    *,
    language: str | None = None,
    anchor: str = "line-",
    styled: bool = True,
) -> Markup:
    """Draw the lines of one issue.

    Args:
        lines: The rows of the table `lines` of one issue, in any order.
        articles: The table `articles`, for kind, confidence and headline of each; may hold more.
        language: 'zh' or 'en'; that of the charts when not given.
        anchor: What the ids of lines begin with; give another where a page shows several issues.
        styled: Put the style sheet before it, as a notebook needs; the report has it already.

    Returns:
        One <div>; whatever the paper printed is escaped.
    """
    spoken = checked(language)
    rows: list[Row] = _records(with_sureness(lines).sort_values("line"))
    known = {} if articles is None else {str(a["article_id"]): a for a in _records(articles)}
    body: list[Markup] = []
    seen: set[str] = set()
    for owner, run in groupby(rows, key=lambda row: _text(row["article_id"])):
        body.append(_block(owner, list(run), known, seen, spoken, anchor))
    return Markup('<div class="rp" lang="{}">{}{}<table class="rp-page">{}</table></div>').format(
        "zh-CN" if spoken == "zh" else "en",
        Markup("<style>{}</style>").format(Markup(styles())) if styled else "",
        _key(rows, spoken),
        Markup("").join(body),
    )


def raw_page_file(
    lines: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    title: str,
    fictional: bool = False,
    language: str | None = None,
) -> bytes:
    """Return the page of one issue as a file of its own, fonts and styles inside it.

    Args:
        lines: The rows of the table `lines` of one issue.
        articles: The table `articles`.
        title: The heading, such as the paper and the date.
        fictional: Say at the head that nothing in it is real.
        language: 'zh' or 'en'; that of the charts when not given.
    """
    spoken = checked(language)
    return make_page(
        "rawpage.html",
        language=spoken,
        headings=title,
        title=title,
        fictional=fictional,
        page=raw_page(lines, articles, language=spoken, styled=False),
    )


def save_raw_pages(
    out: Exporter,
    lines: pd.DataFrame,
    articles: pd.DataFrame,
    ranked: pd.DataFrame,
    *,
    paper: str,
    fictional: bool = False,
) -> list[str]:
    """Write a page for each issue that has one of the ranked articles => the ids of the issues.

    Args:
        out: Where to.
        lines: The table `lines`.
        articles: The table `articles`.
        ranked: Articles that are to be proof-read, with `article_id`.
        paper: Its name, for the heading.
        fictional: Say at the head that nothing in it is real.
    """
    chosen = articles[articles["article_id"].isin(ranked["article_id"])]
    issues = sorted(chosen["issue_id"].unique())
    for issue in issues:
        title = f"{paper} {issue.removeprefix(f'{out.corpus}-')}"
        page = raw_page_file(
            lines[lines["issue_id"] == issue],
            articles,
            title=title,
            fictional=fictional,
            language=out.language,
        )
        out.save_page(page, issue)
    return issues


@cache
def styles() -> str:
    """Return the style sheet of raw pages and differences, its colours those of the charts."""
    rules = [template_text("rawpage.css").strip()]
    for role, colour in {**ROLE_COLOURS, "unknown": UNKNOWN}.items():
        rules.append(f".rp .rp-c-{role}{{background:{colour};color:{ink_on(colour)}}}")
        rules.append(f".rp .rp-page .rp-{role}>td.rp-text{{border-left-color:{colour}}}")
    return "\n".join(rules)


def _block(
    owner: str,
    rows: list[Row],
    known: Mapping[str, Row],
    seen: set[str],
    language: Language,
    anchor: str,
) -> Markup:
    """Draw lines that follow each other in one article, or outside any."""
    head = Markup("")
    if owner:
        head = _top(owner, known.get(owner), goes_on=owner in seen, language=language)
        seen.add(owner)
    kind = Markup(' class="rp-article"') if owner else ""
    drawn = Markup("").join(_line(row, language, anchor) for row in rows)
    return Markup("<tbody{}>{}{}</tbody>\n").format(kind, head, drawn)


def _top(owner: str, article: Row | None, *, goes_on: bool, language: Language) -> Markup:
    """Draw the border line of an article: its number, kind and confidence."""
    said = [say("goes_on", language=language)] if goes_on else []
    if article is not None and not goes_on:
        said += named([article["kind"]], language)
        said.append(f"{say('confidence', language=language)} {float(article['confidence']):.2f}")
    return Markup(
        '<tr class="rp-top"><th colspan="4" scope="rowgroup"><b>{}</b>{}</th></tr>\n'
    ).format(owner, " · ".join(said))


def _line(row: Row, language: Language, anchor: str) -> Markup:
    """Draw one line."""
    role = row["role"] if row["role"] in ROLE_COLOURS else "unknown"
    why = reason_in_words(str(row["reason"]), language=language)
    number = int(row["line"])
    doubtful = bool(row["sure"] < DOUBTFUL)  # not a number where the reason does not say
    return Markup(
        '<tr class="rp-line rp-{role}{low}" id="{anchor}{n}" title="{why}">'
        '<td class="rp-no"><a href="#{anchor}{n}">{n}</a></td>'
        '<td class="rp-role">{chip}</td>'
        '<td class="rp-text"><span class="rp-said">{text}</span>'
        '<div class="rp-why">{why}</div></td><td class="rp-sure">{sure}</td></tr>\n'
    ).format(
        role=role,
        low=" rp-low" if doubtful else "",
        anchor=anchor,
        n=number,
        why=why,
        chip=_chip(role, language),
        text=str(row["text"]).strip(),
        sure=_sure(row, language) if doubtful else "",
    )


def _sure(row: Row, language: Language) -> Markup:
    """Say how sure a doubtful line is, and what else it may be."""
    rival = _text(row["rival"])
    other = f"{state_in_words(rival, language=language)} {row['share']:.2f}" if rival else ""
    return Markup("<b>? {}</b><span>{}</span>").format(f"{row['sure']:.2f}", other)


def _chip(role: str, language: Language) -> Markup:
    return Markup('<span class="rp-chip rp-c-{}">{}</span>').format(
        role, labels.word(role, language=language)
    )


def _key(rows: Iterable[Row], language: Language) -> Markup:
    """List the roles that occur, with their number, and explain the mark of doubt."""
    counts: dict[str, int] = {}
    for row in rows:
        role = row["role"] if row["role"] in ROLE_COLOURS else "unknown"
        counts[role] = counts.get(role, 0) + 1
    present = [role for role in (*ROLE_COLOURS, "unknown") if role in counts]
    chips = Markup(" ").join(
        Markup('{}<span class="rp-n">{}</span>').format(_chip(role, language), counts[role])
        for role in present
    )
    return Markup('<p class="rp-key">{}<br>{}</p>').format(
        chips, escape(say("how_to_read", language=language, sure=f"{DOUBTFUL:.2f}"))
    )


def _records(data: pd.DataFrame) -> list[Row]:
    """Return the rows of a table."""
    return [{str(name): value for name, value in row.items()} for row in data.to_dict("records")]


def _text(value: object) -> str:
    """Return a text that may be missing."""
    return "" if value is None or value != value else str(value)
