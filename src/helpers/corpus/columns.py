"""Columns that several tables have, and short ways to describe one."""

from __future__ import annotations

from helpers.corpus.schema import Column, ForeignKey

#: What an issue id looks like: `kecheng-2020-12-30`, `kecheng-2020-12-30-n1761`,
#: `kecheng-undated-1a2b3c4d`; never one with an article number.
ISSUE_ID = r"[\w-]+-(?:\d{4}-\d{2}-\d{2}|undated)(?:-n\d+|-[0-9a-f]{8})?"
#: What an article id looks like: an issue id and `-a01`, counted from 01 in the order of the page.
ARTICLE_ID = ISSUE_ID + r"-a\d{2,}"

#: The keys of issues and articles, and the promise that a table holds such keys only.
ISSUE = Column(
    "issue_id",
    "string",
    "Issue: corpus and date.",
    "期次编号",
    pattern=ISSUE_ID,
)
ARTICLE = Column(
    "article_id", "string", "Article: issue id and its number.", "稿件编号", pattern=ARTICLE_ID
)
OF_ISSUE = ForeignKey("issue_id", "issues", "issue_id")
OF_ARTICLE = ForeignKey("article_id", "articles", "article_id")


def text_column(name: str, description: str, zh: str, *, nullable: bool = False) -> Column:
    """Describe a column of text."""
    return Column(name, "string", description, zh, nullable=nullable)


def count_column(
    name: str, description: str, zh: str, *, minimum: int = 0, narrow: bool = False
) -> Column:
    """Describe a column of counts or positions."""
    return Column(name, "integer", description, zh, minimum=minimum, bits=32 if narrow else 64)
