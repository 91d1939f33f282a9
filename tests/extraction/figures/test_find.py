from __future__ import annotations

import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.audit.evidence.figures import score_figures
from helpers.audit.evidence.key import load_evidence_key
from helpers.extraction.document import read_document
from helpers.extraction.figures.figure import Figure
from helpers.extraction.figures.find import find_figures


def figures(text: str) -> list[Figure]:
    return find_figures(read_document("a", {"text": text}, date=date(2020, 12, 30)))


@pytest.mark.parametrize(
    ("text", "printed", "low", "high", "unit", "kind", "approx"),
    [
        ("签约率近97%，", "近97%", 97, 97, "%", "percent", "nearly"),
        ("降幅为百分之三十。", "百分之三十", 30, 30, "%", "percent", None),
        ("外运垃圾少了近四成。", "近四成", 40, 40, "%", "percent", "nearly"),
        ("占八成二。", "八成二", 82, 82, "%", "percent", None),
        ("提高1.5个百分点。", "1.5个百分点", 1.5, 1.5, "百分点", "percent", None),
        ("用地104余亩。", "104余亩", 104, 104, "亩", "area", "over"),
        ("约13.6万平方米。", "约13.6万平方米", 136000, 136000, "平方米", "area", "about"),
        ("种树100多万株。", "100多万株", 1_000_000, 1_000_000, "株", "count", "over"),
        ("解决几十件小事。", "几十件", 20, 99, "件", "count", "about"),
        ("百余名老人", "百余名", 100, 100, "名", "count", "over"),
        ("上千人赶来。", "上千人", 1000, 1000, "人", "count", "over"),
        ("人均种菜3至4亩。", "3至4亩", 3, 4, "亩/人", "area", None),
        ("按每斤14元收购。", "每斤14元", 14, 14, "元/斤", "money", None),
        ("每户每月40元。", "每户每月40元", 40, 40, "元/户·月", "money", None),
        ("只肯出6元一斤。", "6元一斤", 6, 6, "元/斤", "money", None),
        ("不到3000元。", "不到3000元", 3000, 3000, "元", "money", "under"),
        ("超过1000万元。", "超过1000万元", 10_000_000, 10_000_000, "元", "money", "over"),
        ("得款九万八，", "九万八", 98_000, 98_000, "元", "money", None),
        ("用了12天。", "12天", 12, 12, "天", "duration", None),
        ("两个多月里", "两个多月", 2, 2, "月", "duration", "over"),
        ("历时三个半月。", "三个半月", 3.5, 3.5, "月", "duration", None),
        ("没过半小时就来了。", "没过半小时", 0.5, 0.5, "小时", "duration", "under"),
        ("称出三斤二两。", "三斤二两", 3.2, 3.2, "斤", "other", None),
        ("第十五届论坛", "第十五届", 15, 15, "届", "ordinal", None),
        ("头一回开会", "头一回", 1, 1, "回", "ordinal", None),
        ("位列全县第三。", "第三", 3, 3, "位", "ordinal", None),
        ("晚上七点半开场", "晚上七点半", 19.5, 19.5, "时", "other", None),
        ("气温零下2摄氏度。", "零下2摄氏度", -2, -2, "摄氏度", "other", None),
        ("成立三个工作组。", "三个", 3, 3, "个", "count", None),
        ("三万一千农户领到证书", "三万一千农户", 31_000, 31_000, "户", "count", None),
        ("占三分之二。", "三分之二", 66.67, 66.67, "%", "percent", None),
        ("每月水质检测", "每月", 1, 1, "次/月", "other", None),
        ("拿出1,200元。", "1,200元", 1200, 1200, "元", "money", None),
        ("打造三大场景，", "三大场景", 3, 3, "场景", "count", None),
        ("搬运工每月三千五。", "每月三千五", 3500, 3500, "元/月", "money", None),
        ("窑火烧了两天两夜。", "两天两夜", 2, 2, "天", "duration", None),
        ("93台（套）设备", "93台（套）", 93, 93, "台（套）", "count", None),
        ("首届采摘节开园", "首届", 1, 1, "届", "ordinal", None),
        ("1号泊位完工", "1号", 1, 1, "号", "ordinal", None),
        ("户籍人口31.7万，", "31.7万", 317_000, 317_000, "人", "count", None),
        ("约有一半改走水路", "约有一半", 50, 50, "%", "percent", "about"),
        ("每周二、周五出版", "每周二、周五", 2, 2, "次/周", "other", None),
        ("含盐量在千分之四到千分之六之间", "千分之四到千分之六", 4, 6, "‰", "percent", None),
        ("签约率达到-1%。", "-1%", -1, -1, "%", "percent", None),
    ],
)
def test_amounts_are_found_and_read(
    text: str, printed: str, low: float, high: float, unit: str, kind: str, approx: str | None
) -> None:
    (found,) = figures(text)
    assert found[3] == printed
    assert (found.low, found.high, found.unit) == (low, high, unit)
    assert (found.kind, found.approx) == (kind, approx)


@pytest.mark.parametrize(
    "text",
    [
        "村两委一起做好一个反馈平台",
        "进一步弘扬四通八达的精神，千方百计",
        "实施“三联三争”行动",
        "开展一户一策、一村一品",
        "第三方在第一时间到场，第一书记也来了",
        "住在三里村和八里桥",
        "出席G20峰会，下载5G手机",
        "〔2020〕12号文件",
        "拨打96811热线",
        "老百姓十分满意，几乎不用数字",
        "统一部署，同一个平台",
        "下一步，一批又一批",
    ],
)
def test_what_counts_nothing_is_left_out(text: str) -> None:
    assert [f.text for f in figures(text)] == []


