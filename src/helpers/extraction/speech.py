"""Direct speech, and in what capacity the speaker is introduced.

The capacity is read off the words of office in the clause that attributes the speech; who the
person is, is not. What stands in quotation marks without ending a sentence is a coinage, not
speech (see `quoted`).
"""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from helpers.extraction.printed import on_plain_reading

COLUMNS = ("article_id", "start", "end", "n_characters", "category", "verb", "clause")

#: “…” with at most one level of inner quotation; the last character inside ends a clause.
RE_SPEECH = re.compile(r"“[^“”]{1,1200}?[。！？…，；]”")
#: Verbs that attribute speech, longest first.
RE_VERB = re.compile(
    r"告诉记者|对记者说|向记者(?:介绍|表示|讲述)|介绍说|介绍|表示|坦言|感慨|感叹|强调|指出|认为|回忆|解释|透露"
    r"|告诉|直言|补充|相告|劝说|谈起|提起|说起|笑言|称赞|点赞|说道|说|道(?=[：，。])"
)
#: In what capacity somebody speaks, by words of office; the first that matches decides.
CATEGORIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "village_cadre",
        re.compile(
            r"(?:村|社区|小区|居委会|业委会|支部|网格)[^，。]{0,8}(?:书记|主任|支书|委员|干部|组长|会计)"
            r"|村主任|村支书|村干部|生产队长|网格员|业委会|联户长|村民小组长"
        ),
    ),
    ("expert", re.compile(r"专家|教授|研究员|学者|工程师|医生|院长|老师")),
    (
        "official_party",
        re.compile(
            r"(?:县委|区委|市委|省委|镇党委|乡党委|党工委|街道工委|党组|纪委|组织部|宣传部|统战部)[^，。]{0,8}(?:书记|部长|委员|干部)|党委书记"
        ),
    ),
    (
        "official_government",
        re.compile(
            r"局长|镇长|乡长|县长|区长|市长|街道办事处|科长|处长|股长|所长|站长|大队长|分管领导|负责人|主任"
        ),
    ),
    ("worker", re.compile(r"工人|员工|师傅|清运工|保洁员|司机|快递|外卖|护河员|管水员|技术员")),
    ("enterprise", re.compile(r"经理|老板|董事长|厂长|公司|企业|项目部|合作社|店主|场主|园主")),
    (
        "resident",
        re.compile(
            r"村民|居民|业主|住户|群众|市民|农户|家长|老人|大爷|大妈|阿姨|先生|女士|奶奶|大伯|学生"
        ),
    ),
)
CATEGORY_NAMES = {
    "village_cadre": ("村社干部", "Village and community cadres"),
    "official_party": ("党委干部", "Party officials"),
    "official_government": ("政府干部", "Government officials"),
    "resident": ("居民村民", "Residents and villagers"),
    "enterprise": ("企业人士", "Enterprises"),
    "worker": ("一线职工", "Workers"),
    "expert": ("专家学者", "Experts"),
    "other": ("其他或未署名", "Other or unnamed"),
}
#: How many characters before a name its office is printed in.
INTRODUCTION = 16
#: How far an attributing clause may reach.
REACH = 60


def find_speech(text: str) -> list[dict[str, Any]]:
    """Find direct speech with the capacity of its speaker.

    '“这路修得好。”村民甲乙说。' => one row, category 'resident', verb '说'. Offsets include the
    quotation marks.
    """
    found = []
    for match in RE_SPEECH.finditer(text):
        clause, verb = _attribution(text, match.start(), match.end())
        category = categorise(clause)
        if category == "other" and verb:
            category = _introduced(text[: match.start()], clause)
        found.append(
            {
                "start": match.start(),
                "end": match.end(),
                "n_characters": match.end() - match.start() - 2,
                "category": category,
                "verb": verb,
                "clause": clause,
            }
        )
    return found


def _introduced(before: str, clause: str) -> str:
    """Look a bare name up where the article introduced it: 甲乙说 => 村民甲乙 further above."""
    start = re.match(r"[\u4e00-\u9fff]{2,4}", clause)
    for length in (4, 3, 2):
        if start is None or length > len(start[0]):
            continue
        at = before.find(start[0][:length])
        if at > 0:
            words = re.split(r"[，。！？：；”“\n]", before[max(0, at - INTRODUCTION) : at])[-1]
            return categorise(words)
    return "other"


def _attribution(text: str, start: int, end: int) -> tuple[str, str | None]:
    """Return the clause that attributes a speech, after it or before it, and its verb."""
    after = re.split(r"[。！？\n“]", text[end : end + REACH])[0]
    if (verb := RE_VERB.search(after)) is not None:
        return after[: verb.start()], verb[0]
    before = re.split(r"[。！？\n”]", text[max(0, start - REACH) : start])[-1]
    if (verb := RE_VERB.search(before)) is not None:
        return before[: verb.start()], verb[0]
    return after or before, None


def categorise(clause: str) -> str:
    """Name the capacity that a clause introduces: '村民甲乙笑着' => 'resident'."""
    return next((name for name, pattern in CATEGORIES if pattern.search(clause)), "other")


@on_plain_reading
def speech(articles: pd.DataFrame) -> pd.DataFrame:
    """Find the direct speech of every article; offsets are into its text.

    Args:
        articles: Frame with `article_id` and `text`.
    """
    rows = [
        {"article_id": article_id, **row}
        for article_id, text in zip(articles["article_id"], articles["text"], strict=True)
        for row in find_speech(text)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"n_characters": "int64"})
