"""A gate must never hide a match: with nothing ruled out, the same is seen of every line."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpers.parsing.glance import (
    ALL,
    BLOCK,
    CONVERTED,
    DIGIT,
    LONG,
    SENTENCE,
    SPACE,
    glance,
    needs,
    read_all,
)
from helpers.parsing.line import Line
from helpers.parsing.masthead import fields_of
from helpers.parsing.observe import observe
from helpers.parsing.text import canonical

#: Pieces of what the patterns look for, to be set side by side in any order.
PIECES = """
本报讯 新华社 电 消息 综合 报道 记者 通讯员 评论员 编辑部 特约 摄 供图 图 图为 图片由 提供 文/
图/ 转自 来源 甲乙 丙丁 欧阳 县 镇 局 下转 上接 紧接 转 第 版 2 3 三 A4 ２ 简讯 短 波 要闻 导读
走基层 时评 副刊 天气 专栏 星期三 周三 年 月 日 2021 2021年7月6日 二〇二一年七月六日 农历 五月
廿七 初三 总第 号 期 主办 主管 编印 出版 承办 网 客户端 APP 发布 公众号 微信 今日 之声 报 新闻
www.a.cn .com @ a@b.cn 热线 电话 准印证 字第 CN 12 刊号 公告 公示 启事 招聘 遗失 作废 特此
联系人 地址 多云 阴转 ℃ 东风 编辑 责编 校对 版式 审读 投稿 单位 系列 报道 连载 待续 之二 （上）
主持 并讲话 会议 研究 部署 一、 （一） 1. 第一条 问 答 的 了 们 近日 日前 据 尊敬的 富强 民主
公司 委员会 同心共建 实干争先 須知 記者 乾 𠀀 价格 一览 提示
""".split()
MARKS = list("，。、：；！？（）()“”‘’《》【】[]·•—-─=~|｜／/.…%□■▲●★↑← \u3000\t")
LINES = st.lists(st.sampled_from([*PIECES, *MARKS, " ", "  "]), min_size=1, max_size=9).map("".join)
SEEN = (
    "alone credit features furniture notice opener opener_open open_quotes paper people short"
    " symbol width"
).split()


def seen(raw: str, *, mask: int | None) -> dict[str, object]:
    """Return what is seen of a line with its own mask, or with another."""
    (text,), (own,) = read_all([raw.strip()])
    line = Line(1, raw, 0, text, own if mask is None else mask)
    observe(line)
    return {name: getattr(line, name) for name in SEEN}


@given(LINES.filter(lambda raw: bool(raw.strip())))
@example("今日一1版")
@example("chagan-jr.cn")
@example("··········走基层··········")
def test_no_gate_hides_a_match(raw: str) -> None:
    assert seen(raw, mask=None) == seen(raw, mask=ALL)
    text = canonical(raw.strip())
    assert fields_of(text, read_all([text])[1][0]) == fields_of(raw)


@given(st.lists(st.text(min_size=1, max_size=12), max_size=8))
def test_readings_are_canonical_and_masks_tell_what_occurs(texts: list[str]) -> None:
    readings, masks = read_all(texts)
    assert readings == [canonical(text) for text in texts]
    for reading, mask in zip(readings, masks, strict=True):
        for bit, occurs in (
            (DIGIT, any(c.isdecimal() for c in reading)),
            (SPACE, any(c.isspace() for c in reading)),
        ):
            assert mask & bit or not occurs
        if max(map(ord, reading)) < 0x10000:
            assert bool(mask & SENTENCE) == bool(set("，。") & set(reading))
            assert not mask & CONVERTED


@pytest.mark.parametrize(
    ("text", "wanted", "held"),
    [
        ("水来得早，", "，。", True),
        ("水来得早", "，。", False),
        ("水来得早,", "，。", True),
        ("２０", "图", False),
        ("𠀀", "图", True),
        ("甲" * (LONG + 1), "图", True),
    ],
)
def test_a_bit_says_whether_one_of_the_characters_occurs(
    text: str, wanted: str, held: bool
) -> None:
    if wanted == "，。":
        assert bool(glance([text])[0] & SENTENCE) == held
    else:
        assert bool(glance([text])[0] & needs(wanted or "图")) == held


def test_many_lines_are_read_a_block_at_a_time() -> None:
    texts = ["甲" * LONG, "1", "乙" * (LONG + 1), "2 3"] * (BLOCK // LONG)
    masks = glance(texts)
    assert [bool(mask & DIGIT) for mask in masks] == [False, True, True, True] * (BLOCK // LONG)
    assert masks[1] & SPACE == 0
    assert masks[3] & SPACE
    assert glance([]) == []


def test_the_same_question_has_one_bit() -> None:
    assert needs("甲乙", str.isspace) == needs("乙甲", str.isspace)
    assert needs("") != needs("，。")
