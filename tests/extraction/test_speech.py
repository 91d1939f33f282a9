from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extraction.speech import find_speech, speech


@pytest.mark.parametrize(
    ("text_in", "category", "verb"),
    [
        ("“这条路修得好。”村民甲乙笑着说。", "resident", "说"),
        ("“答应的事要办。”石门镇党委书记甲乙表示，下一步……", "official_party", "表示"),
        ("村党支部书记甲乙告诉记者：“树都活了。”", "village_cadre", "告诉记者"),
        ("“图纸改了三次。”县水利局副局长甲乙介绍，", "official_government", "介绍"),
        ("“货发得出去了。”公司经理甲乙说。", "enterprise", "说"),
        ("“好！”", "other", None),
    ],
)
def test_find_speech(text_in: str, category: str, verb: str | None) -> None:
    (found,) = find_speech(text_in)
    assert (found["category"], found["verb"]) == (category, verb)


@pytest.mark.parametrize("text_in", ["推行“一河一档”制度。", "“新速度”跑出来了。", "", "“没有收尾"])
def test_coinages_are_no_speech(text_in: str) -> None:
    assert find_speech(text_in) == []


def test_a_bare_name_speaks_in_the_capacity_it_was_introduced_with() -> None:
    text = "“第一句。”村民甲乙说。“第二句。”甲乙说。"
    assert [s["category"] for s in find_speech(text)] == ["resident", "resident"]


@given(st.text(alphabet="“”‘’。，说村民书记甲", max_size=60))
def test_offsets_include_the_marks(text: str) -> None:
    for found in find_speech(text):
        assert text[found["start"]] == "“"
        assert text[found["end"] - 1] == "”"


def _key(folder: Path, bodies: dict[str, str]) -> tuple[float, float, float]:
    """Precision and recall of the spans, and of the capacities named the share that is right."""
    gold = {
        (q["article"], q["start"], q["end"]): {q["category"], *q.get("category_alternatives", [])}
        for q in json.loads((folder / "quotes.json").read_text("utf-8"))["quotes"]
        if q["where"] == "body"
    }
    frame = speech(pd.DataFrame({"article_id": list(bodies), "text": list(bodies.values())}))
    mine = {(r.article_id, r.start, r.end): r.category for r in frame.itertuples()}
    both = gold.keys() & mine.keys()
    named = [k for k in both if mine[k] != "other"]
    right = sum(mine[k] in gold[k] for k in named)
    return len(both) / len(mine), len(both) / len(gold), right / len(named)


def _bodies(folder: Path) -> dict[str, str]:
    key = json.loads((folder / "structure.json").read_text("utf-8"))
    return {a["id"]: a["body"] for issue in key["issues"] for a in issue["articles"]}


@pytest.mark.shared
def test_speech_of_the_real_issues(shared: Path) -> None:
    folder = shared / "gold" / "kecheng"
    precision, recall, category = _key(folder, _bodies(folder))
    assert (precision, recall) == (1.0, 1.0)
    assert category >= 0.85


def test_speech_of_the_specimen(repository: Path) -> None:
    folder = repository / "tests" / "specimen" / "key"
    precision, recall, category = _key(folder, _bodies(folder))
    print(f"speech on the specimen: P {precision:.2f} R {recall:.2f} category {category:.2f}")
    assert precision >= 0.85
    assert recall >= 0.85
    assert category >= 0.80
