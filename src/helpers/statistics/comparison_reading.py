"""Sentences that read a comparison of themes, words and periods, from its tables."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd


def short_answer(
    trends: pd.DataFrame, tested: pd.DataFrame, names: Mapping[str, str], *, unit: str
) -> str:
    """Say which theme is written of most, and whether any rises or falls throughout.

    Args:
        trends: What `change.trend` gave of themes.
        tested: What `change.monotone` gave of them.
        names: Names of themes.
        unit: What is counted: 'article' or 'paragraph'.
    """
    if trends.empty:
        return "No theme was found in dated issues of this corpus."
    periods = trends.drop_duplicates("period")
    sums = trends.groupby("term")["n_with"].sum()
    first = sorted(sums.index, key=lambda t: (-int(sums[t]), str(t)))[0]
    return (
        f"Of {int(periods['n_articles'].sum()):,} {unit}s in {len(periods)} periods, "
        f"{int(sums[first]):,} are on {names.get(first, first)}, more than on any other theme. "
        f"{read_trends(tested, names)}"
    )


def read_trends(tested: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Say which of several trends hold after the correction for their number."""
    known = tested.dropna(subset=["q"])
    if known.empty:
        return "Too few periods to test whether anything rises or falls."
    sure = known[known["q"] < 0.05].sort_values("term")
    if sure.empty:
        return (
            f"Of {len(known)} tested, none rises or falls so steadily that chance could be ruled "
            "out (q < 0.05)."
        )
    ups = [names.get(t, t) for t in sure.loc[sure["tau"] > 0, "term"]]
    downs = [names.get(t, t) for t in sure.loc[sure["tau"] < 0, "term"]]
    told = [f"{', '.join(g)} {word}" for g, word in ((ups, "rising"), (downs, "falling")) if g]
    return (
        f"Steady enough to rule out chance (q < 0.05, of {len(known)} tested): {'; '.join(told)}."
    )


def read_keyness(found: pd.DataFrame, *, of: str) -> str:
    """Say how many words set a theme apart, with words and with articles as what is drawn.

    Args:
        found: What `keyness_over_articles` gave.
        of: Name of the theme.
    """
    if found.empty:
        return "No word is frequent enough to compare."
    more = found[found["log_ratio"] > 0]
    tokens = int((more["q"] < 0.05).sum())
    if found["q_articles"].isna().all():
        return (
            f"{tokens} words are more frequent in {of} by the usual test of single words; there "
            "are too few articles to test by articles."
        )
    articles = int((more["q_articles"] < 0.05).sum())
    return (
        f"{tokens} words are more frequent in {of} by the usual test, which takes each word for a "
        f"draw of its own; {articles} remain where articles are drawn, as they are written. "
        "Trust the second figure."
    )


def read_map(axes: pd.DataFrame, stable: pd.DataFrame) -> str:
    """Say how much a map shows, and whether its axes would be found again."""
    shown = 100 * float(axes["share"].head(2).sum())
    words = [
        f"axis {int(d)} {'is found again' if s else 'is not found again reliably'} ({low:.2f})"
        for d, s, low in zip(stable["dimension"], stable["stable"], stable["low"], strict=True)
    ]
    return (
        f"The two axes show {shown:.0f}% of the differences; the rest is not in the drawing. When "
        f"articles are drawn anew, {' and '.join(words)} (5th percentile of congruence, 0.85 and "
        "more is alike)."
    )


def read_network(parts: pd.DataFrame) -> str:
    """Say how many groups a network falls into, and how firmly."""
    if parts.empty:
        return "No pair of words stands together more often than chance has it."
    row = parts.iloc[0]
    return (
        f"{int(row['n_nodes'])} words in {int(row['n_communities'])} groups; modularity "
        f"{row['modularity']:.2f}. Sought again from other seeds, the groups agree by "
        f"{row['agreement']:.2f} (adjusted Rand index, 1 is always the same)."
    )


def read_ranges(ranges: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Say how far theme counts depend on how terms are found."""
    moved = ranges[ranges["range"] > 0]
    if moved.empty:
        return "All three ways of finding terms give the same counts."
    first = moved.iloc[0]
    return (
        f"{len(moved)} of {len(ranges)} themes change with the way of finding terms; most of all "
        f"{names.get(first['theme'], first['theme'])}, from {int(first['least'])} to "
        f"{int(first['most'])} articles. A difference between themes that is smaller than that is "
        "none."
    )


def read_influence(carried: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Say which themes rest on one of their terms."""
    lost = carried[carried["most_lost"] > 0]
    if lost.empty:
        return "No theme loses an article when one of its terms is left out."
    shares = (lost["most_lost"] / lost["given"]).sort_values(ascending=False, kind="stable")
    row = lost.loc[shares.index[0]]
    return (
        f"{len(lost)} of {len(carried)} themes lose articles without a single term; most of all "
        f"{names.get(row['theme'], row['theme'])}: without {row['worst']} it has "
        f"{int(row['given'] - row['most_lost'])} articles in the place of {int(row['given'])}."
    )


def read_silence(states: pd.DataFrame) -> str:
    """Say how much of the silence is a finding, and how much a gap in the record."""
    counts = states["state"].value_counts()
    here = states[states["state"] != "absent_issue"]
    absent = int(states.loc[states["state"] == "absent_issue", "date"].nunique())
    written, unread, silent = (
        int(counts.get(state, 0)) for state in ("mentioned", "unparsed", "absent_topic")
    )
    return (
        f"{absent} issues are absent. Of {len(here)} pairs of theme and issue at hand, {written} "
        f"are written of, {unread} cannot be told, for the issue was not read in full, and "
        f"{silent} are silent."
    )
