"""Names to show, in Chinese and English, for the keys that the measures use."""

from __future__ import annotations

from collections.abc import Iterable

from helpers.statistics.signs import sign_in_words

#: Keys by what they are of: kinds of article, authors, places of characters, grounds of a role.
NAMES: dict[str, tuple[str, str]] = {
    "news": ("消息", "News"),
    "photo": ("图片新闻", "Photo"),
    "commentary": ("评论", "Commentary"),
    "wire": ("通讯社稿", "Wire"),
    "notice": ("公告启事", "Notice"),
    "brief": ("简讯", "Brief"),
    "poem": ("诗歌", "Poem"),
    "essay": ("散文", "Essay"),
    "table": ("表格", "Table"),
    "weather": ("天气", "Weather"),
    "staff": ("本报记者", "Staff"),
    "trainee": ("见习记者", "Trainee"),
    "staff_and_correspondent": ("记者与通讯员合署", "Staff with correspondent"),
    "correspondent": ("通讯员", "Correspondent"),
    "photographer": ("摄影", "Photographer"),
    "commentator": ("评论员", "Commentator"),
    "other": ("其他", "Other"),
    "unsigned": ("未署名", "Unsigned"),
    "masthead": ("报头", "Masthead"),
    "headline": ("标题", "Headlines"),
    "byline": ("署名", "Bylines"),
    "text": ("正文", "Text"),
    "outside": ("稿件之外", "Outside articles"),
    "printed": ("印在行内的标记", "A sign printed in the line"),
    "inferred": ("由形态与上下文推断", "Its shape and its neighbours"),
    "by_hand": ("人工更正", "A person's correction"),
    "masthead field": ("报头项目", "a masthead field"),
    "corrected by hand": ("人工更正", "corrected by hand"),
    "numbered": ("期号累计", "Numbered"),
    "held": ("所存期数", "Held here"),
    "undated": ("无日期", "undated"),
    "organisation": ("机构组织", "Organisations"),
    "office": ("职务岗位", "Offices"),
    "programme": ("工程行动", "Programmes"),
    "procedure": ("制度程序", "Procedures"),
    "place_type": ("地域类型", "Types of place"),
    "indicator": ("指标考核", "Indicators"),
    "slogan_word": ("口号用语", "Slogan words"),
    "technology": ("数字技术", "Technology"),
    "land": ("土地", "Land"),
    "water": ("水务", "Water"),
    "environment": ("环境", "Environment"),
    "finance": ("财政金融", "Finance"),
    "community": ("社区", "Community"),
    "law": ("法治", "Law"),
}


def named(keys: Iterable[object], language: str) -> list[str]:
    """Return the names of keys, a key without a name unchanged: ['news'], 'zh' => ['消息'].

    Args:
        keys: Keys of NAMES, or signs that the parser read a line by.
        language: zh or en.

    Raises:
        ValueError: If the language is another.
    """
    if language not in ("zh", "en"):
        raise ValueError(f"language must be zh or en, not {language!r}")
    return [_name(str(key), language) for key in keys]


def _name(key: str, language: str) -> str:
    if key in NAMES:
        return NAMES[key][0 if language == "zh" else 1]
    return sign_in_words(key, language=language)
