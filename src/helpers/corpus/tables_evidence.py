"""The tables of evidence: who speaks, what is counted, under which programme, in what words.

Every row of these tables points at characters of `articles.text`; what stands in headlines has a
table of its own, so that `start` and `end` mean the same everywhere.
"""

from __future__ import annotations

from helpers.corpus.columns import ARTICLE, OF_ARTICLE, count_column, text_column
from helpers.corpus.schema import Column, Table

#: Who somebody is, by office: the values of `people.category` and `quotations.category`.
CATEGORIES = (
    "official_party",
    "official_government",
    "village_cadre",
    "resident",
    "enterprise",
    "worker",
    "expert",
    "other",
)
LEVELS = (
    "国",
    "省",
    "市",
    "区",
    "县",
    "街道",
    "乡",
    "镇",
    "村",
    "自然村",
    "社区",
    "小区",
    "other",
)
ORGANISATION_KINDS = (
    "party",
    "government",
    "village",
    "community",
    "enterprise",
    "media",
    "research",
    "service",
    "social",
    "alliance",
    "event",
    "other",
)
POSITIONS = ("after", "before", "middle", "none")
QUANTITY_KINDS = (
    "count",
    "percent",
    "area",
    "money",
    "date",
    "period",
    "duration",
    "ordinal",
    "other",
)
HEDGES = ("nearly", "about", "over", "at_least", "at_most", "under")
STATUSES = ("plan", "started", "done")
VERDICTS = ("consistent", "rounded", "incomplete", "inconsistent")
INITIATIVE_KINDS = (
    "system",
    "platform",
    "mechanism",
    "campaign",
    "programme",
    "project",
    "activity",
    "facility",
    "organisation",
    "title",
)
INITIATIVE_STATUSES = ("in_force", "pilot", "planned", "done")
COINAGE_KINDS = ("quoted_coinage", "numeric_abbreviation", "slogan", "parallel", "set_phrase")
EVIDENCE = ("person", "place", "organisation", "quotation", "quantity", "initiative", "coinage")

START = count_column("start", "Offset into articles.text.", "起点")
END = count_column("end", "Offset of the character after it.", "终点", minimum=1)
TEXT = text_column("text", "What was printed.", "原文")


def _choice(
    name: str, description: str, zh: str, allowed: tuple[str, ...], *, nullable: bool = False
) -> Column:
    return Column(name, "string", description, zh, nullable=nullable, allowed=allowed)


def _number(name: str, description: str, zh: str) -> Column:
    return Column(name, "number", description, zh, nullable=True)


