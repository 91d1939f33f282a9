"""In what capacity people speak, in one group of articles and in all others."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

#: Capacity → Chinese name, English name, the categories of `quotations` it puts together.
CAPACITIES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "residents": ("居民村民", "Residents and villagers", ("resident",)),
    "cadres": ("村社干部", "Village cadres", ("village_cadre",)),
    "officials": ("党政干部", "Officials", ("official_party", "official_government")),
    "others": ("其他身份", "Other capacities", ("enterprise", "worker", "expert")),
    "unknown": ("未能识别", "Not identified", ("other",)),
}
COLUMNS = ("group", "capacity", "quotations", "characters", "share", "share_characters")


def capacity_names(language: str) -> dict[str, str]:
    """Return the names of the capacities to show: 'zh' => {'residents': '居民村民', …}."""
    return {key: zh if language == "zh" else en for key, (zh, en, _) in CAPACITIES.items()}


def capacities(speech: pd.DataFrame, chosen: Collection[str]) -> pd.DataFrame:
    """Count direct speech by capacity, in the chosen articles and in the others => `COLUMNS`.

    A quotation whose speaker's capacity was not found is counted as such: it is left neither out
    of the count nor out of the shares.

    Args:
        speech: The table `quotations`: `article_id`, `category`, `start`, `end`, marks included.
        chosen: Ids of the articles of the group 'chosen'; all others make the group 'rest'.

    Returns:
        Every capacity of both groups, zeros kept, in the order of `CAPACITIES`; shares (0 to 1)
        of the group's quotations, and of their characters.
    """
    capacity = {old: new for new, (_, _, old_ones) in CAPACITIES.items() for old in old_ones}
    told = speech.assign(
        group=speech["article_id"].isin(list(chosen)).map({True: "chosen", False: "rest"}),
        capacity=speech["category"].map(capacity).fillna("unknown"),
        n_characters=speech["end"] - speech["start"] - 2,
    )
    index = pd.MultiIndex.from_product(
        [("chosen", "rest"), tuple(CAPACITIES)], names=["group", "capacity"]
    )
    grouped = told.groupby(["group", "capacity"])["n_characters"]
    counts = pd.DataFrame({"quotations": grouped.size(), "characters": grouped.sum()})
    out = counts.reindex(index, fill_value=0).reset_index()
    for count, share in (("quotations", "share"), ("characters", "share_characters")):
        whole = out.groupby("group")[count].transform("sum")
        out[share] = (out[count] / whole.where(whole > 0)).astype("float64").round(4)
    return out[list(COLUMNS)].fillna(0.0)
