"""Read numerals: Arabic, Chinese and mixed ones, with what is inexact about them.

`cn2an` reads exact numerals only (it misses 百余 and takes 几十 for 10), and a newspaper prints
few others, so this is a reader of our own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from helpers.extraction.figures.figure import Hedge

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
DIGITS |= {"〇": 0, "○": 0, "两": 2}
DIGITS |= {c: i for i, c in enumerate("壹贰叁肆伍陆柒捌玖", start=1)}
SCALES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
TENS = {"廿": 20, "卅": 30, "卌": 40}
#: 几 and 数 stand for 3 to 9; before a scale (几十) for 2 to 9, and up to the end: 几十 is 20-99.
SOME = "几数"

#: Arabic digits: 1,200 with commas, 1 200 with spaces, 2 0 2 0 set apart, decimals.
ARABIC = (
    r"(?:\d{1,3}(?:[,，]\d{3}){1,4}(?!\d)(?:\.\d{1,8})?|\d{1,3}(?: \d{3}){1,3}(?!\d)"
    r"|\d(?: \d){1,7}(?![\d.,])"
    r"|\d{1,15}(?:[.．]\d{1,8})?)"
)
#: A numeral with its scale and what is inexact in it: 3.2万余, 100多万, 两千多, 七八十, 百余.
NUMERAL = (
    r"(?:\d{1,4}万\d{1,4}(?:千|百)?(?:余|多)?"
    rf"|{ARABIC} ?(?:余|多|来|几(?=[十百千万亿]))?[十百千万亿]{{0,2}}(?:余|多|来)?"
    r"|[一二三四五六七八九两几数十百千万亿零〇○廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟]{1,14}"
    r"(?:[余多来][百千万亿]{0,2})?(?:[余多来])?(?:点[零一二三四五六七八九]{1,4}万?)?)"
)
RE_ARABIC = re.compile(rf"(?P<digits>{ARABIC}) ?(?P<mid>[余多来几])?(?P<scale>[十百千万亿]*)")
#: 2万8千多, 3万5000.
RE_MIXED = re.compile(r"(?P<front>\d{1,4})万(?P<rest>\d{1,4})(?P<scale>[千百]?)(?P<over>[余多]?)")
RE_MIDDLE = re.compile("[余多来]")
#: Digits one after the other, as years and room numbers are printed: 二〇二〇, 一九九八.
RE_SPELLED = re.compile("[零一二三四五六七八九〇○]{2,}")


class Number(NamedTuple):
    """What a numeral amounts to: its ends, and how it is hedged in itself (余, 多, 来, 几)."""

    low: float
    high: float
    approx: Hedge | None = None

    @property
    def value(self) -> float:
        """The number, or the middle of its ends."""
        return self.low if self.low == self.high else tidy((self.low + self.high) / 2)


def tidy(number: float) -> float:
    """Take off the dust of binary fractions: 3.6 × 10,000 => 36000.0."""
    return float(f"{number:.12g}")


@lru_cache(maxsize=8192)
def read_numeral(text: str) -> Number | None:
    """Read a numeral: '3.2万余' => 32000 (over); '七八十' => 70 to 80; '几十' => 20 to 99.

    Args:
        text: What `NUMERAL` matched.

    Returns:
        None if the characters make no number (万千, 数千万万).
    """
    text = text.strip()
    mixed = RE_MIXED.fullmatch(text)
    if mixed is not None:
        total = float(mixed["front"]) * 10_000
        total += float(mixed["rest"]) * SCALES.get(mixed["scale"], 1)
        return Number(total, total, "over" if mixed["over"] else None)
    found = RE_ARABIC.match(text)
    if found is not None:
        return _arabic(text, found)
    inexact: Hedge | None = None
    mid = RE_MIDDLE.search(text)
    if mid is not None:
        inexact = "about" if mid[0] == "来" else "over"
        text = RE_MIDDLE.sub("", text)
    if "点" in text:
        whole, _, rest = text.partition("点")
        scale = 1
        if rest.endswith("万"):
            rest, scale = rest[:-1], 10_000
        front = _chinese(whole)
        if front is None:
            return None
        fraction = sum(DIGITS[c] / 10**i for i, c in enumerate(rest, start=1))
        value = tidy((front[0] + fraction) * scale)
        return Number(value, value, inexact)
    ends = _chinese(text)
    if ends is None:
        return None
    low, high = ends
    if low != high and any(c in SOME for c in text):
        inexact = inexact or "about"
    return Number(low, high, inexact)


def _arabic(text: str, found: re.Match[str]) -> Number | None:
    digits = found["digits"].replace(",", "").replace("，", "").replace(" ", "")
    scale = 1
    for c in found["scale"]:
        scale *= SCALES.get(c) or MYRIADS[c]
    value = tidy(float(digits.replace("．", ".")) * scale)
    hedge = found["mid"] or (text[-1] if text[-1] in "余多来" else None)
    return Number(value, value, None if hedge is None else "about" if hedge == "来" else "over")


def _chinese(text: str) -> tuple[float, float] | None:
    """Read a Chinese numeral without 余 and 多 as its two ends."""
    if not text:
        return None
    if RE_SPELLED.fullmatch(text) and not _neighbours(text):
        # 二〇二〇; 三五 (成群) and 三三 are no numbers.
        spelled = float("".join(str(DIGITS[c]) for c in text))
        return (spelled, spelled) if len(text) > 2 or "零" in text or "〇" in text else None
    low = high = 0.0
    for scale, part in _by_myriads(text):
        ends = _section(part) if part else (1.0, 1.0)
        if ends is None:
            return None
        if scale == 1 and low and len(part) == 1 and part in DIGITS:
            # 九万八 is 98,000, but 九万零八 is 90,008.
            ends = (ends[0] * 1000, ends[1] * 1000)
        low, high = low + ends[0] * scale, high + ends[1] * scale
        if part and part[0] in SOME and len(part) == 1 and scale > 1:
            # 几万 is 20,000 to 99,999.
            low, high = 2.0 * scale, 10.0 * scale - 1
    return low, high


def _neighbours(text: str) -> bool:
    """Say whether two digits are a guess: 七八, 三四; 九十 is not two digits."""
    if len(text) != 2 or text[0] in "零〇○":
        return False
    return DIGITS[text[1]] - DIGITS[text[0]] == 1


def _by_myriads(text: str) -> list[tuple[int, str]]:
    """Split at 亿 and 万: 三亿二千万 => (亿, 三), (万, 二千)."""
    out: list[tuple[int, str]] = []
    for mark, myriad in (("亿", 100_000_000), ("万", 10_000)):
        scale = myriad
        if mark in text:
            front, _, text = text.partition(mark)
            if mark == "亿" and "万" in front:
                return [(1, "亿亿")]  # no number
            if not front and text:
                return [(1, "亿亿")]
            if text.startswith("亿"):
                scale, text = scale * 100_000_000, text[1:]
            out.append((scale, front))
    if text:
        out.append((1, text))
    return out


def _section(text: str) -> tuple[float, float] | None:
    """Read what stands below a myriad: 一千二百 => 1200; 七八十 => 70, 80; 几十 => 20, 99."""
    low = high = 0.0
    digits: tuple[float, float] | None = None
    below = 10_000
    last = 0
    i = 0
    while i < len(text):
        c = text[i]
        if c in TENS:
            low, high, below, last, digits = low + TENS[c], high + TENS[c], 10, 10, None
        elif c in SCALES:
            scale = SCALES[c]
            if scale >= below:
                return None
            if digits is None:
                if i and text[i - 1] not in "零〇":
                    return None
                digits = (1.0, 1.0)
            if i and text[i - 1] in SOME:
                low, high = low + 2 * scale, high + 10 * scale - 1
            else:
                low, high = low + digits[0] * scale, high + digits[1] * scale
            below, last, digits = scale, scale, None
        elif c in SOME:
            if digits is not None:
                return None
            digits = (3.0, 9.0) if not low else (1.0, 9.0)
        elif c in DIGITS:
            if c in "零〇○":
                last = 0
                i += 1
                continue
            if digits is not None:
                if DIGITS[c] - digits[0] != 1 or digits[0] != digits[1]:
                    return None
                digits = (digits[0], float(DIGITS[c]))
            else:
                digits = (float(DIGITS[c]), float(DIGITS[c]))
        else:
            return None
        i += 1
    if digits is not None:
        # 一千二 is 1200, but 一千零二 is 1002 and 十二 is 12.
        place = last // 10 if last > 10 and digits[0] == digits[1] else 1
        low, high = low + digits[0] * place, high + digits[1] * place
    return low, high