def test_lists_and_changes_are_figures_of_their_own() -> None:
    assert [f.text for f in figures("建成3栋、4栋。")] == ["3栋", "4栋"]
    assert [f.low for f in figures("从61.4%到93.2%。")] == [61.4, 93.2]
    assert [f.value for f in figures("70至79岁")] == [74.5]


def test_the_status_is_that_of_the_clause() -> None:
    assert [f.status for f in figures("已建成5座水站，计划再建3座。")] == ["done", "plan"]
    assert figures("总投资2000万元的项目正在建设。")[0].status == "started"


def test_what_is_counted_is_told_in_the_words_of_the_text() -> None:
    assert figures("涉及99户农户。")[0].of == "农户"
    assert figures("签约率近97%。")[0].of == "签约率"


def test_offsets_are_those_of_the_print() -> None:
    document = read_document("a", {"text": "簽 約 農 戶１２戶，佔９６％"}, date=date(2020, 1, 1))
    for figure in find_figures(document):
        assert document.quote(figure.field, figure.start, figure.end) == figure.text


@given(
    st.text(
        alphabet="0123456789一二三十百万年月日个户元%近约余多每第至、，。“” \n的A-—.,:半上今去",
        max_size=60,
    )
)
def test_any_text_can_be_read(text: str) -> None:
    document = read_document("a", {"headline": text, "text": text}, date=date(2020, 2, 29))
    found = find_figures(document)
    assert found == find_figures(document)
    for figure in found:
        assert 0 <= figure.start <= figure.core_start < figure.core_end <= figure.end
        assert document.quote(figure.field, figure.start, figure.end) == figure.text
        assert figure.low is None or figure.high is None or figure.low <= figure.high
    ends = [(f.field, f.start, f.end) for f in found if f.field == "text"]
    assert all(a[2] <= b[1] for a, b in pairwise(ends))


#: Pieces of which times and amounts are made; put together at random they reach every rule.
PIECES = (
    "今年 去年 明年 同年 当年 次年 翌年 上年 本月 上个月 下个月 昨天 今天 上周 星期 月底 年底"
    " 前 以前 起 以来 至今 冬天 春节 元宵节"
    " 清明 正月 腊月 初八 二十三 农历 上世纪 九十年代 十四五 期间 季度 上半年 第三 2016年 98年"
    " 二〇一九年 3月 12月 29日 31日 30日 底"
    " 至 到 — 、 ， 。 半 多 余 几 数 两 一 三 十 百 万 亿 3.2 1,200 15 -1 0 个 户 元 块 角 亩"
    " % 成 倍 天 个月 级 号 楼 期 里 ℃ 分之"
    " 每 每斤 每人 人均 一天 近 不到 以上 左右 零下 首 头 第 晚上 七点 22时 22:00 （套） “ ” 的"
).split()


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.booleans())
def test_words_in_any_order_can_be_read(pieces: list[str], dated: bool) -> None:
    text = "".join(pieces)
    issued = date(2005, 1, 31) if dated else None
    for figure in find_figures(read_document("a", {"text": text}, date=issued)):
        assert text[figure.start : figure.end] == figure.text
        assert figure.start <= figure.core_start < figure.core_end <= figure.end


@given(st.text(max_size=80))
def test_no_text_breaks_the_finder(text: str) -> None:
    find_figures(read_document("a", {"text": text}, date=date(1998, 1, 1)))
    find_figures(read_document("a", {"text": text}))


@pytest.mark.shared
def test_the_gold_key_is_met(shared: Path) -> None:
    scores = {s.measure: s for s in score_figures(load_evidence_key(shared / "gold" / "kecheng"))}
    assert scores["figures"].f1 >= 0.95
    assert scores["figures.kind"].f1 >= 0.95
    assert scores["figures.approx"].f1 >= 0.95


def test_the_specimen_is_met(repository: Path) -> None:
    key = load_evidence_key(repository / "tests" / "specimen" / "key")
    scores = {s.measure: s for s in score_figures(key)}
    assert scores["figures"].f1 >= 0.94
    assert scores["figures.kind"].f1 >= 0.94
    assert scores["figures.approx"].f1 >= 0.95


@pytest.mark.parametrize("paper", ["yunzhou", "luochuan"])
def test_the_test_papers_are_met(paper: str, repository: Path) -> None:
    key = load_evidence_key(repository / "tests" / "papers" / paper)
    scores = {s.measure: s for s in score_figures(key)}
    assert scores["figures"].f1 >= 0.90
    assert scores["figures.kind"].f1 >= 0.90
    assert scores["figures.approx"].f1 >= 0.95


@pytest.mark.parametrize("piece", ["1月", "一年", "每一", "三至", "1,", "十", "“三", "百分之"])
def test_long_texts_of_anything_are_read_in_linear_time(piece: str) -> None:
    started = time.process_time()
    figures(piece * 20_000)
    assert time.process_time() - started < 5


def test_the_second_of_a_pair_is_of_what_the_first_is() -> None:
    found = figures("受理量和办结量分别上升12.5%和8%。")
    assert [(figure.text, figure.of) for figure in found] == [
        ("12.5%", "受理量和办结量"),
        ("8%", "受理量和办结量"),
    ]
