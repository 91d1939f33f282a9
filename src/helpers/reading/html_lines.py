"""A piece of a page to lines of text: one for each paragraph, line break, caption and table row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from helpers.reading.html_events import COMMENT, END, START, TEXT, Event, Markup

#: Elements that begin and end a line.
BLOCKS = frozenset(
    "address article blockquote body caption center dd div dl dt fieldset figcaption figure form "
    "h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section table tbody td tfoot th thead tr ul "
    "founder-title founder-introtitle founder-subtitle founder-author founder-content".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: In a table row that holds none of these, the cells are columns of one line.
NESTED = frozenset("p div table ul ol br img h1 h2 h3 h4 h5 h6".split())
#: The white space that HTML folds to one space; not the ideographic and no-break ones.
RE_FOLDED = re.compile(r"[ \t\r\n\f]+")
#: A line end of the source between two full-width characters: no space at all. A space without
#: a line end is meant, as between the names of a byline.
RE_BROKEN = re.compile(
    r"(?<=[\u2e80-\u9fff\uff00-\uffef\u201c\u201d])[ \t\f]*[\r\n][ \t\r\n\f]*"
    r"(?=[\u2e80-\u9fff\uff00-\uffef])"
)
#: An indent: an ideographic or em space, or two no-break or en spaces.
RE_INDENT = re.compile(
    r"[ \u00a0\u2002]*[\u3000\u2003]|[ ]*[\u00a0\u2002][ \u00a0\u2002]*[\u00a0\u2002]"
)
#: What is taken off both ends of a line; zero-width characters too.
SPACES = " \t\r\n\f\u00a0\u2002\u2003\u3000\u200b\ufeff"
#: The class of an element that is a picture's caption.
RE_CAPTION_CLASS = re.compile(
    r"caption|tushuo|pic-?(?:info|text|desc|note)|img-?(?:desc|note|text)", re.I
)
#: A table around a picture with more characters than this is no caption but the article itself.
CAPTION_LONGEST = 400


@dataclass(slots=True)
class TextLine:
    """One line: `how` it began (block or br), whether indented, and what it stood in."""

    text: str
    how: str = "block"
    indented: bool = False
    after_blank: bool = False
    caption: bool = False
    heading: int = 0
    linked: int = 0
    first: int = 0


@dataclass(slots=True)
class _Flow:
    """Gathers the text of the line under way."""

    lines: list[TextLine] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    how: str = "block"
    blank: bool = False
    caption_end: int = 0
    heading: int = 0
    links: int = 0
    linked: int = 0
    first: int = -1

    def end_line(self, how: str) -> None:
        """Finish the line under way; the next one begins by `how`."""
        folded = RE_FOLDED.sub(" ", RE_BROKEN.sub("", "".join(self.pieces)))
        text = folded.strip(SPACES)
        if text:
            indented = RE_INDENT.match(folded) is not None
            caption = self.first < self.caption_end
            self.lines.append(
                TextLine(
                    *(text, self.how, indented, self.blank, caption),
                    *(self.heading, self.linked, self.first),
                )
            )
            self.how, self.blank = how, False
        elif how == "block":
            self.how = how
        else:
            # Nothing between two breaks is an empty line; a break at the head of a block is none.
            self.blank = self.how == "br"
        self.pieces, self.linked, self.first = [], 0, -1


def lines_of(markup: Markup, start: int = 0, end: int | None = None) -> list[TextLine]:
    """Return the lines of the events from `start` to before `end`, blank ones left out.

    '<p>　　甲<br>　　乙</p>' => 甲 (block, indented), 乙 (br, indented).
    """
    stop = len(markup.events) if end is None else end
    flow = _Flow()
    row_end = 0
    for index in range(start, stop):
        event = markup.events[index]
        if event.kind == TEXT:
            if flow.first < 0 and event.value.strip(SPACES):
                flow.first = index
            flow.pieces.append(event.value)
            flow.linked += len(event.value.strip(SPACES)) if flow.links > 0 else 0
        elif event.kind == COMMENT:
            continue
        elif event.value == "br":
            if event.kind == START:
                flow.end_line("br")
        elif event.value == "a":
            flow.links += 1 if event.kind == START else -1
        elif event.value in ("td", "th") and index < row_end:
            flow.pieces.append(" " if event.kind == END else "")
        elif event.value in BLOCKS:
            flow.end_line("block")
            _enter_or_leave(flow, markup, index, event)
            if event.kind == START and event.value == "tr" and _is_flat(markup, index):
                row_end = markup.ends[index]
    flow.end_line("block")
    return flow.lines


def _enter_or_leave(flow: _Flow, markup: Markup, index: int, event: Event) -> None:
    """Keep account of headings and captions."""
    if event.value in HEADINGS:
        flow.heading = int(event.value[1]) if event.kind == START else 0
    if event.kind != START or index < flow.caption_end:
        return
    named = RE_CAPTION_CLASS.search(event.attributes.get("class", ""))
    if event.value == "figcaption" or named or _is_picture(markup, index):
        flow.caption_end = markup.ends[index]


def _is_flat(markup: Markup, row: int) -> bool:
    """Return whether the cells of a table row hold nothing but text."""
    for index in range(row + 1, markup.ends[row]):
        event = markup.events[index]
        if event.kind == START and (event.value in NESTED or event.value == "tr"):
            return False
    return True


def _is_picture(markup: Markup, index: int) -> bool:
    """Return whether a table holds a picture and little text, which is then its caption."""
    if markup.events[index].value != "table":
        return False
    pictured, size = False, 0
    for event in markup.events[index + 1 : markup.ends[index]]:
        if event.kind == TEXT:
            size += len(event.value.strip(SPACES))
        pictured |= event.kind == START and event.value == "img"
        if size > CAPTION_LONGEST or (event.kind == START and event.value == "table"):
            return False
    return pictured


def starts_of(lines: list[TextLine]) -> Iterator[bool | None]:
    """Yield for each line whether it begins a paragraph.

    Behind a `<br>`, an indent or an empty line begins one; if other lines are indented, a line
    that is not goes on with the paragraph; if none is, nobody can say.
    """
    any_indented = any(line.indented for line in lines)
    for line in lines:
        if line.how == "block" or line.indented or line.after_blank:
            yield True
        else:
            yield False if any_indented else None
