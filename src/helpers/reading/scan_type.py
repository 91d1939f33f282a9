"""The type of one picture: its lines recognised, their sizes measured."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from helpers.reading.layout_type import Run

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

#: A box of the detector is this much higher than the type in it.
BOX = 1.16
#: A line at least this long, in type sizes, tells its size by its width; a shorter one by both.
LONG = 4.0
#: A box is wider than its type by this part of its height, on either side.
PADDING = 0.1
#: Marks that fill only half of their square: the right half, and the left half.
RIGHT_HALF, LEFT_HALF = "“‘（《〈【「『", "，。、；：！？”’）》〉】」』"
#: What a closing quotation mark that was found by itself is read as.
RE_MARK = re.compile("99|[,'’]9|9[,'’]|''|[”\"]")
#: A blank this wide between ideographs is a space, in type sizes; their own blanks are narrower.
BLANK = 0.27
#: A blank this wide in a line is a gutter between columns, where no half mark makes it wider.
GUTTER = 1.25
#: The inside of a number or of a word in Latin letters.
RE_ONE_WORD = re.compile(r"[A-Za-z0-9.]{2}")
#: Marks that the models read narrow, beside an ideograph or a wide mark; not those of 12:30.
RE_NARROW = re.compile(
    r"(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef”’])[(),:;!?]"
    r"|[(),:;!?](?=[\u3000-\u303f\u3400-\u9fff“‘])"
)
WIDE = dict(zip("(),:;!?", "（），：；！？", strict=True))
#: A line of names and what they did; two ideographs side by side.
RE_SIGNED = re.compile("记者|通讯员|摄|撰稿|供图|评论员")
RE_IDEOGRAPHS = re.compile(r"[\u3400-\u9fff]{2}")
#: Lines recognised worse than this are left out: pictures and rules taken for type.
LEAST_SCORE = 0.5


@cache
def _engine() -> Callable[..., Any]:
    """Load the models, once for each process."""
    from rapidocr import RapidOCR

    engine: Callable[..., Any] = RapidOCR(
        params={
            # Told to look for lines that stand on their heads, it turns upright ones over.
            "Global.use_cls": False,
            "Global.log_level": "critical",
            "Global.max_side_len": 100_000,
            "Global.text_score": LEAST_SCORE,
            # A broadsheet page has more lines than the 1,000 of the default.
            "Det.max_candidates": 8000,
        }
    )
    return engine


def recognise(picture: Image) -> list[Run]:
    """Recognise the lines of a picture in colour => runs, lengths in pixels."""
    import numpy as np

    pixels = np.ascontiguousarray(np.asarray(picture)[:, :, ::-1])  # the models want blue first
    found = _engine()(pixels, use_cls=False, return_word_box=True, return_single_char_box=True)
    if found.boxes is None or found.txts is None:
        return []
    ink = np.asarray(picture.convert("L"))
    runs = []
    for box, text, characters in zip(
        found.boxes.tolist(), found.txts, found.word_results, strict=True
    ):
        run = run_of(box, text)
        if not run.text or run.sideways:
            runs.append(run)
            continue
        starts = [(c[0], min(x for x, _ in c[2])) for c in characters]
        runs += read_again(run, starts, ink)
    return _even(join_marks([run for run in runs if run.text]))


def _even(runs: Sequence[Run]) -> list[Run]:
    """Give lines too short to be measured the usual size, unless they are clearly larger."""
    usual = median(run.size for run in runs) if runs else 0.0
    return [
        run._replace(size=usual)
        if in_ems(run.text) < LONG and usual < run.size < 1.4 * usual
        else run
        for run in runs
    ]


def read_again(run: Run, starts: Sequence[tuple[str, float]], ink: NDArray[np.uint8]) -> list[Run]:
    """Part a line that runs over two columns, and put back the spaces of a byline.

    Args:
        run: The line as it was recognised.
        starts: Its characters, each with about where it starts, in pixels.
        ink: The picture in grey.
    """
    text = run.text
    if "".join(c for c, _ in starts) != text:
        return [run._replace(text=as_set(text))]
    cuts: list[tuple[int, float, float]] = []
    spaces = set()
    for left, right in _blanks(run, ink):
        # Where characters start is known to a third of their size; no figure or word is cut.
        if right > starts[-1][1] + 0.4 * run.size:
            continue  # the next line, which the box overlaps
        able = [i for i in range(len(starts)) if not i or not RE_ONE_WORD.match(text, i - 1)]
        index = min(able, key=lambda i: abs(starts[i][1] - right))
        if not index:
            if right - left >= GUTTER * run.size:
                # The box began in the column before, with a stroke that was not read.
                run = run._replace(x0=right)
            continue
        half = (text[index - 1] in LEFT_HALF) + (text[index] in RIGHT_HALF)
        if right - left >= (GUTTER + 0.5 * half) * run.size:
            cuts.append((index, left, right))
        elif RE_SIGNED.search(text) and RE_IDEOGRAPHS.fullmatch(text[index - 1 : index + 1]):
            spaces.add(index)
    edges = [(0, 0.0, run.x0), *cuts, (len(text), run.x1, 0.0)]
    return [
        run._replace(
            text=as_set("".join(" " * (i in spaces) + text[i] for i in range(first, end)).strip()),
            x0=x0,
            x1=x1,
        )
        for (first, _, x0), (end, x1, _) in pairwise(edges)
        if end > first
    ]


def _blanks(run: Run, ink: NDArray[np.uint8]) -> list[tuple[float, float]]:
    """Return the blanks in a line that may be spaces, from left to right."""
    import numpy as np

    left = max(int(run.x0), 0)
    part = ink[max(int(run.top), 0) : int(run.bottom) + 1, left : int(run.x1) + 1]
    if not part.size:
        return []
    # Thin strokes print grey: whatever is darker than paper counts.
    level = int(part.max()) - 0.25 * (int(part.max()) - int(part.min()))
    dark = np.flatnonzero((part < level).any(axis=0)).tolist()
    return [
        (left + before + 1.0, left + float(after))
        for before, after in pairwise(dark)
        if after - before - 1 >= BLANK * run.size
    ]


def as_set(text: str) -> str:
    """Give marks beside ideographs the width they are set in: (记者 甲乙) => （记者 甲乙）."""
    text = RE_NARROW.sub(lambda mark: WIDE[mark[0]], text)
    return text.replace("・", "·")


def join_marks(runs: Sequence[Run]) -> list[Run]:
    """Join quotation marks that were found by themselves, and read as figures, to their lines."""
    whole = [run for run in runs if run.sideways or not RE_MARK.fullmatch(run.text)]
    usual = median(run.size for run in whole) if whole else 0.0
    out = list(whole)
    for mark in (run for run in runs if run not in whole):
        at = next((i for i, run in enumerate(out) if _ends_at(run, mark)), None)
        if at is None or mark.bottom - mark.top > 0.8 * out[at].size:
            out += [mark] if mark.size >= 0.6 * usual else []
        else:
            run = out[at]
            out[at] = run._replace(text=run.text + "”", x1=run.x1 + 0.5 * run.size)
    return out


def _ends_at(run: Run, mark: Run) -> bool:
    """Say whether a line ends where a small mark stands, in the upper half of the line."""
    middle = (mark.top + mark.bottom) / 2
    inside = run.top - 0.2 * run.size <= middle <= run.top + 0.7 * run.size
    return inside and -0.8 * run.size <= mark.x0 - run.x1 <= 1.2 * run.size


def run_of(box: Sequence[Sequence[float]], text: str) -> Run:
    """Make a run of a recognised line.

    Args:
        box: Its corners, clockwise from the upper left one, each (x, y) in pixels.
        text: Its characters.
    """
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = box
    left, right = (ax + dx) / 2, (bx + cx) / 2
    top, bottom = (ay + by) / 2, (cy + dy) / 2
    wide, high = max(right - left, 1.0), max(bottom - top, 1.0)
    text = text.strip()
    if high > 1.8 * wide and len(text) > 1:
        return Run(text, left, right, top, bottom, wide / BOX, sideways=True)
    pad = PADDING * high
    left, right = left + pad, max(right - pad, left + pad + 1.0)
    size = high / BOX
    ems = in_ems(text)
    # The heights of boxes differ by a fifth with the characters in them, widths hardly.
    by_width = (right - left) / max(ems, 1.0)
    size = min(max(by_width, 0.75 * size), 1.2 * size) if ems >= LONG else min(by_width, size)
    size = max(size, 0.6 * high)
    if text and text[0] in RIGHT_HALF:
        left -= 0.45 * size
    if text and text[-1] in LEFT_HALF:
        right += 0.45 * size
    middle = (top + bottom) / 2
    return Run(text, left, right, middle - size / 2, middle + size / 2, size)


def in_ems(text: str) -> float:
    """Return the width of a printed line in type sizes: 12户 => 2.1."""
    ems = sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.55 for c in text)
    if text and text[0] in RIGHT_HALF:
        ems -= 0.45
    if text and text[-1] in LEFT_HALF:
        ems -= 0.45
    return ems
