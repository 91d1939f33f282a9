"""Set a specimen issue as newspaper pages: PDF with a text layer, or a picture as a scanner makes.

Each article is a block of columns under a headline that spans them; `style="flow"` runs everything
down the first column and then the next, headlines as narrow as the column.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib as mpl
import numpy as np
from fontTools.ttLib import TTFont
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from helpers.charts.fonts import SANS, SERIF, font_file, register

REPOSITORY = Path(__file__).resolve().parents[2]
SPECIMEN = REPOSITORY / "data" / "raw" / "specimen"
KEY = REPOSITORY / "tests" / "specimen" / "key" / "structure.json"
#: What must not stand at the beginning of a line, and what not at its end.
NOT_FIRST, NOT_LAST = "，。、；：！？”’）》】〉·…", "（“‘《【〈"
BODY, CAPTION, KICKER, HEADLINE, DECK, LABEL, SLOGAN, FOOT = (
    9.0,
    7.6,
    12.0,
    19.0,
    11.4,
    9.0,
    14.0,
    8.0,
)
LEAD = 1.5
#: The height of a picture.
PICTURE = 60


class Sheet(NamedTuple):
    """Page size, margins, columns and the space between them, in points."""

    width: float
    height: float
    margin: float
    columns: int
    gutter: float


TWO = Sheet(430, 620, 36, 2, 16)
FOUR = Sheet(640, 900, 40, 4, 14)


class Placed(NamedTuple):
    """A line of type: left edge and baseline from the top of the page, in points."""

    text: str
    x: float
    y: float
    size: float
    family: str = SERIF


@dataclass
class Block:
    """What is set together: an article, or one line of furniture."""

    kind: str
    kicker: list[str] = field(default_factory=list)
    headline: list[str] = field(default_factory=list)
    deck: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    credit: list[str] = field(default_factory=list)


@cache
def _widths() -> tuple[dict[int, str], Any, int]:
    font = TTFont(str(font_file(SERIF)))
    return font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm


def width(text: str, size: float) -> float:
    cmap, metrics, units = _widths()
    return sum(metrics[cmap.get(ord(c), ".notdef")][0] for c in text) * size / units


def break_lines(
    text: str, size: float, room: float, *, indent: float = 0
) -> list[tuple[float, str]]:
    """Break a paragraph at the column's width => (indent, text) of each line."""
    out, line, left = [], "", indent
    for character in text:
        if line and left + width(line + character, size) > room:
            keep = line
            if character in NOT_FIRST or keep[-1] in NOT_LAST:
                keep = keep[:-1]
            out.append((left, keep))
            line, left = line[len(keep) :], 0
        line += character
    return [*out, (left, line)]


def blocks_of(key: dict[str, Any], raw: list[str]) -> tuple[list[str], list[Block]]:
    """Return the masthead's lines, and the blocks in their printed order."""
    masthead = set(key["masthead"]["lines"].values())
    found: list[tuple[int, Block]] = []
    for item in key["furniture"]:
        if item["line"] not in masthead and item["role"] != "page_number":
            found.append((item["line"], Block(item["role"], headline=[item["text"]])))
    for article in key["articles"]:
        block = Block("photo" if article["kind"] == "photo" else "article")
        text = {n: raw[n - 1].strip() for n in range(1, len(raw) + 1)}
        kickers = article["kicker_lines"]
        block.kicker = [text[n] for n in kickers]
        block.headline = [text[n] for n in article["headline_lines"] if n not in kickers]
        block.deck = [text[n] for n in article["deck_lines"]]
        first = article["byline_text"] if article["byline_text"] else ""
        inside = {n for lines in article["paragraphs"] for n in lines}
        opening = set(article["byline_lines"]) & inside
        for lines, body in zip(article["paragraphs"], article["paragraph_texts"], strict=True):
            begins = opening & set(lines) and "".join(text[n] for n in lines)[:2] == first[:2]
            block.body.append(first.split("\n")[0] + body if begins else body)
        alone = [n for n in article["byline_lines"] if n not in inside]
        at = min(inside, default=0)
        block.body[:0] = [text[n] for n in alone if n < at]
        block.body += [text[n] for n in alone if n >= at and n not in article["credit_lines"]]
        block.credit = [text[n] for n in article["credit_lines"] if n not in inside]
        lines = [*article["headline_lines"], *inside]
        found.append((min(lines), block))
    return [raw[n - 1].strip() for n in sorted(masthead)], [
        b for _, b in sorted(found, key=lambda f: f[0])
    ]


