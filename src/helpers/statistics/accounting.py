"""The account of an issue: characters in against characters out, and what each line rests upon."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from pathlib import Path

import pandas as pd

from helpers.corpus.config import load_config
from helpers.corpus.sources import read_again
from helpers.errors import InputError
from helpers.statistics.doubts import BY_HAND, Reason, read_reason
from helpers.statistics.signs import FIELDS, is_printed

#: Where a character of the raw file may end up, in the order of the page.
PLACES = ("masthead", "headline", "byline", "text", "outside")
#: What a reason rests upon, the firmest first.
GROUNDS = ("by_hand", "printed", "inferred")


def recount(folder: Path, issues: pd.DataFrame) -> pd.DataFrame:
    """Count the raw files anew => issue_id, raw_lines, raw_characters, unchanged.

    White space is left out. `unchanged` says whether the file still has the SHA-256 that the
    tables were built from; for a file that cannot be read any more the counts are missing.

    Args:
        folder: The raw folder of the corpus.
        issues: Frame with `issue_id`, `source_file` and `sha256`.
    """
    counted: dict[str, dict[str, tuple[int, int]]] = {}
    with suppress(InputError):
        for file, raw in read_again(load_config("recount", folder)):
            printed = [_squeeze(line) for line in raw.lines if line.strip()]
            counted.setdefault(file, {})[raw.sha256] = len(printed), sum(map(len, printed))
    rows: list[tuple[str, int | None, int | None, bool]] = []
    for issue_id, file, digest in zip(
        issues["issue_id"], issues["source_file"], issues["sha256"], strict=True
    ):
        there = counted.get(file, {})
        # A file of one issue that has changed is still counted; which of many it was, none knows.
        known = there.get(digest) or (next(iter(there.values())) if len(there) == 1 else None)
        rows.append((issue_id, *(known or (None, None)), digest in there))
    out = pd.DataFrame(rows, columns=["issue_id", "raw_lines", "raw_characters", "unchanged"])
    return out.astype({"raw_lines": "Int64", "raw_characters": "Int64", "unchanged": "bool"})


def destinations(lines: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Say for each article where its characters went => article_id, issue_id, headline, byline…

    The article's raw lines are compared with what the table `articles` holds of them, as bags of
    characters: what is in the lines and neither in headline, deck nor text must be printed in the
    byline. What is not is `lost`; what the article holds and its lines do not is `invented`.

    Args:
        lines: The table `lines`.
        articles: The table `articles`.

    Returns:
        article_id, issue_id, printed (characters on its lines), headline (with kicker and deck),
        byline, text, lost, invented.
    """
    placed = lines.dropna(subset=["article_id"])
    printed = {str(key): "".join(group) for key, group in placed.groupby("article_id")["text"]}
    rows = []
    for record in articles.fillna("").to_dict("records"):
        head = "".join(str(record[part]) for part in ("kicker", "headline", "deck"))
        on_page = Counter(_squeeze(printed.get(str(record["article_id"]), "")))
        held = Counter(_squeeze(head)) + Counter(_squeeze(str(record["text"])))
        beside = on_page - held
        signed = beside & Counter(_squeeze(str(record["byline"])))
        rows.append(
            {
                "article_id": record["article_id"],
                "issue_id": record["issue_id"],
                "printed": on_page.total(),
                "headline": len(_squeeze(head)),
                "byline": signed.total(),
                "text": len(_squeeze(str(record["text"]))),
                "lost": (beside - signed).total(),
                "invented": (held - on_page).total(),
            }
        )
    columns = ["article_id", "issue_id", "printed", "headline", "byline", "text"]
    return pd.DataFrame(rows, columns=[*columns, "lost", "invented"])


def ledger(
    folder: Path, issues: pd.DataFrame, lines: pd.DataFrame, articles: pd.DataFrame
) -> pd.DataFrame:
    """Balance every issue: characters of its file against where they went.

    Returns:
        One row for each issue by date: issue_id, date, raw_lines, lines, raw_characters, the
        PLACES, lost, invented, difference (raw_characters less the PLACES), unchanged, balanced.
    """
    aside = lines[lines["article_id"].isna()]
    masthead = aside["role"] == "masthead"
    sizes = aside["text"].map(lambda text: len(_squeeze(str(text))))
    parts = destinations(lines, articles).groupby("issue_id")
    out = issues[["issue_id", "date"]].merge(recount(folder, issues), on="issue_id")
    counts: dict[str, pd.Series[int]] = {
        "lines": lines.groupby("issue_id").size(),
        "masthead": sizes[masthead].groupby(aside["issue_id"]).sum(),
        "outside": sizes[~masthead].groupby(aside["issue_id"]).sum(),
        **{name: parts[name].sum() for name in ("headline", "byline", "text", "lost", "invented")},
    }
    for name, column in counts.items():
        out[name] = out["issue_id"].map(column).fillna(0).astype("int64")
    out["difference"] = out["raw_characters"] - out[list(PLACES)].sum(axis=1)
    even = (out[["difference", "lost", "invented"]] == 0).all(axis=1)
    even &= out["raw_lines"] == out["lines"]
    out["balanced"] = (even.fillna(False) & out["unchanged"]).astype("bool")
    first = ["issue_id", "date", "raw_lines", "lines", "raw_characters", *PLACES]
    last = ["lost", "invented", "difference", "unchanged", "balanced"]
    return out.sort_values(["date", "issue_id"])[first + last].reset_index(drop=True)


def reasons(lines: pd.DataFrame) -> pd.DataFrame:
    """Count what weighed most for the roles => reason, ground, n_lines, share, n_issues.

    `reason` is the sign that spoke most for it, as the parser names it. Masthead fields are one
    here, 'masthead field', and so is 'corrected by hand'. `ground` is one of GROUNDS: something
    printed in the line says so, its shape and its neighbours say so, or a person said so. By number
    of lines, then reason.
    """
    read = [read_reason(str(reason)) for reason in lines["reason"]]
    grouped = lines.assign(reason=[_heaviest(r) for r in read]).groupby("reason")["issue_id"]
    out = grouped.agg(n_lines="size", n_issues="nunique").reset_index()
    out["ground"] = [_ground(str(reason)) for reason in out["reason"]]
    out["share"] = (out["n_lines"] / max(len(lines), 1)).astype("float64").round(4)
    out = out.sort_values(["n_lines", "reason"], ascending=[False, True]).reset_index(drop=True)
    return out[["reason", "ground", "n_lines", "share", "n_issues"]]


def _heaviest(read: Reason) -> str:
    """Name the sign that weighed most."""
    if read.by_hand:
        return BY_HAND
    if read.state == "masthead" and read.signs[0] in FIELDS:
        return "masthead field"
    return read.signs[0]


def _ground(reason: str) -> str:
    if reason == BY_HAND:
        return "by_hand"
    return "printed" if reason == "masthead field" or is_printed(reason) else "inferred"


def _squeeze(text: str) -> str:
    """Leave out white space."""
    return "".join(text.split())
