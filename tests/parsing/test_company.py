"""What says something only in company."""

from __future__ import annotations

from helpers.parsing.company import see_together
from helpers.parsing.prepare import look_at

PLAIN = "石桥村的老桥修好了，村里人走了三十年的水路改成了旱路，镇里说明年还要再修两座新桥。"


def test_a_length_with_its_gaps_and_its_neighbours() -> None:
    lines = look_at([PLAIN, "", "老桥修好了", PLAIN])
    see_together(lines, 1, 0)
    assert {"size 0 + gaps 21", "end + size 0 + text"} <= set(lines[1].features)


def test_nothing_stands_before_the_first_line_or_after_the_last() -> None:
    lines = look_at(["老桥修好了"])
    see_together(lines, 0, 0)
    assert "nothing + size 0 + nothing" in lines[0].features


def test_what_lies_ahead_is_told_with_the_length() -> None:
    lines = look_at(["老桥修好了", PLAIN])
    lines[0].ahead, lines[0].topic = "1s", "new"
    see_together(lines, 0, 0)
    assert {"size 0 + ahead 1s", "size 0 + topic new"} <= set(lines[0].features)
