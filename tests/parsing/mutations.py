"""Damage done to issues, and what must hold of a parse whatever was done.

A mutation is a tuple (what, where, how) of a name and two numbers: easily drawn, easily shrunk.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from helpers.audit.marked import load_marked
from helpers.parsing import KINDS, ROLES, ParsedIssue
from helpers.reading import Hint, read_issue

REPOSITORY = Path(__file__).resolve().parents[2]

Mutation = tuple[str, int, int]
#: Openings and ends that the parser looks for, whole and broken.
SNIPPETS = (
    "本报讯",
    "本报讯（记者 甲乙 通讯员 丙",
    "本报讯（记者 甲乙）",
    "本报讯（以下简称“某办”）",
    "本报讯 记者 甲乙",
    "本报记者 甲乙 报道",
    "（记者 甲",
    "乙 丙丁）",
    "讯员 丙丁）近日",
    "据新华社北京8月19日电",
    "据新华社杭州5月7日电（记者 甲乙",
    "综合消息 ",
    "下转第2版",
    "（下转3版）",
    "下转2",
    "版）",
    "上接第1版",
    "（甲乙 摄）",
    "记者 甲乙 摄",
    "（王某某）",
    "图为",
    "图为孩子们在上课。",
    "□ 甲乙",
    "▲",
    "一、",
    "第2版 综合",
    "2019年5月17日",
    "第21期",
    "富强 民主 文明 和谐",
    "【简讯】",
    "３",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\x0c",
    "。",
    "（",
    "）",
    "”",
    " ",
    "\u3000\u3000",
    "𠮷",
)
#: Half-width marks and traditional characters for those that openings are made of.
OTHERWISE = str.maketrans("（）讯员电转记", "()訊員電轉記")


@cache
def sources() -> tuple[tuple[str, ...], ...]:
    """The raw lines of the papers, of the specimen, and of the real issues where they are."""
    papers = sorted((REPOSITORY / "tests" / "papers").glob("*/*.txt"))
    out = [tuple(load_marked(path).raw) for path in papers]
    out += [read_issue(p).lines for p in sorted((REPOSITORY / "data/raw/specimen").glob("*.txt"))]
    real = REPOSITORY.parent / "shared" / "issues" / "kecheng"
    out += [read_issue(path).lines for path in sorted(real.glob("*.txt"))]
    return tuple(out)


def window(source: int, where: int, size: int) -> list[str]:
    """Take some lines of a source, or all: damage shows in a part as well as in the whole."""
    lines = sources()[source % len(sources())]
    if size >= len(lines):
        return list(lines)
    start = where % (len(lines) - size + 1)
    return list(lines[start : start + size])


def mutate(lines: Sequence[str], mutations: Sequence[Mutation]) -> list[str]:
    """Do all the damage, one after the other."""
    out = list(lines)
    for what, where, how in mutations:
        MUTATIONS[what](out, where % max(1, len(out)), how)
    return out


def _delete(lines: list[str], at: int, how: int) -> None:
    del lines[at : at + 1 + how % 3]


def _double(lines: list[str], at: int, how: int) -> None:
    lines[at:at] = lines[at : at + 1 + how % 3]


def _split(lines: list[str], at: int, how: int) -> None:
    """Cut a line in two, or in pieces of a few characters, with or without blank lines between."""
    for line in lines[at : at + 1]:
        size = how % max(2, len(line))
        if how % 5 == 0:
            size = 1 + how % 7
            pieces = [line[i : i + size] for i in range(0, len(line), size)]
        else:
            pieces = [line[:size], line[size:]]
        blank = [""] if how % 2 else []
        lines[at : at + 1] = [part for piece in pieces for part in (piece, *blank)]


def _join(lines: list[str], at: int, how: int) -> None:
    """Put a line and the next ones that are not blank into one."""
    lines[at : at + 2 + how % 3] = ["".join(lines[at : at + 2 + how % 3])]


def _swap(lines: list[str], at: int, how: int) -> None:
    if lines:
        other = how % len(lines)
        lines[at], lines[other] = lines[other], lines[at]


def _shuffle(lines: list[str], at: int, how: int) -> None:
    block = lines[at : at + 12]
    random.Random(how).shuffle(block)
    lines[at : at + 12] = block


def _move(lines: list[str], at: int, how: int) -> None:
    block = lines[at : at + 6]
    del lines[at : at + 6]
    place = how % (len(lines) + 1)
    lines[place:place] = block


def _blank(lines: list[str], at: int, how: int) -> None:
    lines.insert(at, ("", "　", "\t ", "\u00a0")[how % 4])


def _close_up(lines: list[str], at: int, how: int) -> None:
    """Take the blank lines out of a part, or out of all."""
    part = slice(at, at + 20 if how % 3 else len(lines)) if how % 5 else slice(0, len(lines))
    lines[part] = [line for line in lines[part] if line.strip()]


def _flip(lines: list[str], at: int, how: int) -> None:
    """Put one character for another: a neighbour's, or a mark."""
    for line in lines[at : at + 1]:
        if line:
            place = how % len(line)
            mark = "（）“”。，、：讯记摄电图版 　1甲"[how % 17]
            lines[at] = line[:place] + mark + line[place + 1 :]


