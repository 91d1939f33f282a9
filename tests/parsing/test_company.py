"""What says something only in company."""

from __future__ import annotations

import numpy as np

from helpers.parsing.catalogue import AHEAD, TOPICS
from helpers.parsing.company import see_together
from helpers.parsing.prepare import look_at

PLAIN = "石桥村的老桥修好了，村里人走了三十年的水路改成了旱路，镇里说明年还要再修两座新桥。"


def seen(raw: list[str], ahead: str | None = None, topic: str | None = None) -> list[list[str]]:
    """See the lines together; the first is told what lies ahead of it and its topic."""
    sheet = look_at(raw)
    n = len(sheet)
    levels = np.full((2, n), -1, dtype=np.int8)
    if ahead is not None and topic is not None:
        levels[:, 0] = AHEAD.index(ahead), TOPICS.index(topic)
    nobody = np.zeros(n, dtype=bool)
    see_together(sheet, np.sign(sheet.gaps) + 1, *levels, nobody, nobody)
    return sheet.seen.names()


def test_a_length_with_its_gaps_and_its_neighbours() -> None:
    found = seen([PLAIN, "", "老桥修好了", PLAIN])
    assert {"size 0 + gaps 21", "end + size 0 + text"} <= set(found[1])


def test_nothing_stands_before_the_first_line_or_after_the_last() -> None:
    assert {"nothing + size 0 + nothing", "size 0 + gaps 19"} <= set(seen(["老桥修好了"])[0])


def test_what_lies_ahead_is_told_with_the_length() -> None:
    found = seen(["老桥修好了", PLAIN], "1s", "new")
    assert {
        "size 0 + ahead 1s",
        "short closed + ahead 1s",
        "short open + ahead 1s",
        "size 0 + topic new",
    } - set(found[0]) == {"short closed + ahead 1s"}
