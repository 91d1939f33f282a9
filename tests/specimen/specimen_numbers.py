"""Read the numbers printed in a figure, to hold them against the value the source claims."""

from __future__ import annotations

import re

DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "俩": 2, "双": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10_000, "亿": 100_000_000}
#: Arabic digits with thousands commas and decimals, then an optional 百/千/万/亿.
RE_ARABIC = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)\s*([余多]?)([十百千]?)(万亿|[万亿]?)")
#: A run of Chinese numerals; 余 and 多 may stand inside (百余, 三千多万).
RE_CHINESE = re.compile(
    r"[〇零一二三四五六七八九两俩双十百千万亿][〇零一二三四五六七八九十百千万亿余多]*"
)
RE_DATE_PART = re.compile(r"(\d+)(年|月|日|时|点)?")


def chinese_number(text: str) -> float:
    """Read a Chinese numeral: 一百二十 → 120, 两 → 2, 百余 → 100, 三千多万 → 30000000."""
    text = re.sub("[余多]", "", text)
    if len(text) > 1 and all(c in DIGITS for c in text):
        return float("".join(str(DIGITS[c]) for c in text))
    total = section = digit = 0
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in SMALL:
            section += (digit or 1) * SMALL[char]
            digit = 0
        else:
            total += ((section + digit) or 1) * LARGE[char]
            section = digit = 0
    return float(total + section + digit)


def numbers_in(text: str) -> list[float]:
    """Return every number that the text can be read to print, with 万, 半 and 成 expanded."""
    found: list[float] = []
    for match in RE_ARABIC.finditer(text):
        value = float(match[1].replace(",", ""))
        scale = SMALL.get(match[3], 1)
        for char in match[4]:
            scale *= LARGE[char]
        found.append(value * scale)
    shared = re.search(r"[—至到~-].*?([万亿])", text)
    if shared:
        found += [value * LARGE[shared[1]] for value in found]
    found += [chinese_number(match[0]) for match in RE_CHINESE.finditer(text)]
    # 三四十 and 七八个 name two neighbouring numbers.
    found += [float(DIGITS[c]) for c in text if c in DIGITS]
    if "半" in text:
        found += [value + 0.5 for value in found] + [0.5]
    if "成" in text:
        found += [value * 10 for value in found]
    if "角" in text:
        found += [value / 10 for value in found]
    if any(c in text for c in "首头"):
        found.append(1.0)
    if "几" in text:
        found += [3.0, 9.0, 20.0, 99.0]
    if "翻" in text:
        found += [2.0, 100.0]
    return found


def _date_agrees(text: str, value: str) -> bool:
    parts = [int(x) for x in re.findall(r"\d+", value)]
    names = dict(zip("年月日", parts, strict=False))
    for number, unit in RE_DATE_PART.findall(text):
        if unit in names and int(number) % 100 != names[unit] % 100:
            return False
    return True


def agrees(text: str, value: str, kind: str) -> bool:
    """Say whether a printed figure can mean the value that the source gives it."""
    if kind in ("date", "period") and re.match(r"^\[?\d{4}\b", value):
        return value.startswith("[") or _date_agrees(text, value)
    try:
        wanted = [float(v) for v in value.strip("[]").split(",") if v and v != "null"]
    except ValueError:
        return False
    found = numbers_in(text)
    return bool(found) and all(any(abs(f - w) < 1e-6 * max(1, w) for f in found) for w in wanted)
