"""A gate must never hide a match: with nothing ruled out, the same is seen of every line."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpers.parsing import bylines
from helpers.parsing.glance import (
    ALL,
    BLOCK,
    CONVERTED,
    DIGIT,
    LONG,
    SENTENCE,
    SPACE,
    needs,
    read_all,
)
from helpers.parsing.masthead_fields import fields_of
from helpers.parsing.observe import observe
from helpers.parsing.sheet import Found, Sheet
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


def seen(raw: str, *, mask: int | None) -> tuple[list[str], Found]:
    """Return what is seen of a line with its own mask, or with another."""
    glanced = read_all([raw.strip()])
    if mask is not None:
        glanced.masks[:] = mask
    sheet = Sheet(np.array([1]), [raw.strip()], np.array([False]), glanced)
    observe(sheet)
    return sheet.seen.names()[0], sheet.found


@given(LINES.filter(lambda raw: bool(raw.strip())))
@example("今日一1版")
@example("chagan-jr.cn")
@example("··········走基层··········")
def test_no_gate_hides_a_match(raw: str) -> None:
    assert seen(raw, mask=None) == seen(raw, mask=ALL)
    text = canonical(raw.strip())
    assert fields_of(text, int(read_all([text]).masks[0])) == fields_of(raw)


@given(st.lists(st.text(min_size=1, max_size=12), max_size=8))
def test_readings_are_canonical_and_masks_tell_what_occurs(texts: list[str]) -> None:
    glanced = read_all(texts)
    assert glanced.texts == [canonical(text) for text in texts]
    for reading, mask in zip(glanced.texts, glanced.masks.tolist(), strict=True):
        for bit, occurs in (
            (DIGIT, any(c.isdecimal() for c in reading)),
            (SPACE, any(c.isspace() for c in reading)),
        ):
            assert mask & bit or not occurs
        if max(map(ord, reading)) < 0x10000:
            assert bool(mask & SENTENCE) == bool(set("，。") & set(reading))
            assert not mask & CONVERTED


@given(st.lists(st.one_of(LINES, st.text(min_size=1, max_size=9)), max_size=6))
def test_characters_are_counted_and_the_ends_are_known(texts: list[str]) -> None:
    glanced = read_all(texts)
    for index, text in enumerate(map(canonical, texts)):
        assert glanced.counts[1:, index].tolist() == [
            len(text.encode("ascii", "ignore")),
            text.count("。"),
            text.count("，") + text.count("；"),
            sum(map(text.count, "“（《")),
            sum(map(text.count, "”）》")),
        ]
        assert (chr(glanced.first[index]), chr(glanced.last[index])) == (text[0], text[-1])


@given(LINES)
@example("据新华社北京8月19日电")
@example("　综合报道 ")
@example("某某某某某某某某10月12日讯】 （甲")
@example("讯（记者 甲乙）今日")
@example("讯（记者 甲乙")
def test_no_byline_opens_otherwise_than_is_looked_for(text: str) -> None:
    opens = (
        bylines.RE_WIRE, bylines.RE_OPENER, bylines.RE_REPORTED, bylines.RE_BRACKET,
        bylines.RE_COMPILED, bylines.RE_BARE, bylines.RE_OPEN_BRACKET, bylines.RE_HEAD_ONLY,
        bylines.RE_OPEN_REPORTED, bylines.RE_OPEN_WIRE,
    )  # fmt: skip
    if any(pattern.match(text) for pattern in opens):
        assert bylines.RE_OPENS.match(text)


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
        assert bool(read_all([text]).masks[0] & SENTENCE) == held
    else:
        assert bool(read_all([text]).masks[0] & needs(wanted or "图")) == held


def test_many_lines_are_read_a_block_at_a_time() -> None:
    texts = ["甲" * LONG, "1", "乙" * (LONG + 1), "2 3"] * (BLOCK // LONG)
    masks = read_all(texts).masks.tolist()
    assert [bool(mask & DIGIT) for mask in masks] == [False, True, True, True] * (BLOCK // LONG)
    assert masks[1] & SPACE == 0
    assert masks[3] & SPACE
    assert read_all([]).texts == []


def test_the_same_question_has_one_bit() -> None:
    assert needs("甲乙", str.isspace) == needs("乙甲", str.isspace)
    assert needs("") != needs("，。")
