"""What lies ahead of a line."""

from __future__ import annotations

import pytest

from helpers.parsing.outlook import CAPTION, find_captions, find_shapes, look_ahead
from helpers.parsing.prepare import look_at

SIGNED = "本报讯（记者 甲乙丙）近日，石桥村的老桥修好了，村里人走了三十年的水路改成了旱路。"
PLAIN = "石桥村的老桥修好了，村里人走了三十年的水路改成了旱路，镇里说明年还要再修两座新桥。"


def seen(*raw: str) -> list[list[str]]:
    sheet = look_at(raw)
    look_ahead(sheet)
    find_captions(sheet)
    find_shapes(sheet)
    return sheet.seen.names()


@pytest.mark.parametrize(("text", "signed"), [(SIGNED, "signed"), (PLAIN, "unsigned")])
def test_a_text_ahead_is_signed_or_not(text: str, signed: str) -> None:
    features = seen("老桥修好了", text)[0]
    assert "text in:1" in features
    assert any(f.startswith(f"{signed} text ahead") for f in features)


def test_the_text_is_counted_from_the_line() -> None:
    assert "text in:3" in seen("一座桥", "三十年", "老桥修好了", PLAIN)[0]


def test_a_caption_comes_to_its_credit() -> None:
    features = seen("图中老桥正在翻修，工人在桥面上", "铺设石板。（甲乙丙 摄）")
    assert all("comes to a photo credit" in f for f in features)


def test_a_sentence_that_ends_comes_to_nothing_behind_it() -> None:
    assert "comes to a photo credit" not in seen(PLAIN, PLAIN, "老桥翻修。（甲乙丙 摄）")[0]


def test_a_list_is_no_caption() -> None:
    rows = ["石桥村水站一号泵"] * (CAPTION // 8 + 2)
    assert "comes to a photo credit" not in seen(*rows, "老桥翻修。（甲乙丙 摄）")[0]


def test_lines_between_the_same_marks_know_of_each_other() -> None:
    features = seen("【修桥】", PLAIN, "【开渠】", PLAIN, "■ 种树")
    assert "set like others" in features[0]
    assert "set like others" in features[2]
    assert "set like others" not in features[4]
