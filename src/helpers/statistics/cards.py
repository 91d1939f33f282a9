"""What the card of a programme shows: its tiers, figures and evidence as tidy frames."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from helpers.extraction.document import Document
from helpers.extraction.initiatives import Indicator, Initiative, Mention

#: How many characters of the text stand before and behind a name in the evidence.
AROUND = 14


class Card(NamedTuple):
    """The frames that `charts.card` draws.

    `tiers`: tier, number; `indicators`: figure, of, value, unit, article_id, field, start, end;
    `evidence`: article_id, field, start, end, text (the name with the words around it).
    """

    tiers: pd.DataFrame
    indicators: pd.DataFrame
    evidence: pd.DataFrame


def card_of(initiative: Initiative, documents: Mapping[str, Document]) -> Card:
    """Make the frames of a programme's card.

    Args:
        initiative: The programme.
        documents: The articles by id, from which the words of the evidence are taken.
    """
    tiers = pd.DataFrame(
        [(tier.name, tier.number) for tier in initiative.tiers], columns=["tier", "number"]
    )
    indicators = pd.DataFrame(
        [
            (one.text, one.of, one.value, one.unit, one.article_id, one.field, one.start, one.end)
            for one in _telling(initiative)
        ],
        columns=["figure", "of", "value", "unit", "article_id", "field", "start", "end"],
    )
    evidence = pd.DataFrame(
        [
            (m.article_id, m.field, m.start, m.end, _words(documents[m.article_id], m))
            for m in initiative.mentions
        ],
        columns=["article_id", "field", "start", "end", "text"],
    )
    return Card(tiers, indicators, evidence)


def _telling(initiative: Initiative) -> list[Indicator]:
    """Return each figure once: amounts and shares before durations and the rest."""
    once: dict[tuple[str, str | None], Indicator] = {}
    for one in initiative.indicators:
        once.setdefault((one.text, one.of), one)
    return sorted(once.values(), key=lambda one: one.kind in ("duration", "other"))


def _words(document: Document, mention: Mention) -> str:
    """Return a name with the words around it, an ellipsis where the text goes on."""
    text = document.printed.get(mention.field) or document.fields[mention.field]
    left, right = max(0, mention.start - AROUND), min(len(text), mention.end + AROUND)
    before, behind = "…" if left else "", "…" if right < len(text) else ""
    return f"{before}{text[left:right]}{behind}"
