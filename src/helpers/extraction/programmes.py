"""Named programmes: quoted names that the paper introduces as a platform, campaign or slogan.

No name is known beforehand. A quoted term becomes a programme by the words around it (推行“…”,
“…”平台), by its own form (三联三治: numeral, noun, numeral, noun), or because it comes back.
"""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from helpers.extraction.printed import on_plain_reading
from helpers.extraction.quoted import RE_TERM

COLUMNS = ("article_id", "field", "start", "end", "name", "kind")
#: The fields of an article that are read, in the order of the page; offsets are into the field.
FIELDS = ("kicker", "headline", "deck", "text")
#: The kinds, in the order in which evidence decides, with their names to show.
KIND_NAMES = {
    "platform": ("平台", "Platform"),
    "number_slogan": ("数字口号", "Number-slogan"),
    "campaign": ("行动或制度", "Campaign or scheme"),
    "recurring": ("反复出现的说法", "Recurring term"),
}

_DIGITAL = "平台|系统|小程序|客户端|公众号|钉钉群|微信群|工单|大脑|APP"
#: Up to eight characters of an attribute may part a name from its noun: “村里事”智慧治理平台;
#: not across 的, which begins another thing.
RE_PLATFORM_AFTER = re.compile(
    rf"^(?:[^\W的在和与]{{0,8}}?(?:{_DIGITAL})|上线|后台|注册|扫码|登记|里点)"
)
RE_PLATFORM_BEFORE = re.compile(
    rf"(?:(?:{_DIGITAL}|按键)(?:名?叫|名为|称为|叫做|是|——|：)?"
    r"|登录|打开|点开|点击|点了一下|接入|下载|报上)$"
)
RE_PLATFORM_NAME = re.compile(rf"(?:{_DIGITAL})$")
RE_CAMPAIGN_AFTER = re.compile(
    r"^等?[^\W的在和与等将]{0,4}?(?:行动|活动|工程|工作法|攻坚|竞赛|计划|机制|制度|模式|改革|品牌|推进会|现场会|考评"
    r"|党支部|党组织|联盟|工坊|服务队|积分|专班|驿站)"
)
RE_CAMPAIGN_NAME = re.compile(
    r"(?:行动|工程|工作法|工坊|食堂|驿站|积分|机制|模式|联盟|中心|计划|党支部|服务队|超市|议事会|恳谈会)$"
)
RE_CAMPAIGN_BEFORE = re.compile(
    r"(?:推行|推出|启动|开展|实施|推进|推广|创建|试行|深化|所谓|就叫|叫作|叫做|称为|名为|简称|这就是|首批"
    r"|[头首][一]?[场批期届轮])[了出起的线上下]{0,2}$"
)
_NUMERAL = "[一二两三四五六七八九十百千万双0-9]"
#: 一河一档, 两学一做; 两不愁三保障; 三个一, 四个自信. Not 三不管, which has one numeral only.
RE_NUMBER_SLOGAN = re.compile(
    rf"^(?:(?:{_NUMERAL}[\u4e00-\u9fff]){{2,3}}|{_NUMERAL}个{_NUMERAL}[百千]?"
    rf"|{_NUMERAL}个[\u4e00-\u9fff]{{2,3}}"
    r"|[一二两三四五六七八九十][\u4e00-\u9fff]{1,3}[一二两三四五六七八九十][\u4e00-\u9fff]{1,3})$"
)
#: “三本账”：… and “五改一留”（… print what the number stands for.
RE_EXPANSION = re.compile(r"^(?:：|，?即|（)")
RE_NUMBERED = re.compile(rf"^{_NUMERAL}[\u4e00-\u9fff]{{1,4}}$")
#: How far around a name is looked.
REACH = 12


def find_names(text: str) -> list[dict[str, Any]]:
    """Find quoted terms and what introduces them: '推行“一河一档”，' => 一河一档, number_slogan.

    `evidence` is 'platform', 'number_slogan', 'campaign' or None; `start` and `end` hold the
    quotation marks.
    """
    return [
        {
            "start": match.start(),
            "end": match.end(),
            "term": match["term"],
            "evidence": _evidence(
                match["term"],
                text[max(0, match.start() - REACH) : match.start()],
                text[match.end() : match.end() + REACH],
            ),
        }
        for match in RE_TERM.finditer(text)
    ]


