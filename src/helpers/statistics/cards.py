"""What the card of a programme shows: its tiers, figures and evidence as tidy frames."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from helpers.extraction.document import Document
from helpers.extraction.initiatives import Indicator, Initiative, Mention

#: How many characters of the text stand before and behind a name in the evidence.
AROUND = 14
#: A tier as the table lists it: 乡镇群 18, or 乡镇群.
RE_TIER = re.compile(r"(?P<tier>.*?)(?: (?P<number>[\d.e+]+))?")


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


def card_in_tables(
    name: str, initiatives: pd.DataFrame, book: pd.DataFrame
) -> tuple[Card, list[str], list[str]]:
    """Make a programme's card from the tables of a corpus => card, actors, technology.

    Args:
        name: The programme.
        initiatives: The table `initiatives`.
        book: The ledger (`indicators.entries`), from which its figures are taken: those with words
            for what they count, each once, those printed in most articles of the corpus first.
    """
    mine = initiatives[initiatives["name"] == name]
    known = {key: _listed(mine, key) for key in ("actors", "tiers", "technology")}
    tiers = [RE_TIER.fullmatch(tier) for tier in known["tiers"]]
    counted = [(t["tier"], float(t["number"]) if t["number"] else None) for t in tiers if t]
    own = book[(book["programme"] == name) & (book["of"].str.len() > 1)]
    told = own.groupby(["of", "unit"], dropna=False)["article_id"].transform("nunique")
    own = own.assign(told=told).sort_values(
        ["told", "date"], ascending=[False, True], kind="stable"
    )
    own = own.drop_duplicates(["text", "of"]).rename(columns={"text": "figure"})
    columns = ["figure", "of", "value", "unit", "article_id", "start", "end"]
    card = Card(
        pd.DataFrame(counted, columns=["tier", "number"]),
        own[columns].reset_index(drop=True),
        mine[["article_id", "start", "end", "alias"]].rename(columns={"alias": "text"}),
    )
    return card, known["actors"], known["technology"]


def _listed(mine: pd.DataFrame, column: str) -> list[str]:
    """Return the entries of a cell that lists them with ；."""
    cells = mine[column].dropna()
    return str(cells.iloc[0]).split("；") if len(cells) else []
