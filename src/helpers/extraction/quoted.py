"""Quoted terms: what the paper sets in quotation marks without quoting anybody."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from helpers.extraction.printed import on_plain_reading

COLUMNS = ("article_id", "start", "end", "term", "noun")

#: “X” or ‘X’ of two to fourteen characters that neither is nor holds a sentence.
RE_TERM = re.compile(r"[“‘](?P<term>[^“”‘’。！？…；，：\n]{2,14})[”’]")
#: The noun that says what a quoted term is, right behind it.
RE_NOUN = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,6}?)(?P<noun>平台|系统|小程序|应用|钉钉群|微信群|机制|模式|工程|行动|活动|工作法|制度|中心|联盟"
    r"|体系|党支部|试点|专班|驿站|工坊|食堂|积分|工单|档案|品牌)"
)
#: Nouns of things that run on a computer or a telephone.
DIGITAL = frozenset({"平台", "系统", "小程序", "应用", "钉钉群", "微信群", "工单"})


def find_terms(text: str) -> list[dict[str, Any]]:
    """Find quoted terms and the noun that follows: '“云上办”平台' => 云上办, 平台."""
    found = []
    for match in RE_TERM.finditer(text):
        noun = RE_NOUN.match(text[match.end() : match.end() + 10])
        found.append(
            {
                "start": match.start(),
                "end": match.end(),
                "term": match["term"],
                "noun": noun["noun"] if noun else None,
            }
        )
    return found


@on_plain_reading
def quoted_terms(articles: pd.DataFrame) -> pd.DataFrame:
    """Find the quoted terms of every article; offsets are into its text, marks included.

    Args:
        articles: Frame with `article_id` and `text`.
    """
    rows = [
        {"article_id": article_id, **row}
        for article_id, text in zip(articles["article_id"], articles["text"], strict=True)
        for row in find_terms(text)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))
