"""What a programme is: its name, where it is mentioned, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal[
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
]
Status = Literal["in_force", "pilot", "planned", "done"]


class Mention(NamedTuple):
    """One place where a programme is named; `text` is as printed, quotation marks included."""

    article_id: str
    field: str
    start: int
    end: int
    text: str


class Tier(NamedTuple):
    """One level at which a programme runs: 乡镇（街道）群, and how many there are, if told."""

    name: str
    number: float | None = None


class Indicator(NamedTuple):
    """A figure that stands under a programme: its place, what it says, its kind as a figure."""

    article_id: str
    field: str
    start: int
    end: int
    text: str
    value: float | None
    unit: str | None
    of: str | None
    kind: str = "count"


@dataclass(frozen=True, slots=True)
class Initiative:
    """A programme of the corpus.

    `name` is the form to show, without marks; `aliases` all printed forms, the most frequent
    first. `start` is an ISO date as exact as the print, `started` where that is printed. `parent`
    is the name of the programme that this one belongs to.
    """

    name: str
    kind: Kind
    theme: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[str, ...] = ()
    tiers: tuple[Tier, ...] = ()
    technology: tuple[str, ...] = ()
    start: str | None = None
    started: Mention | None = None
    status: Status = "in_force"
    indicators: tuple[Indicator, ...] = ()
    parent: str | None = None

    @property
    def articles(self) -> tuple[str, ...]:
        """Return the articles that name it, in their order."""
        return tuple(dict.fromkeys(mention.article_id for mention in self.mentions))
