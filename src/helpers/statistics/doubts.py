"""What the parser doubted: reasons read back, doubtful lines, and what would mend them.

A reason of the parser reads 'headline: ends:open, before:opener (0.62; slogan 0.30)': the state it
chose, the signs that spoke most for it, how sure it is, and the likeliest other state.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import pandas as pd

from helpers.statistics.signs import sign_in_words, state_in_words

#: Lines less sure than this are shown as doubtful.
DOUBTFUL = 0.9
#: (0.62; slogan 0.30), (0.98): how sure a line is. Must not match a bracket that holds words.
RE_SURE = re.compile(r"\s*\((?P<sure>[01]\.\d\d)(?:; (?P<rival>[a-z ]+) (?P<share>[01]\.\d\d))?\)")
#: What a person said of a line in corrections.toml.
BY_HAND = "corrected by hand"
#: How many characters of a line are quoted in a correction: enough to notice that it has moved.
QUOTED = 8
#: What corrections.toml says for a line to be read in another state.
MENDS: dict[str, tuple[str, ...]] = {
    "masthead": ('role = "masthead"',),
    "header": ('role = "page_header"',),
    "slogan": ('role = "slogan"',),
    "furniture": ('role = "furniture"',),
    "interrupt": ('role = "furniture"',),
    "headline": ('role = "headline"',),
    "deck": ('role = "deck"',),
    "byline": ('role = "byline"',),
    "start": ('role = "body"', "starts = true"),
    "item": ('role = "body"', "starts = true"),
    "opening": ('role = "body"', "starts = true", 'article = "new"'),
    "goes on": ('role = "body"', "starts = false"),
    "caption": ('role = "caption"', "starts = true"),
    "caption goes on": ('role = "caption"', "starts = false"),
    "credit": ('role = "credit"',),
    "jump": ('role = "jump"',),
}


class Reason(NamedTuple):
    """A reason taken apart; `sure`, `rival` and `share` are None where it does not say."""

    state: str
    signs: tuple[str, ...]
    sure: float | None
    rival: str | None
    share: float | None
    by_hand: bool


def read_reason(reason: str) -> Reason:
    """Take a reason apart.

    'deck: ends:open (0.62; headline 0.30)' => deck, ('ends:open',), 0.62, headline, 0.30.
    """
    match = RE_SURE.search(reason)
    told = reason[: match.start()] if match else reason.partition("; " + BY_HAND)[0]
    state, colon, signs = told.partition(": ")
    if told.startswith(BY_HAND) or not colon:
        state, signs = "", told
    return Reason(
        state,
        (signs,) if not colon or not state else tuple(signs.split(", ")),
        float(match["sure"]) if match else None,
        match["rival"] if match else None,
        float(match["share"]) if match and match["share"] else None,
        BY_HAND in reason,
    )


def reason_in_words(reason: str, *, language: str) -> str:
    """Say a reason in words: '标题：行末无标点、首行缩进（把握 0.62，否则为标语 0.30）'."""
    read = read_reason(reason)
    chinese = language == "zh"
    signs = ("、" if chinese else ", ").join(
        sign_in_words(sign, language=language) for sign in read.signs if sign
    )
    said = signs
    if read.state:
        colon = "：" if chinese else ": "
        said = f"{state_in_words(read.state, language=language)}{colon}{signs}"
    if read.sure is not None:
        said += _sureness(read, language)
    if read.by_hand and not said.startswith(BY_HAND):
        said += "; " + reason[reason.index(BY_HAND) :]
    return said.replace(BY_HAND, "人工更正") if chinese else said


def _sureness(read: Reason, language: str) -> str:
    """Say how sure a line is and what else it may be."""
    rival = state_in_words(read.rival, language=language) if read.rival else ""
    if language == "zh":
        other = f"，否则为{rival} {read.share:.2f}" if rival else ""
        return f"（把握 {read.sure:.2f}{other}）"
    other = f", or else {rival} {read.share:.2f}" if rival else ""
    return f" (sure {read.sure:.2f}{other})"


def with_sureness(lines: pd.DataFrame) -> pd.DataFrame:
    """Add what the reasons say => lines with `sure`, `rival`, `share` (missing if not), `by_hand`.

    Args:
        lines: Frame with `reason`, as the table `lines`.
    """
    read = [read_reason(str(reason)) for reason in lines["reason"]]
    return lines.assign(
        sure=pd.Series([r.sure for r in read], index=lines.index, dtype="float64"),
        rival=pd.Series([r.rival for r in read], index=lines.index, dtype="object"),
        share=pd.Series([r.share for r in read], index=lines.index, dtype="float64"),
        by_hand=pd.Series([r.by_hand for r in read], index=lines.index, dtype="bool"),
    )


def doubtful_lines(lines: pd.DataFrame, *, below: float = DOUBTFUL) -> pd.DataFrame:
    """List the lines that the parser was not sure of, the least sure first.

    Returns:
        issue_id, line, text, role, article_id (None outside articles), sure, rival, share,
        reason.
    """
    found = with_sureness(lines)
    found = found[(found["sure"] < below) & ~found["by_hand"]]
    columns = ["issue_id", "line", "text", "role", "article_id", "sure", "rival", "share", "reason"]
    return found.sort_values(["sure", "issue_id", "line"])[columns].reset_index(drop=True)


def by_confidence(
    articles: pd.DataFrame, lines: pd.DataFrame, *, language: str, most: int = 15
) -> pd.DataFrame:
    """Rank articles by confidence, lowest first, each with the line that takes most of it.

    Returns:
        article_id, kind, confidence, line_first, line_last, doubtful (number of its lines under
        DOUBTFUL), weakest (number of its least sure line), sure, because (the reason of that line
        in words); missing where no line says how sure it is.
    """
    columns = ["article_id", "kind", "confidence", "line_first", "line_last"]
    out = articles.sort_values(["confidence", "article_id"]).head(most)[columns]
    own = with_sureness(lines[lines["article_id"].isin(out["article_id"])])
    own = own.dropna(subset=["sure"]).sort_values(["sure", "line"])
    weakest = own.groupby("article_id").first()
    ids = out["article_id"]
    count = own[(own["sure"] < DOUBTFUL) & ~own["by_hand"]].groupby("article_id").size()
    because = {
        key: reason_in_words(str(r), language=language) for key, r in weakest["reason"].items()
    }
    out = out.assign(
        doubtful=ids.map(count).fillna(0).astype("int64"),
        weakest=ids.map(weakest["line"]).astype("Int64"),
        sure=ids.map(weakest["sure"]).astype("float64"),
        because=[because.get(key, "") for key in ids],
    )
    return out.reset_index(drop=True)


def mends(doubts: pd.DataFrame, issues: pd.DataFrame) -> str:
    """Write the lines of corrections.toml that give each doubtful line its likeliest other role.

    They are no finding: each holds only if the page shows that the parser is wrong there.

    Args:
        doubts: What `doubtful_lines` gives; a line without a rival is left out.
        issues: Frame with `issue_id` and `source_file`.
    """
    files = dict(zip(issues["issue_id"], issues["source_file"], strict=True))
    out = []
    for row in doubts.to_dict("records"):
        said = MENDS.get(str(row["rival"]))
        if said is not None:
            out.append(mend(str(files[row["issue_id"]]), int(row["line"]), str(row["text"]), said))
    return "\n\n".join(out)


def mend(file: str, line: int, text: str, said: tuple[str, ...]) -> str:
    """Write one correction of a line, ready for corrections.toml."""
    return "\n".join([f"[[{toml_text(file)}.lines]]", f"at = {quoted(line, text)}", *said])


def quoted(line: int, text: str) -> str:
    """Name a line by number and beginning, as corrections do: '"14 三座水站换了"'."""
    return toml_text(f"{line} {''.join(text.split())[:QUOTED]}")


def toml_text(text: str) -> str:
    r"""Write a text as TOML does: 甲"乙 => "甲\"乙"."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    # Control characters, which a quoted text cannot hold as they are.
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda m: f"\\u{ord(m[0]):04X}", escaped) + '"'
