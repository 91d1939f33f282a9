"""Sentences that read who is quoted, who holds an office and who writes, from their tables."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from helpers.statistics.readings import ranked

#: What is said where nobody is quoted.
NO_VOICES = "Nobody is quoted in this corpus: there is no voice to measure."
#: Quotations below which a share is not read out.
LEAST = 5
OFFICIALS = ("official_party", "official_government")


def short_answer(shares: pd.DataFrame, quotations: pd.DataFrame, articles: pd.DataFrame,
                 names: Mapping[str, str]) -> str:  # fmt: skip
    """Say how much is quoted and by whom, in three sentences."""
    if quotations.empty:
        return NO_VOICES
    heard = shares[shares["quotations"] > 0]
    heard = heard.assign(name=heard["category"].map(names))
    named = int(quotations["named"].astype(bool).sum())
    return (
        f"Quotations: {len(quotations):,}, in {quotations['article_id'].nunique():,} of "
        f"{len(articles):,} articles. By capacity: {ranked(heard, 'name', 'quotations', most=4)}. "
        f"A full name is printed for {named:,} of them; {_speakerless(quotations)}"
    )


def _speakerless(quotations: pd.DataFrame) -> str:
    none = int(quotations["speaker"].isna().sum())
    return f"for {none:,} no speaker could be found." if none else "every one has a speaker."


def read_shares(shares: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Say who is quoted most, who at greatest length for it, and what the officials' share is."""
    total = int(shares["quotations"].sum())
    if total < LEAST:
        return NO_VOICES if not total else f"{total} quotations are too few to read shares from."
    top = shares.sort_values(["quotations", "category"], ascending=[False, True]).iloc[0]
    text = (
        f"Most often quoted: {names[top['category']].lower()}, {_percent(top, '')} of {total:,} "
        f"quotations, and {_percent(top, '_characters')} of the quoted characters."
    )
    officials = shares[shares["category"].isin(OFFICIALS)]
    text += (
        f" Party and government officials together: {100 * officials['share'].sum():.0f}% of the "
        f"quotations, {100 * officials['share_characters'].sum():.0f}% of the characters."
    )
    apart = shares[
        (shares["quotations"] >= LEAST)
        & (
            (shares["share"] < shares["low_characters"])
            | (shares["share"] > shares["high_characters"])
        )
    ]
    if apart.empty:
        return text + " In no capacity do the two measures differ by more than the intervals allow."
    return text + f" The two measures differ for: {', '.join(map(names.get, apart['category']))}."  # type: ignore[arg-type]


def _percent(row: pd.Series[float], what: str) -> str:
    low, high = (100 * float(row[f"{end}{what}"]) for end in ("low", "high"))
    return f"{100 * float(row[f'share{what}']):.0f}% (95% interval {low:.0f} to {high:.0f})"


def read_themes(told: pd.DataFrame, names: Mapping[str, str], themes: Mapping[str, str]) -> str:
    """Say who leads on each theme that has quotations enough."""
    parts = []
    for theme, rows in told.groupby("theme", sort=False):
        total = int(rows["quotations"].sum())
        if total < LEAST:
            continue
        top = rows.sort_values(["quotations", "category"], ascending=[False, True]).iloc[0]
        parts.append(
            f"{themes.get(str(theme), str(theme))}: {names[top['category']].lower()} "
            f"({top['quotations']} of {total})"
        )
    if not parts:
        return f"No theme has {LEAST} quotations."
    return "Quoted most, by theme: " + "; ".join(parts) + "."


def read_named(named: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Say in which capacity speakers are least often named."""
    known = named[named["quotations"] >= LEAST].sort_values(["share", "category"])
    if known.empty:
        return f"No capacity has {LEAST} quotations."
    total, count = int(named["quotations"].sum()), int(named["named"].sum())
    text = f"{count:,} of {total:,} quotations have a speaker with a full name."
    low = known.iloc[0]
    if len(known) > 1 and low["share"] < known["share"].max():
        text += (
            f" Least often named: {names[low['category']].lower()} "
            f"({low['named']} of {low['quotations']}); most often: "
            f"{names[known.iloc[-1]['category']].lower()}."
        )
    return text


def read_speakers(told: pd.DataFrame, new: pd.DataFrame) -> str:
    """Say how many speakers come back, and who most."""
    if told.empty:
        return "Nobody is quoted by name."
    back = told[told["n_issues"] > 1]
    text = f"Speakers with a name: {len(told):,}; quoted in a second issue: {len(back):,}"
    text += (
        f", most: {ranked(back, 'person', 'n_issues')} (issues in brackets)." if len(back) else "."
    )
    later = new.iloc[1:]
    if len(later) and later["speakers"].sum():
        text += (
            f" From the second issue on, {int(later['new'].sum())} of "
            f"{int(later['speakers'].sum())} speakers of an issue were not quoted in one before it."
        )
    return text


def read_tenures(held: pd.DataFrame) -> str:
    """Say in how many offices there are several holders, and which are held at once."""
    if held.empty:
        return (
            "No office whose unit is printed has two holders here. Village secretaries without "
            "their village's name cannot be compared."
        )
    offices = held.drop_duplicates("office")
    both = offices.loc[offices["reading"] == "at_once", "office"].tolist()
    text = f"Offices with more than one holder in print: {len(offices)}"
    text += f"; one after another: {len(offices) - len(both)}; at once: {len(both)}"
    return text + (f" ({'、'.join(both[:5])})." if both else ".")


def read_network(nodes: pd.DataFrame, edges: pd.DataFrame) -> str:
    """Say how many actors are linked, and the strongest link."""
    if edges.empty:
        return "No two of them are named in one sentence."
    linked = int((nodes["degree"] > 0).sum())
    top = edges.iloc[0]
    widest = nodes.sort_values(["degree", "node"], ascending=[False, True]).iloc[0]
    return (
        f"{linked:,} of {len(nodes):,} names share a sentence with another: {len(edges):,} pairs. "
        f"Most often together: {top['a']} and {top['b']} ({top['n_sentences']} sentences); with "
        f"most others: {widest['node']} ({widest['degree']})."
    )


def read_origins(shares: pd.DataFrame) -> str:
    """Say what part of the articles is handed down or unsigned."""
    total = int(shares["total"].max())
    if not total:
        return "There is no article."
    counts = dict(zip(shares["origin"], shares["n_articles"].astype(int), strict=True))
    handed = shares[shares["origin"] == "handed_down"].iloc[0]
    return (
        f"Of {total:,} articles {counts['local']:,} are written in the county, "
        f"{counts['handed_down']:,} handed down or taken over ({_percent(handed, '')}), "
        f"{counts['unsigned']:,} unsigned."
    )


def read_signers(ledger: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Say how many sign, in which capacities, and who most."""
    if ledger.empty:
        return "Nobody signs an article."
    counts = ledger.groupby("author")["name"].nunique().rename("n").reset_index()
    counts["name"] = counts["author"].map(names)
    top = ledger.groupby("name")["article_id"].nunique().rename("n").reset_index()
    return (
        f"Signers: {ledger['name'].nunique():,} names ({ranked(counts, 'name', 'n', most=6)}); "
        f"most articles: {ranked(top, 'name', 'n')}."
    )
