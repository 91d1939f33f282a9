"""How near articles stand to the Party: as their theme, by a word, or not at all."""

from __future__ import annotations

import pandas as pd

#: How near an article stands to the Party, from far to near.
PRESENCE = ("none", "named", "theme")
PRESENCE_NAMES = {
    "none": ("未提党组织", "No Party word"),
    "named": ("提到党组织、党的职务或党员", "The Party is named"),
    "theme": ("以党建为题", "Party building is a theme"),
}
#: Words for a Party organisation, office or member; not 政党, 党参.
_PARTY = r"党支部|党总支|党委|党组|党工委|党员|党建|党小组|党群|支书|[县区市]委(?:书记|常委)"


def party_presence(articles: pd.DataFrame, themes: pd.DataFrame) -> pd.Series[str]:
    """Say how near each article stands to the Party: 'theme', 'named' or 'none' => by article_id.

    'theme': Party building is among its themes; 'named': its text names a Party organisation,
    office (党支部书记) or Party members; 'none': neither.

    Args:
        articles: Frame with `article_id` and `text`.
        themes: Frame with `article_id` and `theme`.
    """
    themed = set(themes.loc[themes["theme"] == "party_building", "article_id"])
    named = articles["text"].str.contains(_PARTY, regex=True, na=False)
    values = [
        "theme" if a in themed else "named" if n else "none"
        for a, n in zip(articles["article_id"], named, strict=True)
    ]
    return pd.Series(values, index=articles["article_id"].to_numpy(), name="presence", dtype="str")
