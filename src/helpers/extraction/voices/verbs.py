"""Verbs with which a paper attributes speech."""

from __future__ import annotations

import re

#: Verbs of saying in two characters or more, which attribute speech wherever they stand.
_LONG = (
    "告诉记者 告诉笔者 对记者说 向记者介绍 向记者表示 向记者讲述 向记者透露 "
    "接受采访时说 算了一笔账 打了个比方 介绍 表示 坦言 直言 感慨 感叹 强调 指出 "
    "认为 回忆 解释 透露 补充 提醒 建议 提议 呼吁 要求 叮嘱 嘱咐 承诺 保证 劝说 "
    "相告 反映 坦白 坦陈 坦承 自嘲 打趣 调侃 夸赞 夸奖 称赞 点赞 赞叹 赞许 抱怨 "
    "埋怨 嘟囔 嘟哝 喃喃 嘀咕 念叨 写道 写着 写下 回复 留言 附言 答道 答复 回答 "
    "应答 打比方 认错 认了错 道出 谈起 谈到 谈及 说起 说到 提起 提到 总结 概括 "
    "形容 比喻 分析 解读 评价 宣布 宣读 号召 动员 惊呼 惊叹 欢呼 乐了 吐露 诉说 "
    "倾诉 讲述 述说 叙述 讲解 说明 开口 开了口 接过话头 接过话茬 接过话 接话 插话 "
    "搭话 反问 追问 质问 发问 询问 请教 请求 恳求 央求 喝道 吼道 训斥 批评 告诫 "
    "告知 告诉 通知 致辞 致词 发言 表态 宣誓 说道 讲道 问道 喊道 叫道 笑道 叹道 "
    "念道 嚷道 骂道 笑言 笑称 戏称 直呼 连声 连连 感言 坚信 相信 期待 希望 寄语 "
    "勉励 鼓励 安慰 开导 解答 解说 汇报 报告 披露 证实 否认 辩解 申明 声明 重申 "
    "交代 吩咐 嘱托 商量 讨论 琢磨 思忖 心想 暗想 想着 招呼 吆喝 呼喊 呐喊 大喊 "
    "高喊 感谢 致谢 道谢 祝福 祝愿 掰着指头 竖起大拇指 赞不绝口 感触颇深 深有感触 "
    "深有体会 常说 常讲 "
)
LONG = tuple(sorted(_LONG.split(), key=len, reverse=True))
#: Verbs of one character, which speak only at the end of a clause, before a comma, colon or mark.
SHORT = "说道讲问答喊叫嚷念叹笑写回嫌骂劝唱称应乐"

RE_LONG = re.compile("|".join(LONG))
#: 甲乙说，…: the short verb ends its clause; with 着 了 过 起 only before a mark: 她笑了。
#: Not 简称“…”, 职称, 知道，, 应答 and the like, in which it is part of another word.
RE_SHORT = re.compile(
    rf"(?<![简名俗又统号通职尊美别代堪可相反响供适效回解报一轿应知频渠街管轨])[{SHORT}]"
    rf"(?:了一句|过一句|了句|起来|着|了|过|的是)?(?=[，。：；！？—“\n]|$)"
)


def find_verb(clause: str) -> re.Match[str] | None:
    """Find the verb of saying that a clause has first, a long one before a short one.

    '甲乙笑着说' => 说; '甲乙高兴地告诉记者' => 告诉记者.
    """
    long, short = RE_LONG.search(clause), RE_SHORT.search(clause)
    if long is None or short is None:
        return long or short
    return long if long.start() <= short.start() else short


def last_verb(clause: str) -> re.Match[str] | None:
    """Find the verb of saying that a clause ends with: '记者问起此事，甲乙说：' => 说."""
    found = None
    for pattern in (RE_LONG, RE_SHORT):
        for match in pattern.finditer(clause):
            if found is None or match.end() >= found.end():
                found = match
    return found
