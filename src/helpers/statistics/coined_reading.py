"""Sentences that read coinages, number-slogans and formulae, from their tables."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from helpers.statistics.readings import ranked

#: What is said where no term was found.
NO_TERMS = "No term in quotation marks and no number-slogan was found in this corpus."


def short_answer(spread: pd.DataFrame, slogans: pd.DataFrame, sentences: pd.DataFrame) -> str:
    """Say how many terms there are, how many come back, and how much of the print is formula.

    Args:
        spread: Quoted coinages and number-slogans, from `coined.coinage_spread`.
        slogans: Those of them that are number-slogans.
        sentences: What `formulae.judged_sentences` gave.
    """
    if spread.empty:
        return f"{NO_TERMS} {read_sentences(sentences)}"
    back = spread[spread["n_issues"] > 1]
    text = (
        f"Terms in quotation marks or with a number: {len(spread):,}, printed "
        f"{int(spread['n_mentions'].sum()):,} times; {len(back)} of them stand in more than one "
        f"issue"
    )
    text += (
        f": {ranked(back, 'term', 'n_issues', most=5)} (issues in brackets)." if len(back) else "."
    )
    told = int((slogans["expansion"] != "").sum())
    return f"{text} Number-slogans: {len(slogans)}, spelt out: {told}. {read_sentences(sentences)}"


def read_sentences(sentences: pd.DataFrame) -> str:
    """Say how many sentences are only formula."""
    if sentences.empty:
        return "There is no sentence to judge."
    count, total = int(sentences["formula"].sum()), len(sentences)
    return f"Sentences that are only formula: {count:,} of {total:,} ({100 * count / total:.0f}%)."


def read_reach(reach: pd.DataFrame, new: pd.DataFrame) -> str:
    """Say how many terms are printed in one issue only, and how new an issue's terms are.

    Args:
        reach: What `coined.reach_counts` gave.
        new: What `coined.newcomers` gave.
    """
    if reach.empty:
        return NO_TERMS
    total = int(reach["terms"].sum())
    once = int(reach.loc[reach["n_issues"] == 1, "terms"].sum())
    text = f"{once:,} of {total:,} terms stand in one issue only ({100 * once / total:.0f}%)."
    later = new.iloc[1:]
    if len(later) and later["terms"].sum():
        share = 100 * later["new"].sum() / later["terms"].sum()
        text += (
            f" From the second issue on, {share:.0f}% of an issue's terms are new to the corpus."
        )
    if len(new) < 5:
        text += " With so few issues most terms have had no chance to come back."
    return text


def read_slogans(slogans: pd.DataFrame) -> str:
    """Say how many number-slogans are spelt out, and which are printed most without it."""
    if slogans.empty:
        return "No number-slogan was found."
    bare = slogans[slogans["expansion"] == ""]
    text = f"Spelt out: {len(slogans) - len(bare)} of {len(slogans)}."
    if len(bare):
        text += (
            f" Printed most without: {ranked(bare, 'term', 'n_mentions')} (mentions in brackets)."
        )
    return text


def read_kinds(rates: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Say how many mentions of each kind there are."""
    counts = rates.groupby("kind")["n_mentions"].sum().reset_index()
    if not counts["n_mentions"].sum():
        return "No term of any kind was found."
    counts["name"] = counts["kind"].map(names)
    return f"Mentions by kind: {ranked(counts, 'name', 'n_mentions', most=5)}."


def read_both_ways(both: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Say which theme loses most, and whether the order of themes stays the same."""
    known = both[both["n_hits"] >= 10]
    if known.empty:
        return "No theme has ten hits."
    lost = (1 - known["n_hits_acts"] / known["n_hits"]).mul(100).round(1)
    top = known.assign(lost=lost).sort_values(["lost", "theme"], ascending=[False, True]).iloc[0]
    articles = int((both["n_articles"] - both["n_articles_acts"]).sum())
    orders = [both.sort_values([c, "theme"], ascending=[False, True])["theme"].tolist()
              for c in ("n_hits", "n_hits_acts")]  # fmt: skip
    same = "the same either way" if orders[0] == orders[1] else "not the same either way"
    return (
        f"Most is lost by {names.get(top['theme'], top['theme']).lower()}: {top['lost']:g}% of "
        f"{int(top['n_hits'])} hits. {articles} attributions of a theme to an article rest on "
        f"formulae alone. The order of the themes is {same}."
    )


def read_formulae(shares: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Say on which theme formulae take most of the print.

    Args:
        shares: What `formulae.formula_shares` gave; themes of fewer than three articles are not
            read out.
        names: Names of the themes.
    """
    known = shares[shares["n_articles"] >= 3].sort_values(
        ["share", "theme"], ascending=[False, True]
    )
    if known.empty:
        return "No theme has three articles."
    top = known.iloc[0]
    if not top["share"]:
        return "No sentence of a theme with three articles is only formula."
    rest = known[known["theme"] != top["theme"]]
    text = (
        f"Most formula: {names.get(top['theme'], top['theme']).lower()}, {100 * top['share']:.1f}% "
        f"of its characters (95% interval {100 * top['low']:.1f} to {100 * top['high']:.1f}, "
        f"{int(top['n_articles'])} articles)."
    )
    if len(rest) and (rest["high"] >= top["low"]).any():
        text += " Its interval overlaps with others: the order is not certain."
    return text
