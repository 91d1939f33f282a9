"""Regular expressions: read, explained when they are wrong, and put into RE2's terms.

RE2, which comes with Arrow, takes time in proportion to the text whatever the expression (Cox 2007,
Regular Expression Matching Can Be Simple And Fast). It has no look-around and no back-references,
and other ideas of what a letter or a digit is; so an expression is translated, piece by piece, and
one with a piece that has no exact counterpart is left to Python under a limit of time.
"""

from __future__ import annotations

import re
import warnings

from helpers.errors import InputError

#: Characters that an expression may have.
MOST = 2_000
#: How many repetitions RE2 is given: each is a state that every character may have to visit.
HEAVY = 100
#: Characters of an expression shown before the place of an error.
SHOWN = 20

_SPACE = (
    r"\t-\r\x1c-\x20\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"
)
#: What Python means by \d, \s and \w, inside the brackets of a class.
MEANING = {"d": r"\p{Nd}", "s": _SPACE, "w": r"\p{L}\p{N}_"}
#: The pieces that have an exact counterpart; anything else is left to Python.
RE_PIECE = re.compile(
    r"""(?P<kind>\\[dswDSW])
    | (?P<escape>\\[!-/:-@\[-`{-~nrt])
    | (?P<unicode>\\u[0-9A-Fa-f]{4})
    | (?P<group>\((?:\?:)?(?![?*]))
    | (?P<close>\))
    | (?P<class>\[\^?\]?(?:\\.|[^\[\]\\])*\])
    | (?P<many>(?:[*+?]|\{(?P<least>\d*)(?P<comma>,?)(?P<most>\d*)\})\??(?![*+?]))
    | (?P<any>\.)
    | (?P<either>\|)
    | (?P<plain>[^\\()\[\]{}.|*+?^$\ud800-\udfff])""",
    re.VERBOSE | re.DOTALL,
)
#: The pieces of a class, within its brackets: no range that ends in a kind of character.
RE_MEMBER = re.compile(
    r"""(?P<kind>\\[dsw])(?!-)
    | (?P<escape>\\[!-/:-@\[-`{-~nrt])
    | (?P<unicode>\\u[0-9A-Fa-f]{4})
    | (?P<range>-(?!\\[dsw]))
    | (?P<plain>[^\\\ud800-\udfff-])""",
    re.VERBOSE | re.DOTALL,
)


def read_pattern(pattern: str) -> re.Pattern[str]:
    """Compile a regular expression.

    Raises:
        InputError: It is empty, too long or wrong; the character is named at which it is.
    """
    if not pattern:
        raise InputError("there is nothing to look for", remedy="give an expression")
    if len(pattern) > MOST:
        raise InputError(
            f"the expression has {len(pattern):,} characters", remedy=f"use {MOST:,} at most"
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return re.compile(pattern)
    except re.error as error:
        at = error.pos or 0
        raise InputError(
            f"the expression is wrong at character {at + 1}: {error.msg}",
            remedy=f"look behind “{pattern[max(0, at - SHOWN) : at]}”, or look for a plain string",
        ) from error
    except (RecursionError, OverflowError, MemoryError) as error:
        raise InputError(
            "the expression is too deep or repeats too often", remedy="make it simpler"
        ) from error


def to_re2(pattern: str) -> str | None:
    r"""Put an expression into RE2's terms, or return None: \d+户 → [\p{Nd}]+户; (?=户) → None.

    None also where it can match nothing at all, or repeats a group that can: the two engines go
    on in different ways from a match of no length.

    Args:
        pattern: An expression that Python can compile.
    """
    if re.compile(pattern).match("") is not None:
        return None
    out: list[str] = []
    #: Where each open group begins, and the weight of what stands before it.
    opened: list[tuple[int, int]] = []
    at = weight = last = 0
    group = ""
    while at < len(pattern):
        piece = RE_PIECE.match(pattern, at)
        if piece is None:
            return None
        kind, text = str(piece.lastgroup), piece[0]
        kind = "many" if piece["many"] else kind
        if kind == "group":
            opened.append((at, weight))
            weight = 0
        elif kind == "close":
            begun, before = opened.pop()
            group = pattern[begun : piece.end()]
            last, weight = weight, before + weight
        elif kind == "many":
            times = _times(piece)
            if times is None or (times != 1 and group and re.compile(group).match("")):
                return None
            weight += last * (times - 1)
        else:
            last, weight = 1, weight + 1
        if kind != "close":
            group = ""
        translated = _translated(kind, text)
        if translated is None or weight > HEAVY + len(pattern):
            return None
        out.append(translated)
        at = piece.end()
    return "".join(out)


def _times(piece: re.Match[str]) -> int | None:
    """Return how often a quantifier repeats, 1 for `?`, 2 without an end; None if it is a text."""
    if piece["least"] is None:
        return 1 if piece[0][0] == "?" else 2
    if not piece["least"]:
        return None
    return int(piece["most"] or piece["least"]) + (piece["comma"] != "" and not piece["most"]) + 1


def _translated(kind: str, text: str) -> str | None:
    """Return one piece in RE2's terms."""
    if kind == "kind":
        negated = "^" if text[1].isupper() else ""
        return f"[{negated}{MEANING[text[1].lower()]}]"
    if kind == "unicode":
        return rf"\x{{{text[2:]}}}"
    if kind == "group":
        return "(?:"
    if kind == "class":
        return _class(text)
    return text


def _class(text: str) -> str | None:
    """Return a class of characters in RE2's terms."""
    head = "[^" if text.startswith("[^") else "["
    inside, out, at = text[len(head) : -1], [], 0
    # A bracket or a hyphen that stands first means itself.
    if inside[:1] in ("]", "-"):
        out, at = ["\\" + inside[0]], 1
    while at < len(inside):
        member = RE_MEMBER.match(inside, at)
        if member is None:
            return None
        if member.lastgroup == "kind":
            out.append(MEANING[member[0][1]])
        elif member.lastgroup == "unicode":
            out.append(rf"\x{{{member[0][2:]}}}")
        else:
            out.append(member[0])
        at = member.end()
    return head + "".join(out) + "]"
