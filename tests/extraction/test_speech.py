from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

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


class Measured(NamedTuple):
    """How the speech found compares with a key's."""

    found: int
    wanted: int
    both: int
    named: int
    right: int

    @property
    def spans(self) -> str:
        """Precision and recall, as the README prints them."""
        return f"{self.both / self.found:.2f}, {self.both / self.wanted:.2f}"

    @property
    def capacities(self) -> str:
        """How many capacities are named, and of these how many are right, as in the README."""
        return f"{self.named} of {self.both}, {self.right}"


def _measure(folder: Path) -> Measured:
    """Hold the speech found in a key's articles against the key."""
    bodies = _bodies(folder)
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
    return Measured(len(mine), len(gold), len(both), len(named), right)


def _bodies(folder: Path) -> dict[str, str]:
    key = json.loads((folder / "structure.json").read_text("utf-8"))
    return {a["id"]: a["body"] for issue in key["issues"] for a in issue["articles"]}


def _check(measured: Measured) -> None:
    # Naming few capacities would make the named ones right: both must hold.
    assert measured.named / measured.both >= 0.50
    assert measured.right / measured.named >= 0.80


@pytest.mark.shared
def test_speech_of_the_real_issues(shared: Path) -> None:
    measured = _measure(shared / "gold" / "kecheng")
    assert measured.found == measured.wanted == measured.both
    _check(measured)


def test_speech_of_the_specimen(repository: Path) -> None:
    measured = _measure(repository / "tests" / "specimen" / "key")
    assert measured.both / measured.found >= 0.95
    assert measured.both / measured.wanted >= 0.95
    _check(measured)
