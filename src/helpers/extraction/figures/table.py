"""The figures of articles as a table, each with the field that prints it."""

from __future__ import annotations

import re

import pandas as pd

from helpers.extraction.document import Setting, read_documents
from helpers.extraction.figures.find import find_figures

COLUMNS = ("article_id", "field", "start", "end", "text", "value", "unit", "kind", "approx")
#: A sign that a figure is hedged, for tables that do not say so.
RE_HEDGED = re.compile(r"[近约余多几来逾超]|不[到足]|以[上下内]|左右|上下")
#: Kinds that say when or which one, not how much.
NO_AMOUNTS = ("date", "period", "ordinal")


def figure_table(articles: pd.DataFrame, issues: pd.DataFrame | None = None) -> pd.DataFrame:
    """Find every amount of articles => `COLUMNS`, in order; dates, periods, ordinals left out.

    Args:
        articles: Frame with `article_id`, `text` and, if it has them, `kicker`, `headline`, `deck`.
        issues: Frame with `issue_id` and `date`, where the articles name their issue.
    """
    rows = [
        (document.article_id, f.field, f.start, f.end, document.quote(f.field, f.start, f.end),
         f.value, f.unit, f.kind, f.approx)
        for document in read_documents(articles, issues)
        for f in find_figures(document, Setting())
        if f.kind not in NO_AMOUNTS and f.value is not None
    ]  # fmt: skip
    return _typed(pd.DataFrame(rows, columns=list(COLUMNS)))


def all_amounts(quantities: pd.DataFrame, headline_evidence: pd.DataFrame) -> pd.DataFrame:
    """Put the amounts of the text and of headlines into one table => `COLUMNS`.

    Args:
        quantities: The table `quantities`.
        headline_evidence: The table `headline_evidence`.
    """
    heads = headline_evidence[headline_evidence["evidence"] == "quantity"]
    hedged = ["about" if RE_HEDGED.search(text) else None for text in heads["text"]]
    heads = heads.assign(approx=pd.Series(hedged, index=heads.index, dtype="object"))
    both = [quantities.assign(field="text")[list(COLUMNS)], heads[list(COLUMNS)]]
    out = pd.concat([part.astype({"approx": "object"}) for part in both], ignore_index=True)
    amounts = ~out["kind"].isin(NO_AMOUNTS) & out["value"].notna()
    return _typed(out[amounts].sort_values(["article_id", "field", "start"], kind="stable"))


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    types = {"start": "int64", "end": "int64", "value": "float64"}
    return frame.astype(types).reset_index(drop=True)
