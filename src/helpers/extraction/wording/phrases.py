"""Set phrases of official style, by their frames and by a list of the language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.extraction.word_trees import alternatives

#: Frames that a term is put into: 以…为抓手, 借…东风.
FRAMES = (
    r"以[^，。；：]{2,16}为(?:抓手|契机|引领|引擎|核心|导向|重点|载体|依托|统领|目标|主线|纽带)",
    r"以[^，。；：]{2,16}为(?:突破口|牵引|支撑|基础)",
    r"借着?[^，。；：]{2,12}的?东风",
    r"乘着?[^，。；：]{2,12}的?东风",
    r"把[^，。；：]{2,16}(?:化解|消除|解决|遏制)在(?:萌芽状态|基层|一线)",
    r"从[^，。；：]{2,8}向[^，。；：]{2,8}(?:转变|迈进|跨越|升级|拓展)",
)
#: Phrases that go from document to document.
PHRASES = (
    "落地生根 落地见效 落细落实 走深走实 见行见效 可复制可推广 补短板 强弱项 扬优势 "
    "固根基 获得感、幸福感 获得感、幸福感、安全感 获得感幸福感安全感 点对点 面对面 "
    "键对键 零距离 全覆盖 无死角 全链条 全周期 全天候 一盘棋 一张网 一张图 一条龙 "
    "一站式 一揽子 一把手工程 最后一公里 先行先试 走在前列 干在实处 勇立潮头 久久为功 "
    "驰而不息 善作善成 真抓实干 埋头苦干 攻坚克难 迎难而上 奋力拼搏 砥砺前行 开拓创新 "
    "与时俱进 凝心聚力 同心同德 上下同欲 众志成城 齐抓共管 群防群治 联防联控 "
    "共建共治共享 共商共建共治共享 共建共享 党建引领 战斗堡垒 先锋模范 红色堡垒 "
    "红色引擎 领头雁 主心骨 压舱石 硬骨头 牛鼻子 金钥匙 金名片 金字招牌 真金白银 "
    "加速度 高质量发展 决胜全面小康 脱贫攻坚 乡村振兴 共同富裕 生态宜居 乡风文明 "
    "治理有效 产业兴旺 生活富裕 守土有责 守土尽责 责任到人 挂图作战 倒排工期 压茬推进 "
    "统筹推进 协同推进 深入推进 扎实推进 全面铺开 提质增效 提档升级 转型升级 保驾护航 "
    "保质保量 达标提标 做实做细 做优做强 做大做强 立说立行 闻令而动 尽锐出战 抓早抓小 "
    "举一反三 不忘初心 牢记使命 为民办实事 好事办实 实事办好 急难愁盼 疑难杂症 "
    "数字化治理 智慧治理 信用背书 长效机制 "
)
#: Every alternative begins with a character, so that `re` seeks those and skips all others.
RE_PHRASE = re.compile("|".join([*FRAMES, *alternatives(set(PHRASES.split()))]))


def find_phrases(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of set phrases."""
    for match in RE_PHRASE.finditer(text):
        yield match.span()
