"""Direct speech and who says it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.audit.evidence.voices import KeyPerson
from helpers.extraction.document import read_document
from helpers.extraction.voices import Quotation, find_quotations


def find(text: str, *names: str) -> list[Quotation]:
    document = read_document("x-2020-01-01-a01", {"text": text})
    people = [
        KeyPerson("text", at, at + len(name), name, "resident", named=True)
        for name in names
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    return find_quotations(document, people)


def told(text: str, *names: str) -> list[tuple[str, str | None, str | None, str]]:
    return [(text[q.start : q.end], q.speaker, q.verb, q.position) for q in find(text, *names)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“路修好了。”村民王大成说，今年好走。", ("“路修好了。”", "王大成", "说", "after")),
        ("王大成说：“路修好了。”", ("“路修好了。”", "王大成", "说", "before")),
        ("“路修好了。”5日上午，村口，王大成手持图纸。", ("“路修好了。”", "王大成", None, "after")),
        ("“路修好了。”谈起新路，村民王大成感触颇深。", ("“路修好了。”", "王大成", "谈起", "after")),
        ("王大成是老党员。“路修好了。”他笑着说。", ("“路修好了。”", "王大成", "说", "after")),
        ("王大成算过一笔账。“一年省下五千块。”", ("“一年省下五千块。”", "王大成", None, "before")),
        ("“路修好了。”一位村民告诉记者。", ("“路修好了。”", "一位村民", "告诉记者", "after")),
        ("“路修好了。”", ("“路修好了。”", None, None, "none")),
    ],
)
def test_where_the_speaker_stands(
    text: str, expected: tuple[str, str | None, str | None, str]
) -> None:
    assert told(text, "王大成") == [expected]


def test_speech_that_its_attribution_interrupts() -> None:
    text = "“留着，”王大成说，“等明年再用。”"
    assert [(s, p) for _, s, _, p in told(text, "王大成")] == [("王大成", "middle")] * 2


def test_whom_somebody_speaks_to_does_not_speak() -> None:
    text = "李桂花坐了半晌，给书记王大成打电话，只说了一句：“今年白种了。”"
    assert [speaker for _, speaker, _, _ in told(text, "李桂花", "王大成")] == ["李桂花"]


@pytest.mark.parametrize(
    "text",
    [
        "推行“一河一档”制度。",
        "以“携手同行，共创未来！”为主题的活动",
        "墙上是“吃水不忘挖井人”的石碑。",
        "公司（以下简称“远山中心”）负责人介绍，",
    ],
)
def test_what_is_named_is_not_said(text: str) -> None:
    assert find(text) == []


def test_words_without_a_final_mark_are_said_where_a_verb_leads_to_them() -> None:
    assert len(find("他常说，“人勤地不懒，不会吃亏的”。")) == 1
    assert len(find("老人写了一句“我们都好，不要挂念”。")) == 1


@given(st.text(alphabet="“”‘’甲乙说他：，。！\n笑", max_size=80))
def test_any_text_gives_spans_in_marks(text: str) -> None:
    for quotation in find(text, "甲乙"):
        assert text[quotation.start] in "“‘"
        assert quotation.start < quotation.end <= len(text)
        if quotation.speaker_start is not None:
            assert quotation.speaker_end is not None
            assert text[quotation.speaker_start : quotation.speaker_end]
