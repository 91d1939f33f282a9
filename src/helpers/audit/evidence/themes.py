"""How often the main theme of an article is the one a reader gives it."""

from __future__ import annotations

import pandas as pd

from helpers.audit.evidence.key import EvidenceKey
from helpers.audit.evidence.measure import Score, agree
from helpers.language.theme_lists import OTHER
from helpers.language.themes import load_themes, main_themes, score_themes

#: The labels that every key has, whether or not it uses them.
BROAD = {
    "digital_governance",
    "party_building",
    "land_acquisition",
    "property_management",
    "urban_renewal",
    "water_supply",
    "environment",
    "rural_development",
    "community_life",
}


def score_main_themes(key: EvidenceKey) -> list[Score]:
    """Compare main themes, and all themes given, with a key.

    A main theme agrees if the key calls it clearly right. Of all themes, those that the key
    allows without asking for them count neither way.
    """
    frame = pd.DataFrame(
        {
            "article_id": [d.article_id for d in key.documents],
            "headline": ["\n".join(d.fields.get(f, "") for f in ("kicker", "headline", "deck"))
                         for d in key.documents],
            "text": [d.text for d in key.documents],
        }
    )  # fmt: skip
    themes = score_themes(frame, dictionary=load_themes())
    mains = main_themes(frame, themes)
    given = set(zip(themes["article_id"], themes["theme"], strict=True))
    rows = {row["article"]: row for row in key.rows.get("themes", ())}
    told = {a: row for a, row in rows.items() if row["themes"] or row.get("main")}
    labels = {label for row in rows.values() for label in (*row["themes"], row.get("main"))}
    # A key that has no such label calls it other.
    mains = mains.where(mains.isin(labels | BROAD), OTHER)
    right = [a for a, row in told.items() if mains[a] in {row.get("main"), *row["themes"]}]
    asked = {(a, t) for a, row in told.items() for t in row["themes"] if t != OTHER}
    free = {(a, t) for a, row in told.items() for t in row.get("optional", ())}
    return [
        Score(
            "main theme",
            len(right),
            tuple((a, str(row.get("main")), str(mains[a])) for a, row in told.items()
                  if a not in right),
        ),
        agree("themes", {g for g in given if g[0] in told}, asked, optional=free),
    ]  # fmt: skip
