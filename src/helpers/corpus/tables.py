"""The tables of a corpus: every column with its type, meaning and limits.

Names and order are a promise: tools outside this repository read them.
"""

from __future__ import annotations

from helpers.corpus.schema import Column, ForeignKey, Table
from helpers.parsing.model import KINDS, ROLES

#: What an issue id looks like: `kecheng-2020-12-30`, `kecheng-2020-12-30-n1761`,
#: `kecheng-undated-1a2b3c4d`; never one with an article number.
ISSUE_ID = r"[\w-]+-(?:\d{4}-\d{2}-\d{2}|undated)(?:-n\d+|-[0-9a-f]{8})?"
#: What an article id looks like: an issue id and `-a01`, counted from 01 in the order of the page.
ARTICLE_ID = ISSUE_ID + r"-a\d{2,}"

#: The values of `articles.script`, `misprints.kind` and `reprints.kind`.
SCRIPTS = ("simplified", "traditional")
MISPRINT_KINDS = ("doubled", "homophone", "dropped", "unbalanced", "punctuation")
REPRINT_KINDS = ("identical", "near", "excerpt")

_ISSUE = Column(
    "issue_id",
    "string",
    "Issue: corpus and date.",
    "期次编号",
    pattern=ISSUE_ID,
)
_ARTICLE = Column(
    "article_id", "string", "Article: issue id and its number.", "稿件编号", pattern=ARTICLE_ID
)
_OF_ISSUE = ForeignKey("issue_id", "issues", "issue_id")
_OF_ARTICLE = ForeignKey("article_id", "articles", "article_id")


def _text(name: str, description: str, zh: str, *, nullable: bool = False) -> Column:
    """Describe a column of text."""
    return Column(name, "string", description, zh, nullable=nullable)


def _count(
    name: str, description: str, zh: str, *, minimum: int = 0, narrow: bool = False
) -> Column:
    """Describe a column of counts or positions."""
    return Column(name, "integer", description, zh, minimum=minimum, bits=32 if narrow else 64)


ISSUES = Table(
    "issues",
    "One row for each issue that was read.",
    "期次",
    (
        _ISSUE,
        _text("paper", "The paper, from its masthead or corpus.toml.", "报名", nullable=True),
        Column("date", "date", "Date printed in the masthead.", "出版日期", nullable=True),
        Column(
            "issue_number", "integer", "Issue number as printed.", "期号", nullable=True, minimum=0
        ),
        _text("lunar_date", "Lunar date as printed.", "农历日期", nullable=True),
        _text("weekday", "Weekday as printed.", "星期", nullable=True),
        _text("publisher", "Publisher (主办) as printed.", "主办单位", nullable=True),
        _text("compiler", "Editing office (编印) as printed.", "编印单位", nullable=True),
        Column("pages", "integer", "Number of pages as printed.", "版数", nullable=True, minimum=1),
        _text("source_file", "File, or folder of pages, under the raw folder.", "来源文件"),
        Column(
            "sha256",
            "string",
            "SHA-256 of the file; of its lines, if the file holds several issues.",
            "文件校验值",
            pattern=r"[0-9a-f]{64}",
        ),
        _text("encoding", "Character encoding of the file.", "编码"),
        _count("n_articles", "Number of articles.", "稿件数"),
        _count("n_characters", "Characters on all raw lines, white space left out.", "字数"),
        Column(
            "lunar_ok",
            "boolean",
            "Whether the lunar date falls on the date; empty where either is missing.",
            "农历相符",
            nullable=True,
        ),
        Column(
            "weekday_ok",
            "boolean",
            "Whether the weekday falls on the date; empty where either is missing.",
            "星期相符",
            nullable=True,
        ),
    ),
    ("issue_id",),
)

LINES = Table(
    "lines",
    "One row for each non-blank raw line: what it is, and why. Nothing is left out.",
    "原文行",
    (
        _ISSUE,
        _count(
            "line",
            "Line in the source file, from 1; in pages and tables, of the issue as laid out.",
            "行号",
            minimum=1,
        ),
        _text("text", "The raw line, unchanged.", "原文"),
        Column("role", "string", "What the line is.", "角色", allowed=ROLES),
        Column(
            "article_id",
            "string",
            "Article that the line belongs to; empty for furniture.",
            "稿件编号",
            nullable=True,
            pattern=ARTICLE_ID,
        ),
        _text("reason", "Why the line was given its role.", "判定理由"),
    ),
    ("issue_id", "line"),
    (_OF_ISSUE, _OF_ARTICLE),
)

ARTICLES = Table(
    "articles",
    "One row for each article.",
    "稿件",
    (
        _ARTICLE,
        _ISSUE,
        _count("order", "Number of the article in its issue, from 1.", "序号", minimum=1),
        Column("kind", "string", "Kind of article.", "体裁", allowed=KINDS),
        _text("kicker", "Line above the headline (肩题).", "肩题", nullable=True),
        _text("headline", "Headline; its lines are joined by a line feed.", "标题", nullable=True),
        _text("deck", "Subordinate headline (副题).", "副题", nullable=True),
        _text("byline", "Byline or photo credit as printed.", "署名", nullable=True),
        Column(
            "text",
            "string",
            "Paragraphs joined by a line feed, byline removed; every start and end counts in it.",
            "正文",
            may_be_blank=True,
        ),
        _count("n_paragraphs", "Number of paragraphs.", "段数"),
        _count("n_characters", "Characters of the text, white space left out.", "字数"),
        _count("line_first", "First raw line.", "起始行", minimum=1),
        _count("line_last", "Last raw line.", "结束行", minimum=1),
        Column(
            "confidence",
            "number",
            "How sure the parser is of the article's bounds.",
            "置信度",
            minimum=0,
            maximum=1,
        ),
        Column(
            "script",
            "string",
            "Characters that headline and text are printed in; tokens are always simplified.",
            "字体",
            allowed=SCRIPTS,
        ),
    ),
    ("article_id",),
    (_OF_ISSUE,),
)

