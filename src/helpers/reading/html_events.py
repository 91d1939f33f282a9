"""HTML text to a flat list of events, with limits: data only, nothing in it is ever run or fetched.

There is no tree: tags nested without end cost no more than tags side by side.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from helpers.errors import InputError
from helpers.reading.encoding import printable

#: Elements that hold no text of an article, whatever is in them.
DROPPED = frozenset(
    "script style noscript template iframe object svg math select button textarea "
    "nav footer aside rt rp".split()
)
#: style="display:none" and its spellings.
RE_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
#: How a CDATA section begins, once it is taken for a comment.
CDATA = "[CDATA["
#: Limits that no page of a newspaper comes near.
MAX_DEPTH, MAX_EVENTS, MAX_SECONDS = 1_000, 2_000_000, 20.0
#: How many bytes are parsed between two looks at the clock.
STEP = 1 << 16

START, END, TEXT, COMMENT = "start", "end", "text", "comment"


class Event(NamedTuple):
    """A tag that opens or closes, a piece of text, or a comment."""

    kind: str
    value: str
    attributes: Mapping[str, str] = {}


@dataclass(slots=True)
class Markup:
    """The events of a page; `ends[i]` is the index after what the event `i` opens."""

    events: list[Event] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def text(self, start: int, end: int) -> str:
        """Return the text between two events, as it stands."""
        return "".join(event.value for event in self.events[start:end] if event.kind == TEXT)


class _Target:
    """Takes what lxml's parser finds; raises InputError where a limit is passed."""

    def __init__(self, file: Path | None, keep_hidden: bool) -> None:
        self.markup = Markup()
        self.file, self.keep_hidden = file, keep_hidden
        self.open: list[int] = []
        self.depth = self.dropped = 0

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.error(f"tags are nested more than {MAX_DEPTH:,} deep")
        if self.dropped or self._is_dropped(tag, attrib):
            self.dropped += 1
            return
        self._add(Event(START, tag, dict(attrib)))
        self.open.append(len(self.markup.events) - 1)

    def end(self, tag: str) -> None:
        self.depth -= 1
        if self.dropped:
            self.dropped -= 1
            return
        self._add(Event(END, tag))
        if self.open:
            self.markup.ends[self.open.pop()] = len(self.markup.events)

    def data(self, data: str) -> None:
        if not self.dropped:
            self._add(Event(TEXT, printable(data)))

    def comment(self, text: str) -> None:
        if text.startswith(CDATA):
            # <![CDATA[标题]]>, which HTML takes for a comment, is text to those who write it.
            self.data(text.removeprefix(CDATA).removesuffix("]]"))
            return
        # What an e-paper says of its articles stands in comments, in hidden elements too.
        self._add(Event(COMMENT, printable(text)))

    def close(self) -> Markup:
        for start in self.open:
            self.markup.ends[start] = len(self.markup.events)
        return self.markup

    def error(self, problem: str) -> InputError:
        return InputError(problem, file=self.file, remedy="save the article's text as .txt")

    def _add(self, event: Event) -> None:
        if len(self.markup.events) >= MAX_EVENTS:
            raise self.error(f"the page holds more than {MAX_EVENTS:,} tags and pieces of text")
        self.markup.events.append(event)
        self.markup.ends.append(len(self.markup.events))

    def _is_dropped(self, tag: str, attrib: Mapping[str, str]) -> bool:
        if tag in DROPPED:
            return True
        hidden = "hidden" in attrib or RE_HIDDEN.search(attrib.get("style", "")) is not None
        return hidden and not self.keep_hidden and tag not in ("html", "body")


def parse_markup(text: str, *, file: Path | None = None, keep_hidden: bool = False) -> Markup:
    """Parse a page or a piece of one; broken markup is mended as browsers would.

    Args:
        text: HTML.
        file: The file, for errors.
        keep_hidden: Keep what is not shown (`display:none`).

    Raises:
        InputError: A limit on depth, number of tags or time is passed.
    """
    from lxml import etree

    target = _Target(file, keep_hidden)
    # huge_tree: lxml's own limit would cut the page short without a word; ours speaks.
    parser = etree.HTMLParser(
        target=target, encoding="utf-8", huge_tree=True, no_network=True, recover=True
    )
    data = text.encode("utf-8", "replace")
    begun = time.monotonic()
    try:
        for start in range(0, len(data), STEP):
            parser.feed(data[start : start + STEP])
            if time.monotonic() - begun > MAX_SECONDS:
                raise target.error(f"the page takes longer than {MAX_SECONDS:.0f} seconds to read")
        if data.strip():
            parser.close()
    except etree.ParseError as error:
        raise target.error(f"the page cannot be parsed ({error.msg})") from error
    return target.close()