def _drop(lines: list[str], at: int, how: int) -> None:
    """Lose the head or the tail of a line."""
    for line in lines[at : at + 1]:
        lines[at] = line[how % 20 :] if how % 2 else line[: how % 30]


def _insert(lines: list[str], at: int, how: int) -> None:
    """Put a snippet before a line, behind it, into it, or on its own line."""
    snippet = SNIPPETS[how % len(SNIPPETS)]
    way = how // len(SNIPPETS) % 4
    for line in lines[at : at + 1]:
        place = how // 7 % (len(line) + 1)
        lines[at : at + 1] = (
            [snippet + line],
            [line + snippet],
            [line[:place] + snippet + line[place:]],
            [snippet, line],
        )[way]


def _otherwise(lines: list[str], at: int, how: int) -> None:
    stop = at + 1 + how % 10
    lines[at:stop] = [line.translate(OTHERWISE) for line in lines[at:stop]]


def _spread(lines: list[str], at: int, how: int) -> None:
    stop = at + 1 + how % 3
    lines[at:stop] = [" ".join(line) for line in lines[at:stop]]


def _rest(lines: list[str], at: int, how: int) -> None:
    """Begin in the middle of the issue, or end there."""
    if how % 4 == 0:
        del lines[:at]
    elif how % 4 == 1:
        del lines[at + 1 :]


MUTATIONS: dict[str, Callable[[list[str], int, int], None]] = {
    "delete": _delete,
    "double": _double,
    "split": _split,
    "join": _join,
    "swap": _swap,
    "shuffle": _shuffle,
    "move": _move,
    "blank": _blank,
    "close up": _close_up,
    "flip": _flip,
    "drop": _drop,
    "insert": _insert,
    "otherwise": _otherwise,
    "spread": _spread,
    "rest": _rest,
}

#: A hint as numbers: on which line, which role, whether it starts, which article; see `hints_of`.
Said = tuple[int, int, int, int]


def hints_of(lines: Sequence[str], said: Sequence[Said]) -> list[Hint | None]:
    """Say things of lines, right or wrong; nothing of blank ones, like every reader."""
    out: list[Hint | None] = [None] * len(lines)
    roles = (None, *ROLES)
    for where, role, starts, article in said:
        at = where % max(1, len(lines))
        if lines and lines[at].strip():
            out[at] = Hint(
                roles[role % len(roles)],
                (None, True, False)[starts % 3],
                article % 6 or None,
                "said by the source" if starts % 2 else "",
            )
    return out


def flip_bytes(data: bytes, flips: Sequence[tuple[int, int]]) -> bytes:
    """Set single bytes."""
    out = bytearray(data)
    for where, value in flips:
        if out:
            out[where % len(out)] = value % 256
    return bytes(out)


def squeezed(text: str) -> str:
    return "".join(text.split())


def check(issue: ParsedIssue, lines: Sequence[str]) -> None:
    """Hold a parse against its lines, by other means than the parser's own check."""
    full = [(n, line) for n, line in enumerate(lines, 1) if line.strip()]
    assert [(r.line, r.text) for r in issue.lines] == full
    assert [a.order for a in issue.articles] == list(range(1, len(issue.articles) + 1))
    owned: dict[int, list[int]] = {a.order: [] for a in issue.articles}
    for record in issue.lines:
        assert record.role in ROLES
        assert record.reason
        if record.article is not None:
            owned[record.article].append(record.line)
    _check_articles(issue, lines, owned)


def _check_articles(issue: ParsedIssue, lines: Sequence[str], owned: dict[int, list[int]]) -> None:
    roles = {r.line: r.role for r in issue.lines}
    placed: set[int] = set()
    for article in issue.articles:
        own = owned[article.order]
        assert own, "an article without lines"
        assert (article.line_first, article.line_last) == (own[0], own[-1])
        assert article.kind in KINDS
        assert 0.0 <= article.confidence <= 1.0
        printed = Counter(squeezed("".join(lines[n - 1] for n in own)))
        heads = (article.kicker or "", article.headline, article.deck or "")
        assert Counter(squeezed("".join((*heads, article.text)))) <= printed
        assert Counter(squeezed("".join(e.name for e in article.bylines))).keys() <= printed.keys()
        for paragraph in article.paragraphs:
            assert paragraph.text.strip() == paragraph.text != ""
            assert set(paragraph.lines) <= set(own)
            assert list(paragraph.lines) == sorted(set(paragraph.lines))
            assert not placed & set(paragraph.lines), "a line in two paragraphs"
            placed |= set(paragraph.lines)
            assert {roles[n] for n in paragraph.lines} in ({"body"}, {"caption"})
            # Every character stands in the raw lines, in the order of the print.
            raw = iter(squeezed("".join(lines[n - 1] for n in paragraph.lines)))
            assert all(character in raw for character in squeezed(paragraph.text))
