"""The tables of a corpus: every column with its type, meaning and limits.

Names and order are a promise: tools outside this repository read them.
"""

from __future__ import annotations

from helpers.corpus.columns import (
    ARTICLE,
    ARTICLE_ID,
    ISSUE,
    OF_ARTICLE,
    OF_ISSUE,
    count_column,
    text_column,
)
from helpers.corpus.schema import Column, Table
from helpers.corpus.tables_derived import MISPRINTS, REPRINTS, THEMES, TOKENS
from helpers.corpus.tables_evidence import EVIDENCE_TABLES
from helpers.parsing.model import KINDS, ROLES

#: The values of `articles.script`.
SCRIPTS = ("simplified", "traditional")

ISSUES = Table(
    "issues",
    "One row for each issue that was read.",
    "期次",
    (
        ISSUE,
        text_column("paper", "The paper, from its masthead or corpus.toml.", "报名", nullable=True),
        Column("date", "date", "Date printed in the masthead.", "出版日期", nullable=True),
        Column(
            "issue_number", "integer", "Issue number as printed.", "期号", nullable=True, minimum=0
        ),
        text_column("lunar_date", "Lunar date as printed.", "农历日期", nullable=True),
        text_column("weekday", "Weekday as printed.", "星期", nullable=True),
        text_column("publisher", "Publisher (主办) as printed.", "主办单位", nullable=True),
        text_column("compiler", "Editing office (编印) as printed.", "编印单位", nullable=True),
        Column("pages", "integer", "Number of pages as printed.", "版数", nullable=True, minimum=1),
        text_column("source_file", "File, or folder of pages, under the raw folder.", "来源文件"),
        Column(
            "sha256",
            "string",
            "SHA-256 of the file; of its lines, if the file holds several issues.",
            "文件校验值",
            pattern=r"[0-9a-f]{64}",
        ),
        text_column("encoding", "Character encoding of the file.", "编码"),
        count_column("n_articles", "Number of articles.", "稿件数"),
        count_column("n_characters", "Characters on all raw lines, white space left out.", "字数"),
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
        ISSUE,
        count_column(
            "line",
            "Line in the source file, from 1; in pages and tables, of the issue as laid out.",
            "行号",
            minimum=1,
        ),
        text_column("text", "The raw line, unchanged.", "原文"),
        Column("role", "string", "What the line is.", "角色", allowed=ROLES),
        Column(
            "article_id",
            "string",
            "Article that the line belongs to; empty for furniture.",
            "稿件编号",
            nullable=True,
            pattern=ARTICLE_ID,
        ),
        text_column("reason", "Why the line was given its role.", "判定理由"),
    ),
    ("issue_id", "line"),
    (OF_ISSUE, OF_ARTICLE),
)

ARTICLES = Table(
    "articles",
    "One row for each article.",
    "稿件",
    (
        ARTICLE,
        ISSUE,
        count_column("order", "Number of the article in its issue, from 1.", "序号", minimum=1),
        Column("kind", "string", "Kind of article.", "体裁", allowed=KINDS),
        text_column("kicker", "Line above the headline (肩题).", "肩题", nullable=True),
        text_column(
            "headline", "Headline; its lines are joined by a line feed.", "标题", nullable=True
        ),
        text_column("deck", "Subordinate headline (副题).", "副题", nullable=True),
        text_column("byline", "Byline or photo credit as printed.", "署名", nullable=True),
        Column(
            "text",
            "string",
            "Paragraphs joined by a line feed, byline removed; every start and end counts in it.",
            "正文",
            may_be_blank=True,
        ),
        count_column("n_paragraphs", "Number of paragraphs.", "段数"),
        count_column("n_characters", "Characters of the text, white space left out.", "字数"),
        count_column("line_first", "First raw line.", "起始行", minimum=1),
        count_column("line_last", "Last raw line.", "结束行", minimum=1),
        Column(
            "confidence",
            "number",
            "How likely all of the article is read as printed, judged by papers new to the parser.",
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
    (OF_ISSUE,),
)

PARAGRAPHS = Table(
    "paragraphs",
    "One row for each paragraph, its column breaks joined.",
    "段落",
    (
        ARTICLE,
        count_column(
            "paragraph", "Number of the paragraph in its article, from 1.", "段号", minimum=1
        ),
        text_column("text", "Text of the paragraph.", "段落正文"),
        Column(
            "lines",
            "string",
            "Raw lines that it stands on, separated by a space.",
            "所在行",
            pattern=r"\d+(?: \d+)*",
        ),
    ),
    ("article_id", "paragraph"),
    (OF_ARTICLE,),
)

BYLINES = Table(
    "bylines",
    "One row for each person of a byline or credit.",
    "署名人",
    (
        ARTICLE,
        text_column(
            "role",
            "Role as printed (记者, 通讯员, 摄).",
            "身份",
            nullable=True,
        ),
        text_column("name", "Name as printed.", "姓名"),
        text_column("unit", "Unit named with the person.", "单位", nullable=True),
    ),
    (),
    (OF_ARTICLE,),
)

#: Every table, in the order of the data package.
TABLES = (
    ISSUES,
    LINES,
    ARTICLES,
    PARAGRAPHS,
    BYLINES,
    TOKENS,
    THEMES,
    *EVIDENCE_TABLES,
    MISPRINTS,
    REPRINTS,
)
