"""Which organisations stand beside a name, in one paragraph."""

from __future__ import annotations

import pandas as pd

from helpers.language.lexicon import Lexicon
from helpers.statistics.printed import paragraph_of


def organisations(tokens: pd.DataFrame, *, lexicon: Lexicon) -> pd.DataFrame:
    """Keep the tokens that the lexicon classes as organisations: 党支部, 大数据发展管理局.

    Args:
        tokens: Frame with `term` and `in_lexicon`.
        lexicon: Says which terms are organisations.
    """
    listed = tokens[tokens["in_lexicon"]]
    kept = [lexicon.class_of(term) == "organisation" for term in listed["term"]]
    # A mask with a type: an empty list would choose columns, not rows.
    return listed.loc[pd.Series(kept, index=listed.index, dtype="bool")].reset_index(drop=True)


def beside(mentions: pd.DataFrame, found: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Count the paragraphs that print a name and an organisation => name, organisation, paragraphs.

    Standing together is no statement that the one runs the other.

    Args:
        mentions: What `programmes` gave; only those in the text count.
        found: What `organisations` gave, with `article_id`, `paragraph` and `term`.
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
