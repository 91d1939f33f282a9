"""One reading of a printed line for every rule: simplified, one width, one set of punctuation.

Every character stands for one printed character, so that positions in the reading are positions in
the print; the print itself is what articles keep.
"""

from __future__ import annotations

import re

from helpers.parsing.script import simplified

#: Half-width punctuation as Chinese text prints it elsewhere; full-width letters and digits.
WIDTHS = str.maketrans(
    {
        **{chr(0xFF10 + i): chr(0x30 + i) for i in range(10)},
        **{chr(0xFF21 + i): chr(0x41 + i) for i in range(26)},
        **{chr(0xFF41 + i): chr(0x61 + i) for i in range(26)},
        "(": "（",
        ")": "）",
        ",": "，",
        ":": "：",
        ";": "；",
        "!": "！",
        "?": "？",
        "％": "%",
        "．": ".",
        "－": "-",
        "／": "/",
        "「": "“",
        "」": "”",
        "『": "‘",
        "』": "’",
        "〝": "“",
        "〞": "”",
        "\u00a0": " ",
        "\t": " ",
    }
)
HALF = frozenset("(),:;!?\u00a0\t")
#: Any character that the table changes; most lines have none.
RE_WIDTHS = re.compile("[" + re.escape("".join(chr(code) for code in WIDTHS)) + "]")
#: Spaces set between the characters of a phrase, three in a row at least: 记 者 了 解 到.
RE_SPREAD = re.compile(r"(?:[\u3400-\u9fff][ \u3000]){3,}[\u3400-\u9fff]")


def canonical(text: str) -> str:
    """Read a line: '本報訊(記者 甲)２０' => '本报讯（记者 甲）20'; the length stays."""
    if RE_WIDTHS.search(text) is not None:
        text = text.translate(WIDTHS)
    return simplified(text)


def width(text: str) -> float:
    """Measure a line in Chinese characters: ASCII counts half, '12人' => 2.0."""
    return (len(text) + len(text.encode("ascii", "ignore")) * -0.5) if text else 0.0
