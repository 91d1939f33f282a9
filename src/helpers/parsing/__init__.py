"""Parsing: one page of lines to masthead, articles and furniture, every line accounted for."""

from helpers.parsing.issue import AccountError, parse_issue
from helpers.parsing.model import (
    KINDS,
    ROLES,
    Article,
    BylineEntry,
    LineRecord,
    Masthead,
    Paragraph,
    ParsedIssue,
)

__all__ = [
    "KINDS",
    "ROLES",
    "AccountError",
    "Article",
    "BylineEntry",
    "LineRecord",
    "Masthead",
    "Paragraph",
    "ParsedIssue",
    "parse_issue",
]
