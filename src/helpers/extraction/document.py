"""One article as extraction reads it, and the county that its paper speaks of.

Every finder takes a `Document` and a `Setting` and returns finds that say in which field of the
article, from which character to which, they stand. It reads the plain reading (`language.plain`),
which has a character for every printed one: offsets are offsets into the print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from helpers.language.plain import plain

if TYPE_CHECKING:
    import pandas as pd

#: The fields of an article that are read, in the order of the page; `text` is the body.
FIELDS = ("kicker", "headline", "deck", "text")
#: The field whose offsets the tables of a corpus promise.
TEXT = "text"


class Signed(NamedTuple):
    """One person of a byline: the role as printed, the name, the unit if one is printed."""

    role: str | None
    name: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its id, kind, date of the issue, the plain reading of its fields, its byline.

    `fields` holds only the fields that the article has; `printed` the same as they were printed.
    """

    article_id: str
    fields: Mapping[str, str]
    kind: str = "news"
    issue_id: str = ""
    date: date | None = None
    bylines: tuple[Signed, ...] = ()
    printed: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The plain reading of the body: paragraphs joined by a line feed."""
        return self.fields.get(TEXT, "")

    def paragraphs(self) -> Iterator[tuple[int, str]]:
        """Yield the paragraphs of the body with the offset at which each begins."""
        start = 0
        for paragraph in self.text.split("\n"):
            yield start, paragraph
            start += len(paragraph) + 1

    def quote(self, field: str, start: int, end: int) -> str:
        """Return what was printed from `start` to `end` of a field."""
        return (self.printed.get(field) or self.fields[field])[start:end]


@dataclass(frozen=True, slots=True)
class Setting:
    """The county that a paper speaks of, as its masthead and corpus.toml name it; all may be None.

    `paper` 今日柯城, `county` 柯城区 (a county, district or county-level city), `city` 衢州市,
    `province` 浙江省.
    """

    paper: str | None = None
    county: str | None = None
    city: str | None = None
    province: str | None = None

    @property
    def seat(self) -> str | None:
        """The level of the county as its offices print it: 县, 区, 市 or 旗; None if unknown."""
        return self.county[-1] if self.county and self.county[-1] in "县区市旗" else None


def read_document(
    article_id: str,
    printed: Mapping[str, str | None],
    *,
    kind: str = "news",
    issue_id: str = "",
    date: date | None = None,
    bylines: tuple[Signed, ...] = (),
) -> Document:
    """Make the document of an article from its printed fields.

    Args:
        article_id: Its id.
        printed: Its fields by name (see `FIELDS`); None and empty ones are left out.
        kind: Its kind.
        issue_id: Its issue.
        date: The date of the issue.
        bylines: Who signed it.
    """
    there = {name: text for name in FIELDS if (text := printed.get(name))}
    fields = {name: plain(text) for name, text in there.items()}
    return Document(article_id, fields, kind, issue_id, date, bylines, there)


def read_documents(
    articles: pd.DataFrame,
    issues: pd.DataFrame | None = None,
    bylines: pd.DataFrame | None = None,
) -> list[Document]:
    """Make the documents of a table of articles.

    Args:
        articles: Frame with `article_id` and `text`, and any of `issue_id`, `kind`, `kicker`,
            `headline`, `deck`.
        issues: Frame with `issue_id` and `date`.
        bylines: Frame with `article_id`, `role`, `name`, `unit`.
    """
    dates = _dates(issues)
    signed = _signed(bylines)
    return [
        read_document(
            row["article_id"],
            {name: _string(row.get(name)) for name in FIELDS},
            kind=_string(row.get("kind")) or "news",
            issue_id=_string(row.get("issue_id")) or "",
            date=dates.get(row.get("issue_id")),
            bylines=signed.get(row["article_id"], ()),
        )
        for row in articles.to_dict("records")
    ]


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _dates(issues: pd.DataFrame | None) -> dict[object, date]:
    import pandas as pd

    if issues is None:
        return {}
    printed = zip(issues["issue_id"], pd.to_datetime(issues["date"]), strict=True)
    return {issue: day.date() for issue, day in printed if not pd.isna(day)}


def _signed(bylines: pd.DataFrame | None) -> dict[object, tuple[Signed, ...]]:
    if bylines is None:
        return {}
    out: dict[object, tuple[Signed, ...]] = {}
    for row in bylines.to_dict("records"):
        entry = Signed(_string(row["role"]), str(row["name"]), _string(row["unit"]))
        out[row["article_id"]] = (*out.get(row["article_id"], ()), entry)
    return out
