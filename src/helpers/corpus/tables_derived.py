"""The tables made from the articles: words, themes, and what is to be said of the print."""

from __future__ import annotations

from helpers.corpus.columns import ARTICLE, ARTICLE_ID, OF_ARTICLE, count_column, text_column
from helpers.corpus.schema import Column, ForeignKey, Table

#: The values of `misprints.kind` and `reprints.kind`.
MISPRINT_KINDS = ("doubled", "homophone", "dropped", "unbalanced", "punctuation")
REPRINT_KINDS = ("identical", "near", "excerpt")

TOKENS = Table(
    "tokens",
    "One row for each token of the articles' texts; white space left out, punctuation kept.",
    "词次",
    (
        ARTICLE,
        count_column("paragraph", "Paragraph, from 1.", "段号", minimum=1, narrow=True),
        count_column(
            "position",
            "Number of the token, from 1.",
            "词序",
            minimum=1,
            narrow=True,
        ),
        count_column("start", "Offset into articles.text.", "起点", narrow=True),
        count_column("end", "Offset of the character after it.", "终点", minimum=1, narrow=True),
        text_column(
            "term",
            "The token in simplified characters; widths, radicals, invisible characters and spaces"
            " between characters set apart normalised. What was printed is text[start:end].",
            "词语",
        ),
        text_column(
            "pos",
            "Tag of the term in jieba's dictionary, not of the token in its place: a weak signal.",
            "词性",
            nullable=True,
        ),
        Column("in_lexicon", "boolean", "Whether the corpus's lexicon lists the term.", "词库收录"),
    ),
    ("article_id", "position"),
    (OF_ARTICLE,),
)

THEMES = Table(
    "themes",
    "One row for each theme found in an article.",
    "主题",
    (
        ARTICLE,
        text_column("theme", "Key of the theme.", "主题"),
        Column("score", "number", "Weight of the theme in the article.", "得分", minimum=0),
        count_column("n_hits", "Occurrences of the theme's terms.", "命中数", minimum=1),
        text_column("terms", "The terms found, separated by a space.", "命中词"),
    ),
    ("article_id", "theme"),
    (OF_ARTICLE,),
)
MISPRINTS = Table(
    "misprints",
    "One row for each suspected misprint; nothing is corrected, and some suspects are good print.",
    "疑似差错",
    (
        ARTICLE,
        count_column("start", "Offset into articles.text.", "起点"),
        count_column("end", "Offset of the character after it.", "终点", minimum=1),
        text_column("text", "What was printed.", "原文"),
        Column(
            "kind",
            "string",
            "doubled: printed twice over; homophone: taken for one that sounds alike; dropped: a"
            " character short; unbalanced: a mark without partner; punctuation: marks in a row.",
            "类别",
            allowed=MISPRINT_KINDS,
        ),
        text_column(
            "probable", "What was probably meant, if that can be told.", "拟正", nullable=True
        ),
        text_column("reason", "Why it is suspected.", "理由"),
    ),
    ("article_id", "start"),
    (OF_ARTICLE,),
)
REPRINTS = Table(
    "reprints",
    "One row for each pair of articles of which one was printed again, wholly or in part.",
    "重刊",
    (
        ARTICLE,
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
        count_column(
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
        text_column(
            "first",
            "The one of the two that was printed on an earlier day, if their days differ.",
            "先刊",
            nullable=True,
        ),
    ),
    ("article_id", "other_id"),
    (OF_ARTICLE, ForeignKey("other_id", "articles", "article_id")),
)
