"""What an article on land acquisition speaks of: eight matters, by the words for them."""

from __future__ import annotations

import pandas as pd

from helpers.extraction.land import FIELDS
from helpers.extraction.printed import on_plain_reading

#: Key → Chinese name, English name, words. General words of the matter, never names.
MATTERS = {
    "signing": ("签约协议", "Signing and agreements", "签约|签订|签署|签字|签下|协议|意向书"),
    "measuring": ("丈量登记", "Measuring and registering", "丈量|测量|复核|清点|登记|评估|确权"),
    "money": ("补偿补助", "Compensation", "补偿|赔偿|补助|补贴|青苗费|怎么赔|征地款|奖励"),
    "resettlement": ("安置保障", "Resettlement and security", "安置|回迁|过渡期|失地|养老|社保"),
    "persuasion": (
        "动员上门",
        "Persuasion and visits",
        "动员|上门|走访|入户|做通|劝说|谈心|工作组|明白纸",
    ),
    "objection": (
        "顾虑异议",
        "Doubts and objections",
        "顾虑|担心|异议|疑问|疙瘩|舍不得|不愿|不肯|不同意|观望|矛盾|纠纷|有意见",
    ),
    "procedure": (
        "法律程序",
        "Law and procedure",
        "公告|公示|听证|审批|批准|批复|依法|法律|法院|复议|诉讼|裁决|强制",
    ),
    "speed": ("速度期限", "Speed and deadlines", "速度|仅用|提前|倒计时|期限|加快|抢抓|限期|底前"),
}
#: Every word of every matter, for a concordance.
ANY = "|".join(words for _, _, words in MATTERS.values())


def matter_names(language: str) -> dict[str, str]:
    """Return the names of the matters to show: 'zh' => {'signing': '签约协议', …}."""
    return {key: names[0 if language == "zh" else 1] for key, names in MATTERS.items()}


@on_plain_reading
def matters(articles: pd.DataFrame) -> pd.DataFrame:
    """Count the words of each matter in each article => article_id, matter, count, zeros kept.

    Args:
        articles: Frame with `article_id`, `text` and, if it has them, `kicker`, `headline`, `deck`.
    """
    fields = [field for field in FIELDS if field in articles]
    whole = articles[fields].fillna("").astype("str").agg("\n".join, axis=1)
    parts = [
        pd.DataFrame(
            {
                "article_id": articles["article_id"],
                "matter": key,
                "count": whole.str.count(words) if len(whole) else 0,
            }
        )
        for key, (_, _, words) in MATTERS.items()
    ]
    return pd.concat(parts, ignore_index=True).astype({"count": "int64"})