def _evidence(term: str, before: str, after: str) -> str | None:
    """Judge one occurrence; the form of the name and the words behind it go before the verb."""
    if (
        RE_PLATFORM_NAME.search(term)
        or RE_PLATFORM_AFTER.match(after)
        or RE_PLATFORM_BEFORE.search(before)
    ):
        return "platform"
    if RE_NUMBER_SLOGAN.match(term) or (RE_NUMBERED.match(term) and RE_EXPANSION.match(after)):
        return "number_slogan"
    if (
        RE_CAMPAIGN_NAME.search(term)
        or RE_CAMPAIGN_AFTER.match(after)
        or RE_CAMPAIGN_BEFORE.search(before)
    ):
        return "campaign"
    return None


@on_plain_reading
def programmes(articles: pd.DataFrame) -> pd.DataFrame:
    """Find every occurrence of every named programme => the columns of `COLUMNS`.

    A name has one kind throughout: the one with most evidence, of equal ones the first of
    `KIND_NAMES`; without any, 'recurring' if it stands in two articles or more, otherwise it is
    left out. A longer name that ends in a shorter one (“甲乙一键办”, “一键办”) is counted under
    the one that is printed more often.

    Args:
        articles: Frame with `article_id`, `text` and any of `kicker`, `headline`, `deck`.
    """
    rows = [
        {"article_id": article_id, "field": field, **found}
        for field in FIELDS
        if field in articles
        for article_id, text in zip(articles["article_id"], articles[field], strict=True)
        if isinstance(text, str)
        for found in find_names(text)
    ]
    frame = pd.DataFrame(
        rows, columns=["article_id", "field", "start", "end", "term", "evidence"], dtype=object
    )
    counts = {str(t): int(n) for t, n in frame["term"].value_counts().items()}
    frame["name"] = [canonical(term, counts) for term in frame["term"]]
    kinds = {str(name): _kind(group) for name, group in frame.groupby("name")}
    frame["kind"] = [kinds[name] for name in frame["name"]]
    order = {str(a): i for i, a in enumerate(articles["article_id"])}
    kept = frame[frame["kind"] != ""].copy()
    kept["order"] = [order[a] for a in kept["article_id"]]
    kept["place"] = [FIELDS.index(f) for f in kept["field"]]
    kept = kept.sort_values(["order", "place", "start"])[list(COLUMNS)].reset_index(drop=True)
    return kept.astype({"start": "int64", "end": "int64"})


def canonical(term: str, counts: dict[str, int]) -> str:
    """Return the name that a term is counted under: 甲乙一键办 => 一键办, if that is there."""
    family = [
        other
        for other in counts
        if min(len(term), len(other)) >= 3
        and abs(len(term) - len(other)) <= 4
        and (term.endswith(other) or other.endswith(term))
    ]
    return min(family, key=lambda other: (-counts[other], other), default=term)


def _kind(group: pd.DataFrame) -> str:
    votes = group["evidence"].dropna().value_counts()
    if votes.empty:
        recurs = group["article_id"].nunique() >= 2 and len(str(group["name"].iloc[0])) >= 3
        return "recurring" if recurs else ""
    return min((k for k in KIND_NAMES if k in votes.index), key=lambda kind: -int(votes[kind]))


def nearest_name(figures: pd.DataFrame, mentions: pd.DataFrame) -> pd.Series[str]:
    """Say under which programme each figure stands: the name last printed before it.

    A figure before the first name of the text takes the first name of the article, headlines
    included; one in an article without a programme is left missing.

    Args:
        figures: Frame with `article_id` and `start`, offsets into the text.
        mentions: What `programmes` gave, or some rows of it.

    Returns:
        A series of names with the index of `figures`.
    """
    by_article = {str(a): group for a, group in mentions.groupby("article_id")}
    names: list[str | None] = []
    for article_id, start in zip(figures["article_id"], figures["start"], strict=True):
        group = by_article.get(str(article_id))
        if group is None:
            names.append(None)
            continue
        before = group[(group["field"] == "text") & (group["start"] < start)]
        names.append(str(before["name"].iloc[-1] if len(before) else group["name"].iloc[0]))
    return pd.Series(names, index=figures.index, name="name", dtype="str")
