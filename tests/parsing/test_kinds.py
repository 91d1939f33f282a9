"""The kinds of article, each from what it is made of; the lines say themselves what they are."""

from __future__ import annotations

import pytest
from told import told

from helpers.parsing import KINDS

LONG = "今年水来得比往年早了半个月，三座水站换了新泵，村里的老支书说，往年这时候还在等雨。"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("news", f"H|三座水站换了新泵\nP|本报讯（记者 甲乙）{LONG}\nP|{LONG}"),
        ("news", f"H|三座水站换了新泵\nB|本报记者 甲乙\nP|{LONG}"),
        ("news", f"H|三座水站换了新泵\nP|{LONG}"),
        ("photo", "H|孩子们在读书\nC|七月六日，孩子们在新书屋里读书。\nR|（苏小田 摄）"),
        (
            "photo",
            "C|七月六日，孩子们在新书屋里读书，这是县里今年建的第八座书屋。（苏小田 摄）",
        ),
        # Where a source takes the caption for text, the credit or 图为 says what it is.
        ("photo", f"H|孩子们在读书\nP|{LONG}\nR|（苏小田 摄）"),
        ("photo", f"H|孩子们在读书\nP|{LONG}图为孩子们在新书屋里读书。"),
        ("news", f"H|孩子们在读书\nP|本报讯（记者 甲乙）{LONG}（苏小田 摄）"),
        ("news", f"H|孩子们在读书\nP|{LONG}\nP|{LONG}（苏小田 摄）"),
        ("commentary", f"H|把水管好\nB|本报评论员\nP|{LONG}"),
        ("commentary", f"F|青禾时评\nH|把水管好\nB|□ 苏小田\nP|{LONG}"),
        ("wire", f"H|三座水站换了新泵\nP|据新华社北京8月19日电（记者 甲乙）{LONG}"),
        ("wire", f"H|三座水站换了新泵\nB|转自《青禾晚报》\nP|{LONG}"),
        (
            "notice",
            "H|停水公告\nP|七月十日检修水管，全县停水一天。\nP|特此公告。\nP|青禾县水务公司",
        ),
        ("notice", "H|启事\nP|苏小田遗失身份证，声明作废。"),
        (
            "poem",
            "H|水乡\nB|苏小田\nP|水从山里来\nP|带着青苔的气味\nP|绕过三座桥\nP|绕过晒谷的人\nP|停在门前",
        ),
        ("essay", f"G|第4版 副刊\nH|母亲的水缸\nB|□ 苏小田\nP|我的母亲有一口水缸。{LONG}"),
        (
            "table",
            "H|全县晚稻测产一览\nP|青禾镇 148 亩 503 公斤\nP|东坪镇 220 亩 498 公斤\n"
            "P|西坪镇 96 亩 511 公斤\nP|南坪镇 87 亩 490 公斤",
        ),
        (
            "weather",
            "H|一周天气\nP|周一 多云 12℃ 东风\nP|周二 小雨 10℃ 北风\nP|周三 多云转晴 14℃ 北风",
        ),
    ],
)
def test_kinds(kind: str, text: str) -> None:
    (article,) = told(text).articles
    assert article.kind == kind
    assert kind in KINDS


def test_a_short_item_under_a_tag_of_briefs_is_one() -> None:
    brief = "F|简讯\nH|水站换泵\nP|三座水站换了新泵。"
    assert told(brief).articles[0].kind == "brief"
    assert told(brief + LONG * 6).articles[0].kind != "brief"
    assert told(brief.replace("简讯", "要闻")).articles[0].kind != "brief"


def test_an_item_behind_a_bullet_is_a_brief() -> None:
    assert told("P|▲三座水站换了新泵，灌溉不再看天。").articles[0].kind == "brief"


def test_a_caption_beside_text_makes_no_photo_note() -> None:
    text = f"H|三座水站换了新泵\nP|本报讯（记者 甲乙）{LONG}\nC|图为新泵房。"
    assert [a.kind for a in told(text).articles] == ["news"]


def test_a_reporter_who_tells_of_himself_writes_news() -> None:
    text = f"G|第4版 副刊\nH|我的母亲\nB|本报记者 苏小田\nP|我的母亲有一口水缸。{LONG}"
    assert told(text).articles[0].kind == "news"
