"""Which organisations stand beside a name, in one paragraph."""

from __future__ import annotations

import pandas as pd

from helpers.statistics.printed import paragraph_of


def placed(organisations: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Say in which paragraph each organisation is named => with `paragraph` and `term`, its name.

    Args:
        organisations: The table `organisations`.
        paragraphs: Frame with `article_id`, `paragraph` and `text`.
    """
    return paragraph_of(organisations, paragraphs).rename(columns={"canonical": "term"})


def beside(mentions: pd.DataFrame, found: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Count the paragraphs that print a name and an organisation => name, organisation, paragraphs.

    Standing together is no statement that the one runs the other.

    Args:
        mentions: What `programmes.mentions` gave; only those in the text count.
        found: What `placed` gave, with `article_id`, `paragraph` and `term`.
        paragraphs: Frame with `article_id`, `paragraph` and `text`.
    """
    named = mentions[mentions["field"] == "text"]
    placed = paragraph_of(named, paragraphs)[["article_id", "paragraph", "name"]]
    keys = ["article_id", "paragraph"]
    pairs = placed.drop_duplicates().merge(found[[*keys, "term"]].drop_duplicates(), on=keys)
    out = pairs.groupby(["name", "term"]).size().rename("paragraphs").reset_index()
    out = out.rename(columns={"term": "organisation"})
    order = ["paragraphs", "name", "organisation"]
    return out.sort_values(order, ascending=[False, True, True]).reset_index(drop=True)
