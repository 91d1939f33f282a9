"""Where paragraphs start: indented lines, and lines after one that ends short."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.reading.layout_type import Line

#: An indent, in type sizes: from, to. Two characters are usual, one and three occur.
INDENT = (0.7, 3.3)
#: A line that ends this far before the column does ends a paragraph, in type sizes.
SHORT = 1.5
#: Where paragraphs are indented, a line at the edge begins one only after a line as short as this.
SHORTER = 4.0
#: So few lines do not tell the edges of their column.
FEW = 3
#: A line that is no text of an article: signed, a column's name, a jump to another page.
RE_NO_TEXT = re.compile(
    r"^[（(]?[上下][接转]|^(?!本报|据|新华社).*(?:记者|通讯员|摄|供图|供稿|撰稿)[^。！？]{0,20}$"
)
#: A line wholly in brackets: a column's name, a credit.
RE_BRACKETED = re.compile(r"^[【\[][^】\]]*[】\]]$|^[（(][^（）()]{1,40}[）)]$")
#: A byline on a line of its own, before a text.
RE_BYLINE = re.compile(
    r"^[□■◇◆●○]|^(?:本报)?(?:首席|见习|实习|特约)*(?:记者|通讯员|评论员)\s[^，。！？]*$"
)
RE_WRITER = re.compile("记者|通讯员|评论员|作者|撰稿")
#: A picture's credit in brackets.
RE_CREDIT = re.compile(r"^[（(][^（）()。，]{1,30}(?:摄影?|供图|[文图]\s?[/／]\s?[文图])[）)]$")
#: What ends a sentence, or a clause that goes on in the next paragraph of a list.
RE_FINAL = re.compile(r"[。！？!?…；：;:][”’」』）)》]*$")


def find_paragraphs(pages: Sequence[Sequence[Line]], *, body: float) -> None:
    """Say of the text lines of all pages whether they begin a paragraph."""
    texts = [[line for line in page if not line.settled and line.upright] for page in pages]
    for text in texts:
        # A page with a line or two does not show where its columns stand: the others do.
        few = len(text) <= FEW
        others = [o for other in texts if few and other is not text for o in other]
        _find_on_page(text, others, body)


def _find_on_page(text: Sequence[Line], others: Sequence[Line], body: float) -> None:
    leaves: dict[int, list[Line]] = {}
    for line in text:
        leaves.setdefault(line.leaf, []).append(line)
    rights = {leaf: max(o.x1 for o in own) for leaf, own in leaves.items()}
    columns = {}
    for leaf, own in leaves.items():
        beside = _beside(leaf, len(own) <= FEW, text, rights, body)
        right = _right_edge(own, [*beside, *others], body)
        columns[leaf] = right, [_is_indented(line, [*beside, *others], body) for line in own]
    edges = [min(line.x0 for line in own) for leaf, own in leaves.items() if any(columns[leaf][1])]
    # Whether this page indents its paragraphs at all.
    indents = any(any(indented) for _, indented in columns.values())
    before: Line | None = None
    for leaf, own in leaves.items():
        right, indented = columns[leaf]
        at_edge = any(abs(own[0].x0 - edge) <= 0.4 * own[0].size for edge in edges)
        starts = [
            _starts(own, index, indented[index], right, indents, at_edge)
            for index in range(len(own))
        ]
        joined = _goes_on_from(before, own[0], rights)
        if starts[0] is None and joined:
            starts[0] = False
        before = own[-1]
        _settle_column(own, starts, right, joined=joined)


def _beside(
    leaf: int, few: bool, text: Sequence[Line], rights: dict[int, float], body: float
) -> list[Line]:
    """Return the lines that can stand in the same column as those of a part of the page."""
    # A few short lines at the head of a column do not reach its right edge.
    return [
        o
        for o in text
        if abs(rights[o.leaf] - rights[leaf]) <= 2 * body or (few and rights[o.leaf] > rights[leaf])
    ]


def _settle_column(
    own: Sequence[Line], starts: Sequence[bool | None], right: float, *, joined: bool
) -> None:
    """Settle the lines of one column; `joined` says whether it goes on from the one before."""
    _settle_bylines(own, starts)
    left = min(line.x0 for line in own)
    for index, line in enumerate(own):
        if line.settled:
            continue
        full_before = joined if not index else own[index - 1].x1 >= right - 2.2 * line.size
        at_left = line.x0 - left <= INDENT[0] * line.size
        goes_on = starts[index] is False and full_before and at_left
        if RE_CREDIT.match(line.text) and not goes_on:
            line.settle("credit", "is a credit in brackets")
            continue
        last = index + 1 == len(own) or starts[index + 1] is not False
        _settle(line, starts[index], right, last=last and not goes_on, only=len(own) == 1)


def _right_edge(own: Sequence[Line], beside: Sequence[Line], body: float) -> float:
    """Return where the column ends: as far as lines beside, above and below it reach."""
    left = min(line.x0 for line in own)
    near = [o.x1 for o in beside if abs(o.x0 - left) <= INDENT[1] * body]
    return max([*(line.x1 for line in own), *near])


def _is_indented(line: Line, beside: Sequence[Line], body: float) -> bool:
    """Say whether a line stands in from the left edge of its column."""
    low, high = line.x0 - INDENT[1] * body, line.x0 - INDENT[0] * line.size
    edges = [o.x0 for o in beside if low <= o.x0 <= high]
    # One line further out is a hanging quotation mark or a slip of a scan, not the edge.
    own = [o for o in beside if o.leaf == line.leaf]
    return len(edges) >= 2 or (len(edges) == 1 and len(own) <= FEW)


def _starts(
    own: Sequence[Line], index: int, indented: bool, right: float, indents: bool, at_edge: bool
) -> bool | None:
    """Say whether a line of a column begins a paragraph; None where the page does not tell."""
    line = own[index]
    if indented:
        return True
    if index == 0:
        # The first line of a column stands at its edge if the next one does not stand further out.
        after = own[1] if len(own) > 1 else None
        even = after is not None and abs(after.x0 - line.x0) <= INDENT[0] * line.size
        at_edge = at_edge or (even and line.x1 >= right - SHORT * line.size)
        return False if indents and at_edge else None
    before = own[index - 1]
    short = before.x1 < right - SHORT * line.size and RE_FINAL.search(before.text) is not None
    if indents:
        # A bracket that may not end a line goes to the next one, so that a line can fall short.
        return None if short and before.x1 < right - SHORTER * line.size else False
    return True if short else None


def _goes_on_from(before: Line | None, line: Line, rights: dict[int, float]) -> bool:
    """Say whether the last line of the column before breaks off where this one goes on."""
    if before is None or abs(before.size - line.size) > 0.1 * line.size:
        return False
    full = before.x1 >= rights[before.leaf] - SHORT * before.size
    return full and RE_FINAL.search(before.text) is None


def _settle_bylines(own: Sequence[Line], starts: Sequence[bool | None]) -> None:
    """Give bylines on lines of their own their role, with the lines they are broken over."""
    inside = False
    for line, begins in zip(own, starts, strict=True):
        signed = RE_BYLINE.match(line.text) and RE_WRITER.search(line.text)
        inside = bool(signed) or (inside and begins is False and not RE_FINAL.search(line.text))
        if inside:
            line.settle("byline", "names who wrote it")


def _settle(line: Line, starts: bool | None, right: float, *, last: bool, only: bool) -> None:
    """Give a line the role of text, unless it may be a byline, a credit or furniture.

    `last` says whether the paragraph of the line ends with it, `only` that the line stands by
    itself and goes on from nothing.
    """
    full = line.x1 >= right - SHORT * line.size
    sentence = full or RE_FINAL.search(line.text) is not None
    alone = last and (starts is not False or only)
    if (
        (RE_BRACKETED.match(line.text) and last)
        or RE_BYLINE.match(line.text)
        or (alone and (RE_NO_TEXT.search(line.text) or not sentence))
    ):
        line.settle(None, "")
    elif starts is True:
        line.settle("body", "is indented", starts=True)
    elif starts is False:
        line.settle("body", "goes on at the edge of the column", starts=False)
    else:
        line.settle("body", "is text of a column", starts=None)