PARAGRAPHS = Table(
    "paragraphs",
    "One row for each paragraph, its column breaks joined.",
    "段落",
    (
        _ARTICLE,
        _count("paragraph", "Number of the paragraph in its article, from 1.", "段号", minimum=1),
        _text("text", "Text of the paragraph.", "段落正文"),
        Column(
            "lines",
            "string",
            "Raw lines that it stands on, separated by a space.",
            "所在行",
            pattern=r"\d+(?: \d+)*",
        ),
    ),
    ("article_id", "paragraph"),
    (_OF_ARTICLE,),
)

BYLINES = Table(
    "bylines",
    "One row for each person of a byline or credit.",
    "署名人",
    (
        _ARTICLE,
        _text(
            "role",
            "Role as printed (记者, 通讯员, 摄).",
            "身份",
            nullable=True,
        ),
        _text("name", "Name as printed.", "姓名"),
        _text("unit", "Unit named with the person.", "单位", nullable=True),
    ),
    (),
    (_OF_ARTICLE,),
)

TOKENS = Table(
    "tokens",
    "One row for each token of the articles' texts; white space left out, punctuation kept.",
    "词次",
    (
        _ARTICLE,
        _count("paragraph", "Paragraph, from 1.", "段号", minimum=1, narrow=True),
        _count(
            "position",
            "Number of the token, from 1.",
            "词序",
            minimum=1,
            narrow=True,
        ),
        _count("start", "Offset into articles.text.", "起点", narrow=True),
        _count("end", "Offset of the character after it.", "终点", minimum=1, narrow=True),
        _text(
            "term",
            "The token in simplified characters; widths, radicals, invisible characters and spaces"
            " between characters set apart normalised. What was printed is text[start:end].",
            "词语",
        ),
        _text(
            "pos",
            "Tag of the term in jieba's dictionary, not of the token in its place: a weak signal.",
            "词性",
            nullable=True,
        ),
        Column("in_lexicon", "boolean", "Whether the corpus's lexicon lists the term.", "词库收录"),
    ),
    ("article_id", "position"),
    (_OF_ARTICLE,),
)

THEMES = Table(
    "themes",
    "One row for each theme found in an article.",
    "主题",
    (
        _ARTICLE,
        _text("theme", "Key of the theme.", "主题"),
        Column("score", "number", "Weight of the theme in the article.", "得分", minimum=0),
        _count("n_hits", "Occurrences of the theme's terms.", "命中数", minimum=1),
        _text("terms", "The terms found, separated by a space.", "命中词"),
    ),
    ("article_id", "theme"),
    (_OF_ARTICLE,),
)
MISPRINTS = Table(
    "misprints",
    "One row for each suspected misprint; nothing is corrected, and some suspects are good print.",
    "疑似差错",
    (
        _ARTICLE,
        _count("start", "Offset into articles.text.", "起点"),
        _count("end", "Offset of the character after it.", "终点", minimum=1),
        _text("text", "What was printed.", "原文"),
        Column(
            "kind",
            "string",
            "doubled: printed twice over; homophone: taken for one that sounds alike; dropped: a"
            " character short; unbalanced: a mark without partner; punctuation: marks in a row.",
            "类别",
            allowed=MISPRINT_KINDS,
        ),
        _text("probable", "What was probably meant, if that can be told.", "拟正", nullable=True),
        _text("reason", "Why it is suspected.", "理由"),
    ),
    ("article_id", "start"),
    (_OF_ARTICLE,),
)
REPRINTS = Table(
    "reprints",
    "One row for each pair of articles of which one was printed again, wholly or in part.",
    "重刊",
    (
        _ARTICLE,
        Column(
            "other_id", "string", "Article that repeats it.", "重刊稿件编号", pattern=ARTICLE_ID
        ),
        Column(
            "similarity",
            "number",
            "Share of the different five-character runs of both that both have (Jaccard).",
            "相似度",
            minimum=0,
            maximum=1,
        ),
        Column(
            "contained",
            "number",
            "Share of the shorter one's five-character runs that the longer one has.",
            "包含度",
            minimum=0,
            maximum=1,
        ),
        _count(
            "shared_characters",
            "Characters of the shorter one that stand in shared runs, marks left out.",
            "相同字数",
        ),
        Column(
            "kind",
            "string",
            "identical: word for word; near: similarity 0.5 or more; excerpt: contained 0.7 or"
            " more in a longer one. Further copies are paired with the first of them alone.",
            "类别",
            allowed=REPRINT_KINDS,
        ),
        _text(
            "first",
            "The one of the two that was printed on an earlier day, if their days differ.",
            "先刊",
            nullable=True,
        ),
    ),
    ("article_id", "other_id"),
    (_OF_ARTICLE, ForeignKey("other_id", "articles", "article_id")),
)

#: Every table, in the order of the data package.
TABLES = (ISSUES, LINES, ARTICLES, PARAGRAPHS, BYLINES, TOKENS, THEMES, MISPRINTS, REPRINTS)