class Setter:
    """Sets blocks on sheets."""

    def __init__(self, sheet: Sheet, masthead: list[str], *, style: str, running: str) -> None:
        self.sheet, self.style, self.running = sheet, style, running
        self.pages: list[list[Placed]] = []
        self.pictures: list[list[tuple[float, float, float, float]]] = []
        self.y = 0.0
        self._turn()
        self._masthead(masthead)

    @property
    def column(self) -> float:
        s = self.sheet
        return (s.width - 2 * s.margin - (s.columns - 1) * s.gutter) / s.columns

    @property
    def bottom(self) -> float:
        return self.sheet.height - self.sheet.margin - 16

    def put(self, text: str, x: float, y: float, size: float, family: str = SERIF) -> None:
        self.pages[-1].append(Placed(text, x, y, size, family))

    def _turn(self) -> None:
        self.pages.append([])
        self.pictures.append([])
        number, s = len(self.pages), self.sheet
        self.y = s.margin + 14
        foot = str(number)
        self.put(foot, (s.width - width(foot, FOOT)) / 2, s.height - s.margin + 10, FOOT)
        if number > 1:
            self.put(self.running, s.margin, s.margin - 6, FOOT, SANS)

    def _masthead(self, lines: list[str]) -> None:
        s = self.sheet
        name = next(line for line in lines if line.startswith("今日") and not line.endswith("版"))
        self.put(name, s.margin, s.margin + 44, 36)
        x, y = s.margin + 170, s.margin + 14
        for line in lines:
            if line == name:
                continue
            if x + width(line, FOOT) > s.width - s.margin:
                x, y = s.margin + 170, y + 13
            self.put(line, x, y, FOOT, SANS)
            x += width(line, FOOT) + 18
        self.y = max(y, s.margin + 44) + 28

    def _centre(self, text: str, size: float, x: float, room: float, family: str) -> float:
        """Set lines in the middle of their room; return the height used."""
        used = 0.0
        for _, line in break_lines(text, size, room):
            used += size * 1.3
            self.put(line, x + (room - width(line, size)) / 2, self.y + used, size, family)
        return used

    def title(self, block: Block, x: float, room: float) -> None:
        for texts, size, family in (
            (block.kicker, KICKER, SANS),
            (block.headline, HEADLINE, SERIF),
            (block.deck, DECK, SANS),
        ):
            for text in texts:
                self.y += self._centre(text, size, x, room, family) + 2
        self.y += 5

    def title_height(self, block: Block, room: float) -> float:
        total = 5.0
        for texts, size in (
            (block.kicker, KICKER),
            (block.headline, HEADLINE),
            (block.deck, DECK),
        ):
            total += sum(len(break_lines(t, size, room)) * size * 1.3 + 2 for t in texts)
        return total

    def lines_of(self, block: Block) -> list[tuple[float, str]]:
        size = CAPTION if block.kind == "photo" else BODY
        out: list[tuple[float, str]] = []
        for text in block.body:
            out += break_lines(text, size, self.column, indent=2 * size)
        for text in block.credit:
            out.append((max(0.0, self.column - width(text, size)), text))
        return out

    def set_block(self, block: Block, x: float, columns: int) -> None:
        """Set an article over so many columns from here down, over pages if need be."""
        s, size = self.sheet, CAPTION if block.kind == "photo" else BODY
        room = columns * self.column + (columns - 1) * s.gutter
        step = size * LEAD
        picture = PICTURE + 6 if block.kind == "photo" else 0
        if self.y + self.title_height(block, room) + picture + 4 * step > self.bottom:
            self._turn()
        self.title(block, x, room)
        if block.kind == "photo":
            self.pictures[-1].append((x, self.y, room, PICTURE))
            self.y += PICTURE + 6
        lines = self.lines_of(block)
        while lines:
            fits = max(1, int((self.bottom - self.y) / step)) * columns
            now, lines = lines[:fits], lines[fits:]
            depth = -(-len(now) // columns)
            for index, (left, text) in enumerate(now):
                at, row = divmod(index, depth)
                self.put(
                    text, x + at * (self.column + s.gutter) + left, self.y + (row + 1) * step, size
                )
            self.y += depth * step
            if lines:
                self._turn()
        self.y += 16

    def label(self, block: Block) -> None:
        s = self.sheet
        size = SLOGAN if block.kind == "slogan" else LABEL
        if self.y + 4 * size > self.bottom:
            self._turn()
        room = s.width - 2 * s.margin
        x = s.margin + (room - width(block.headline[0], size)) / 2
        self.y += size * 1.3
        self.put(block.headline[0], x if block.kind == "slogan" else s.margin, self.y, size, SANS)
        self.y += 14

    def pair(self, left: Block, right: Block) -> None:
        """Set two articles side by side, each over half of the columns."""
        half = self.sheet.columns // 2
        room = half * self.column + (half - 1) * self.sheet.gutter
        deepest = max(
            self.title_height(b, room) + len(self.lines_of(b)) / half * BODY * LEAD + 100
            for b in (left, right)
        )
        if self.y + deepest > self.bottom:
            self._turn()
        top = self.y
        self.set_block(left, self.sheet.margin, half)
        end, self.y = self.y, top
        self.set_block(right, self.sheet.margin + room + self.sheet.gutter, half)
        self.y = max(end, self.y)

    def flow(self, blocks: list[Block]) -> None:
        """Run everything down one column after the other."""
        s, column, top = self.sheet, 0, self.y

        def turn() -> None:
            nonlocal column, top
            column += 1
            if column == s.columns:
                self._turn()
                column, top = 0, self.y
            self.y = top

        for block in blocks:
            size = CAPTION if block.kind == "photo" else BODY
            head = self.title_height(block, self.column) + 3 * size * LEAD
            if self.y + head + (PICTURE + 6 if block.kind == "photo" else 0) > self.bottom:
                turn()
            x = s.margin + column * (self.column + s.gutter)
            if block.kind in ("article", "photo"):
                self.title(block, x, self.column)
            else:
                self.y += self._centre(block.headline[0], LABEL, x, self.column, SANS) + 8
            if block.kind == "photo":
                self.pictures[-1].append((x, self.y, self.column, PICTURE))
                self.y += PICTURE + 6
            for left, text in self.lines_of(block):
                if self.y + size * LEAD > self.bottom:
                    turn()
                    x = s.margin + column * (self.column + s.gutter)
                self.y += size * LEAD
                self.put(text, x + left, self.y, size)
            self.y += 16

    def run(self, blocks: list[Block]) -> None:
        if self.style == "flow":
            self.flow(blocks)
            return
        waiting: Block | None = None
        for block in blocks:
            if block.kind not in ("article", "photo"):
                if waiting:
                    self.set_block(waiting, self.sheet.margin, self.sheet.columns)
                    waiting = None
                self.label(block)
            elif self.sheet.columns == 4 and waiting:
                self.pair(waiting, block)
                waiting = None
            elif self.sheet.columns == 4 and sum(map(len, block.body)) < 500:
                waiting = block
            else:
                self.set_block(block, self.sheet.margin, self.sheet.columns)
        if waiting:
            self.set_block(waiting, self.sheet.margin, self.sheet.columns)


def set_issue(key: dict[str, Any], sheet: Sheet, *, style: str = "blocks") -> Setter:
    raw = (SPECIMEN / key["file"]).read_text("utf-8").split("\n")
    masthead, blocks = blocks_of(key, raw)
    date = key["masthead"]["date_printed"]
    setter = Setter(sheet, masthead, style=style, running=f"{key['masthead']['paper']}  {date}")
    setter.run(blocks)
    return setter


def figures(setter: Setter) -> list[Figure]:
    register()
    s, out = setter.sheet, []
    for placed, pictures in zip(setter.pages, setter.pictures, strict=True):
        figure = Figure(figsize=(s.width / 72, s.height / 72))
        for line in placed:
            figure.text(
                line.x / s.width,
                1 - line.y / s.height,
                line.text.replace("$", r"\$"),
                fontsize=line.size,
                family=line.family,
                va="baseline",
            )
        for x, y, wide, high in pictures:
            axes = figure.add_axes(
                (x / s.width, 1 - (y + high) / s.height, wide / s.width, high / s.height)
            )
            axes.imshow(np.add.outer(np.arange(20), np.arange(30)), cmap="gray", aspect="auto")
            axes.axis("off")
        out.append(figure)
    return out


def write_pdf(setter: Setter, path: Path) -> Path:
    with mpl.rc_context({"pdf.fonttype": 42}), PdfPages(path) as pdf:
        for figure in figures(setter):
            pdf.savefig(figure)
    return path


def write_png(setter: Setter, path: Path, *, page: int = 0, dpi: int = 200) -> Path:
    figure = figures(setter)[page]
    figure.savefig(path, dpi=dpi)
    return path


def keys() -> list[dict[str, Any]]:
    issues: list[dict[str, Any]] = json.loads(KEY.read_text("utf-8"))["issues"]
    return issues
