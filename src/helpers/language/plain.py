"""The reading that analysis runs on: normalised, simplified, with Chinese punctuation.

What was printed is never changed: the reading is made from it when it is needed, each of its
characters stands for the printed one at the same offset, and so a span found in it is a span of
`articles.text`. Only `close_up` leaves characters out, and says where those it kept stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from helpers.language.normalise import normalise
from helpers.parsing.script import simplified

if TYPE_CHECKING:
    import pandas as pd

#: The columns of text that an article can have.
FIELDS = ("kicker", "headline", "deck", "text")
_HAN = "\u3400-\u9fff"
#: Half-width marks beside a Chinese character or mark: 甲,乙, 共3户,完成, (记者 甲). Not 1,200,
#: 12:30, 3:2, nor a mark between two letters or digits.
RE_HALF = re.compile(rf"(?<=[{_HAN}“”‘’《》（）。，])[,;:!?()]|[,;:!?()](?=[{_HAN}“”‘’《》（）])")
#: A half-width full stop that ends a sentence: Chinese before it, Chinese or the end behind it.
#: Not 1.加强, 3.5, nor a dot in a web address.
RE_STOP = re.compile(rf"(?<=[{_HAN}”）%])\.(?=[{_HAN}“”《]|\s|$)")
#: Corner and prime quotation marks, as traditional text and some word processors print them.
MARKS = str.maketrans("「」『』〝〞", "“”‘’“”")
RE_MARKS = re.compile("[「」『』〝〞]")
WIDE = str.maketrans(",;:!?()", "，；：！？（）")
#: Characters set apart: four or more (记 者 了 解 到), or three that stand alone (甲 乙 说). Not
#: the space between two words (不忘初心 牢记使命), nor the one in a name of two (王　甲).
RE_SPREAD = re.compile(
    rf"(?:[{_HAN}] ){{3,}}[{_HAN}]|(?:[{_HAN}]\u3000){{3,}}[{_HAN}]"
    rf"|(?<![{_HAN}])(?:[{_HAN}] ){{2}}[{_HAN}](?![{_HAN}])"
)


def plain(text: str) -> str:
    """Read a text for analysis: 記者１０日瞭解到, → 记者10日了解到，.

    Args:
        text: Any text.

    Returns:
        A text of equal length.
    """
    return wide_punctuation(simplified(normalise(text)))


def wide_punctuation(text: str) -> str:
    """Give Chinese text Chinese punctuation: (甲)说,「乙」 → （甲）说，“乙”; but 1,200 stays."""
    if RE_MARKS.search(text) is not None:
        text = text.translate(MARKS)
    if '"' in text:
        text = "\n".join(map(_curl, text.split("\n")))
    # Only then can a pattern match; a Chinese text without these is the usual one.
    if not text.isascii() and any(mark in text for mark in ",;:!?()."):
        text = RE_HALF.sub(lambda match: match[0].translate(WIDE), text)
        text = RE_STOP.sub("。", text)
    return text


def close_up(text: str) -> tuple[str, list[int] | None]:
    """Leave out the spaces between characters that were set apart: 记 者 说 → 记者说.

    Args:
        text: A text as `plain` gives it.

    Returns:
        The shorter text, and a list one longer than it: item `i` is the offset in `text` of
        character `i`, the last item is `len(text)`. None in its place if nothing was left out.
    """
    left_out = set(_stray(text))
    if not left_out:
        return text, None
    kept = [i for i in range(len(text)) if i not in left_out]
    return "".join([text[i] for i in kept]), [*kept, len(text)]


def plain_articles(articles: pd.DataFrame) -> pd.DataFrame:
    """Return articles with the plain reading in the place of what was printed.

    Args:
        articles: Frame with any of the columns of `FIELDS`.

    Returns:
        The same frame if nothing in it changes, otherwise a copy.
    """
    changed = {}
    for field in FIELDS:
        if field not in articles:
            continue
        printed = articles[field].tolist()
        read = [plain(text) if isinstance(text, str) else text for text in printed]
        if any(
            a is not b and isinstance(a, str) and a != b for a, b in zip(printed, read, strict=True)
        ):
            changed[field] = read
    return articles.assign(**changed) if changed else articles


def _stray(text: str) -> Iterator[int]:
    """Yield the offsets of spaces between characters that were set apart."""
    if " " not in text and "\u3000" not in text:
        return
    for match in RE_SPREAD.finditer(text):
        yield from range(match.start() + 1, match.end(), 2)


def _curl(line: str) -> str:
    """Turn the straight quotation marks of a Chinese paragraph into pairs, if they are even."""
    pieces = line.split('"')
    if len(pieces) == 1 or len(pieces) % 2 == 0 or line.isascii():
        return line
    closing = "”“"
    return pieces[0] + "".join(closing[i % 2] + piece for i, piece in enumerate(pieces[1:], 1))
