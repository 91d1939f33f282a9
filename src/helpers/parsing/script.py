"""A simplified reading of text printed in traditional characters, of the same length.

The text itself stays as it was printed; rules, word lists and dictionaries, all of them in
simplified characters, look at this reading instead, and what they find stands at the same offsets.
The pairs are OpenCC's (Apache-2.0). Its configuration `tw2s` is `t2s` with 著 read as 着 where it
is the particle: 看著 → 看着, but 著名 → 著名.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

#: The ideographs that are looked at: Extension A, the unified ones, the compatibility ones.
RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))
#: Traditional forms that simplified text prints as well, in names and in 瞭望, 狼藉: alone they
#: are no sign of traditional text. 苧 is the simplified form of 薴 and the traditional one of 苎.
ALSO_SIMPLIFIED = frozenset("瞭藉昇陞甯濛蒐祕邨鉅脩苧")
#: GB 2312, the character set of simplified text, holds some traditional forms for names and the
#: classics (乾, 於, 徵); of them, these are as good as never printed in a newspaper.
ONLY_TRADITIONAL = frozenset("後麽菸")
#: Simplified characters that OpenCC takes for another traditional one: 么 → 幺.
KEPT = frozenset("么")
#: Any ideograph.
RE_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
#: In traditional text about every third ideograph is one that simplified text cannot have; a
#: simplified text that quotes a plaque or a name stays far below this share.
SHARE = 0.1

_CONFIGURATION = "tw2s"


def simplified(text: str) -> str:
    """Read a text in simplified characters: 記者瞭解到 → 记者了解到.

    Args:
        text: Any text; one without a character that only traditional text has comes back as it
            is, with its 乾 and 於.

    Returns:
        A text of equal length; doing it twice changes nothing more.
    """
    if _traditional().search(text) is None:
        return text
    reading = _convert_whole(text)
    if KEPT.isdisjoint(text):
        return reading
    return "".join(a if a in KEPT else b for a, b in zip(text, reading, strict=True))


def is_traditional(text: str) -> bool:
    """Say whether a text is printed in traditional characters, and not merely quotes some."""
    pattern = _traditional()
    if pattern.search(text) is None:
        return False
    return len(pattern.findall(text)) >= SHARE * len(RE_HAN.findall(text))


def _convert_whole(text: str) -> str:
    """Read a text; where that would move an offset or cannot be done, each character alone."""
    try:
        reading = _convert()(text)
    except UnicodeEncodeError:  # a lone surrogate, which no encoding takes
        reading = ""
    if len(reading) == len(text):
        return reading
    return "".join(map(_convert_one, text))


def _convert_one(character: str) -> str:
    """Read one character; one that becomes several or none stays, and so does a surrogate."""
    try:
        reading = _convert()(character)
    except UnicodeEncodeError:
        return character
    return reading if len(reading) == 1 else character


@cache
def _convert() -> Callable[[str], str]:
    """Return OpenCC's conversion, loaded once."""
    import opencc

    convert: Callable[[str], str] = opencc.OpenCC(_CONFIGURATION).convert
    return convert


@cache
def _traditional() -> re.Pattern[str]:
    """Match one character that stands in traditional text only."""
    return re.compile("[" + "".join(sorted(traditional_characters())) + "]")


@cache
def traditional_characters() -> frozenset[str]:
    """Return the characters that stand in traditional text only."""
    characters = [chr(code) for first, end in RANGES for code in range(first, end)]
    readings = _convert()("\n".join(characters)).split("\n")
    return frozenset(
        character
        for character, reading in zip(characters, readings, strict=True)
        if character != reading
        and character not in ALSO_SIMPLIFIED
        and (character in ONLY_TRADITIONAL or not character.encode("gb2312", "ignore"))
    )
