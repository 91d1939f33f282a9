from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from helpers.audit.labels import label
from helpers.audit.marked import load_marked, read_marked
from helpers.parsing.states import IMPOSSIBLE, NOT_FIRST, NOT_LAST, STATES

REPOSITORY = Path(__file__).resolve().parents[2]
PAPERS = sorted((REPOSITORY / "tests/papers").glob("*/*.txt"))

ISSUE = """@paper 今日青禾
M|今日青禾

S|同心治水 共建青禾
@article a1 news
@by 记者|苏小田
K|防汛不松劲
H|三座水站换了新泵
D|灌溉不再看天
P|{{本报讯（记者 苏小田）}}今年的水来得
F|3
+|比往年早了半个月。
P|村里人说
P|往年还在等雨，老支书说，今年不用再等，三座水站都换了新泵。{{（下转第2版）}}
G|第2版 要闻
@article a2 photo
H|新书屋
C|图为孩子们
+|在新书屋里读书。
R|苏小田 摄
@article a1
J|（上接第1版）
P|下一步，装水表。
"""
STATE = {
    "今日青禾": "masthead",
    "同心治水 共建青禾": "slogan",
    "防汛不松劲": "headline",
    "三座水站换了新泵": "headline",
    "灌溉不再看天": "deck",
    "本报讯（记者 苏小田）今年的水来得": "start",
    "3": "interrupt",
    "比往年早了半个月。": "goes on",
    "村里人说": "item",
    "往年还在等雨，老支书说，今年不用再等，三座水站都换了新泵。（下转第2版）": "start",
    "第2版 要闻": "header",
    "新书屋": "headline",
    "图为孩子们": "caption",
    "在新书屋里读书。": "caption goes on",
    "苏小田 摄": "credit",
    "（上接第1版）": "jump",
    "下一步，装水表。": "start",
}


def states_of(text: str) -> list[tuple[str, str]]:
    """The lines of a key in the marked form, each with the name of its state."""
    key, problems = read_marked(text, "x")
    assert problems == []
    assert key.raw is not None
    return [(key.raw[n - 1], STATES[state]) for n, state in label(key, key.raw).items()]


def test_every_line_has_its_state() -> None:
    assert states_of(ISSUE) == list(STATE.items())


def test_a_text_without_a_headline_opens_its_article() -> None:
    found = states_of("@article a1 brief\nP|▲水来得早。\nP|泵也换了。\n")
    assert [state for _, state in found] == ["opening", "start"]


def test_a_line_that_is_all_byline_is_one() -> None:
    text = "@article a1 news\n@by 记者|甲乙\nH|水站\nP|{{本报讯（记者 甲乙）}}\nP|水来得早。\n"
    assert [state for _, state in states_of(text)] == ["headline", "byline", "start"]


@pytest.mark.parametrize("path", PAPERS[::4], ids=lambda p: p.parent.name)
def test_no_key_of_the_papers_asks_for_what_is_impossible(path: Path) -> None:
    key = load_marked(path)
    assert key.raw is not None
    labels = label(key, key.raw)
    assert list(labels) == [n for n, line in enumerate(key.raw, 1) if line.strip()]
    states = list(labels.values())
    assert not set(pairwise(states)) & IMPOSSIBLE
    assert states[0] not in NOT_FIRST
    assert states[-1] not in NOT_LAST


def test_papers_held_out_exist() -> None:
    held_out = json.loads((REPOSITORY / "tests/papers/held_out.json").read_text("utf-8"))
    assert set(held_out) <= {path.parent.name for path in PAPERS}
