"""What a line says again: a headline's words come back in its text, a slogan's do not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from helpers.parsing.observe import Line

#: Longer lines are text.
LONGEST = 40
#: Characters of text that a line is compared with, on either side.
REACH = 320
RE_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
#: Shares of a line's pairs of characters that come back, and what they are called.
SHARES = ((0.0, "none"), (0.14, "few"), (0.3, "some"), (2.0, "many"))


def pairs(text: str) -> list[str]:
    """List the pairs of neighbouring Chinese characters: '清河村，修路' => 清河, 河村, 修路."""
    return [run[i : i + 2] for run in RE_HAN.findall(text) for i in range(len(run) - 1)]


def hear(lines: Sequence[Line]) -> None:
    """Tell each short line how much of it comes back after it and came before it."""
    for index, line in enumerate(lines):
        if line.length > LONGEST or line.final:
            continue
        own = pairs(line.text)
        if len(own) < 2:
            continue
        for name, text in (("after", _ahead(lines, index)), ("before", _behind(lines, index))):
            if text:
                share = sum(pair in text for pair in own) / len(own)
                level = next(n for limit, n in SHARES if share <= limit)
                line.features.append(f"echo {name}:{level}")


def _ahead(lines: Sequence[Line], index: int) -> str:
    out, size = [], 0
    for line in lines[index + 1 : index + 31]:
        out.append(line.text)
        size += line.length
        if size >= REACH:
            break
    return "\n".join(out)[:REACH]


def _behind(lines: Sequence[Line], index: int) -> str:
    out, size = [], 0
    for line in reversed(lines[max(0, index - 30) : index]):
        out.append(line.text)
        size += line.length
        if size >= REACH:
            break
    return "\n".join(out[::-1])[-REACH:]


def shapes(lines: Sequence[Line]) -> None:
    """Tell a line that other lines are set between the same marks: 【…】, ■…, ── … ──."""
    found: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        if line.length <= 24:
            first, last = line.text[0], line.text[-1]
            ends = ("" if _plain(first) else first, "" if _plain(last) else last)
            if ends[0] and ends[0] not in "“‘《（" and not line.final:
                found.setdefault(ends, []).append(line)
    for group in found.values():
        if len(group) > 1:
            for line in group:
                line.features.append("set like others")


def _plain(c: str) -> bool:
    return c.isalnum()


def ahead(lines: Sequence[Line]) -> None:
    """Tell each line whether its paragraph comes to a photo credit, and how far the next text is."""
    credited = alone = False
    distance = 9
    for line in reversed(lines):
        credit = line.credit if line.credit is not None and line.credit.photo else None
        if credit is not None:
            credited, alone = True, credit.start == 0
        else:
            # The credit may stand on the line behind the last sentence.
            credited, alone = (alone if line.final else credited), False
        if credited and not alone:
            line.features.append("comes to a photo credit")
        if line.short:
            line.features.append(f"text in:{min(distance, 5)}")
        text = line.opener is not None or line.length > 30 or (line.final and line.length > 12)
        distance = 1 if text else distance + 1