PEOPLE = Table(
    "people",
    "One row for each place in a text where a person is named or a nameless speaker introduced.",
    "人物",
    (
        ARTICLE,
        START,
        END,
        text_column("name", "The name, or what stands for it (程先生).", "姓名"),
        text_column("title", "Office or role as printed.", "职务", nullable=True),
        text_column("organisation", "Organisation of the office.", "单位", nullable=True),
        text_column("place", "Place that the person belongs to.", "所属地", nullable=True),
        Column("named", "boolean", "Whether a full name is printed.", "署实名"),
        _choice("category", "In what capacity.", "身份类别", CATEGORIES),
        text_column(
            "person",
            "The same person throughout the corpus; name and number where one name is several's.",
            "人物编号",
            nullable=True,
        ),
    ),
    ("article_id", "start"),
    (OF_ARTICLE,),
)
PLACES = Table(
    "places",
    "One row for each mention of a place.",
    "地名",
    (
        ARTICLE,
        START,
        END,
        TEXT,
        text_column("canonical", "The place meant: 我区 in a district's paper.", "规范名称"),
        _choice("level", "Administrative level.", "层级", LEVELS),
        text_column("parent", "The place above it, if the text tells.", "上级", nullable=True),
    ),
    ("article_id", "start", "end"),
    (OF_ARTICLE,),
)
ORGANISATIONS = Table(
    "organisations",
    "One row for each mention of an organisation.",
    "机构",
    (
        ARTICLE,
        START,
        END,
        TEXT,
        text_column("canonical", "The organisation meant.", "规范名称"),
        _choice("kind", "Kind of organisation.", "类别", ORGANISATION_KINDS),
    ),
    ("article_id", "start", "end"),
    (OF_ARTICLE,),
)
QUOTATIONS = Table(
    "quotations",
    "One row for each piece of direct speech, its quotation marks included.",
    "引语",
    (
        ARTICLE,
        START,
        END,
        TEXT,
        text_column("speaker", "Who speaks, as named in the article.", "说话人", nullable=True),
        _choice("category", "In what capacity.", "身份类别", CATEGORIES),
        text_column("verb", "Verb that attributes it.", "引述动词", nullable=True),
        _choice("position", "Where the speaker stands to the speech.", "引述位置", POSITIONS),
        Column("named", "boolean", "Whether the speaker's full name is printed.", "署实名"),
    ),
    ("article_id", "start"),
    (OF_ARTICLE,),
)
QUANTITIES = Table(
    "quantities",
    "One row for each figure: number, unit, and what it counts.",
    "数量",
    (
        ARTICLE,
        START,
        END,
        TEXT,
        _number("value", "The number, 万 and 亿 multiplied out; of a range the middle.", "数值"),
        _number("low", "Lower end of a range, otherwise the value.", "下限"),
        _number("high", "Upper end of a range, otherwise the value.", "上限"),
        text_column("unit", "Unit as printed (元/亩 of a rate).", "单位", nullable=True),
        _choice("kind", "Kind of figure.", "类别", QUANTITY_KINDS),
        _choice("approx", "How it is hedged.", "约数", HEDGES, nullable=True),
        text_column("of", "What it counts, in words of the text.", "所计", nullable=True),
        _choice("status", "Planned, started or done, if the text tells.", "进展", STATUSES,
                nullable=True),
        text_column(
            "iso",
            "Of a date or period: 2020-12-29, 2020-12, 2020-01/2020-11, 2020-07/.. (ISO 8601), with"
            " year and month from the issue's date where they are not printed.",
            "标准日期",
            nullable=True,
        ),
    ),
    ("article_id", "start"),
    (OF_ARTICLE,),
)  # fmt: skip
CHECKS = Table(
    "checks",
    "One row for each statement whose arithmetic can be done again.",
    "核算",
    (
        ARTICLE,
        text_column(
            "quantities",
            "The figures: start-end in articles.text, or headline:start-end, after id and colon"
            " where another article prints it; separated by a space.",
            "所涉数字",
        ),
        text_column("statement", "The calculation, with printed figures.", "算式"),
        text_column("computed", "What comes out.", "算得"),
        text_column("stated", "What is printed.", "文载"),
        _choice(
            "verdict",
            "consistent; rounded: within the digits printed; incomplete: cannot be decided from"
            " the print; inconsistent.",
            "结论",
            VERDICTS,
        ),
        text_column("kind", "Kind of calculation.", "类别"),
    ),
    (),
    (OF_ARTICLE,),
)
INITIATIVES = Table(
    "initiatives",
    "One row for each mention of a programme: platform, mechanism, campaign, project.",
    "举措",
    (
        ARTICLE,
        text_column("name", "The programme, by one name throughout the corpus.", "名称"),
        text_column("alias", "The form printed here.", "文中形式"),
        text_column(
            "theme", "Theme that it belongs to, if one can be told.", "主题", nullable=True
        ),
        START,
        END,
        text_column("actors", "Organisations that run it, separated by ；.", "主体", nullable=True),
        text_column("tiers", "Its tiers, separated by ；.", "层级", nullable=True),
        text_column("technology", "Technology used, separated by ；.", "技术", nullable=True),
        _choice("kind", "Kind of programme.", "类别", INITIATIVE_KINDS),
        text_column("since", "When it began, if printed (ISO 8601).", "起始", nullable=True),
        _choice("status", "How far it is.", "状态", INITIATIVE_STATUSES, nullable=True),
    ),
    ("article_id", "start", "name"),
    (OF_ARTICLE,),
)
COINAGES = Table(
    "coinages",
    "One row for each coinage, number-slogan, slogan or parallel phrase.",
    "提法",
    (
        ARTICLE,
        START,
        END,
        TEXT,
        _choice("kind", "What it is in the first place.", "类别", COINAGE_KINDS),
        text_column("term", "The term, quotation marks left out.", "词语"),
        text_column("kinds", "All that it is, separated by a space.", "全部类别"),
        text_column("expansion", "What it stands for, if printed.", "展开", nullable=True),
    ),
    ("article_id", "start", "end"),
    (OF_ARTICLE,),
)
HEADLINE_EVIDENCE = Table(
    "headline_evidence",
    "One row for each find in a kicker, headline or deck.",
    "标题证据",
    (
        ARTICLE,
        _choice("field", "Where it stands.", "所在", ("kicker", "headline", "deck")),
        count_column("start", "Offset into that field.", "起点"),
        count_column("end", "Offset of the character after it.", "终点", minimum=1),
        TEXT,
        _choice("evidence", "What it is.", "证据", EVIDENCE),
        text_column("name", "Person, place, organisation or programme meant; the term.", "名称",
                    nullable=True),
        _number("value", "Value of a figure.", "数值"),
        text_column("unit", "Unit of a figure.", "单位", nullable=True),
        text_column("kind", "Kind, category or level, as in the table of its evidence.", "类别",
                    nullable=True),
    ),
    (),
    (OF_ARTICLE,),
)  # fmt: skip
#: The tables of evidence, in the order of the data package.
EVIDENCE_TABLES = (
    PEOPLE,
    PLACES,
    ORGANISATIONS,
    QUOTATIONS,
    QUANTITIES,
    CHECKS,
    INITIATIVES,
    COINAGES,
    HEADLINE_EVIDENCE,
)
