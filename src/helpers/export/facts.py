"""The facts of a corpus that a report opens with."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from helpers.charts.labels import Language, number
from helpers.export.words import say


def corpus_facts(
    corpus: str,
    tables: Mapping[str, pd.DataFrame],
    corpus_hash: str,
    figures: int,
    *,
    language: Language,
) -> list[tuple[str, str]]:
    """Return names and values: paper first, then period, counts and the corpus with its hash.

    A fact whose table or column is not there is left out; the paper's name then is the corpus's.
    """
    issues = tables.get("issues", pd.DataFrame())
    facts: list[tuple[str, str]] = []

    def add(key: str, value: str) -> None:
        if value:
            facts.append((say(key, language=language), value))

    add("paper", _papers(issues) or corpus)
    add("period", _period(issues, language))
    add("issues", number(len(issues)) if len(issues) else "")
    add("articles", _sum(issues, "n_articles"))
    add("characters", _sum(issues, "n_characters"))
    add("figures", number(figures))
    add("corpus", corpus)
    add("hash", corpus_hash)
    return facts


def _papers(issues: pd.DataFrame) -> str:
    if "paper" not in issues:
        return ""
    return "、".join(sorted({str(p) for p in issues["paper"].dropna()}))


def _period(issues: pd.DataFrame, language: Language) -> str:
    if "date" not in issues:
        return ""
    days = pd.to_datetime(issues["date"], errors="coerce").dropna()
    if days.empty:
        return ""
    first, last = (f"{d:%Y-%m-%d}" for d in (days.min(), days.max()))
    return first if first == last else f"{first} {say('to', language=language)} {last}"


def _sum(issues: pd.DataFrame, column: str) -> str:
    if column not in issues or issues.empty:
        return ""
    return number(float(pd.to_numeric(issues[column], errors="coerce").sum()))
