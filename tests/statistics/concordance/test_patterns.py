"""Regular expressions: translated exactly or not at all, explained when wrong, never endless."""

from __future__ import annotations

import re
import time

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from helpers.errors import InputError
from helpers.statistics.concordance import Index
from helpers.statistics.concordance.matcher import find
from helpers.statistics.concordance.patterns import read_pattern, to_re2
from helpers.statistics.concordance.timed import TimedMatcher, _end

PIECES = (
    *"甲乙a1 -_,:",
    *(r"\d", r"\w", r"\S", r"\W", r"\.", r"\n", r"\u7532", ".", "|", "(", "(?:", ")"),
    *("[甲a]", "[^甲]", "[a-z]", r"[\d甲]", r"[^\w]", "[]a]", "[-a]", r"[\s-a]", r"[a\]-]"),
    *(
        "*",
        "+",
        "?",
        "*?",
        "+?",
        "{2}",
        "{1,2}",
        "{1,}?",
        "{,2}",
        "{",
        "}",
        "^",
        "$",
        r"\b",
        "(?=甲)",
    ),
)
TEXTS = st.lists(st.text("甲乙a1 -_.\n，{]", max_size=12), min_size=1, max_size=4)


def made(pattern: str) -> bool:
    try:
        read_pattern(pattern)
    except InputError:
        return False
    return True


PATTERN = st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join).filter(made)


@given(PATTERN, TEXTS)
def test_both_engines_find_what_python_finds(pattern: str, texts: list[str]) -> None:
    translated = to_re2(pattern)
    assume(translated is not None)
    names = [f"a{i}" for i in range(len(texts))]
    index = Index.of(pd.DataFrame({"article_id": names, "issue_id": "i", "text": texts}))
    found = index._finder._linear(translated)
    assert found is not None
    starts, ends = find(re.compile(pattern), index.store.text.split("\ufdd1"))
    articles = index.store.articles_at(found[0])
    assert (found[0] - articles).tolist() == list(starts)
    assert (found[1] - articles).tolist() == list(ends)


@pytest.mark.parametrize(
    ("pattern", "translated"),
    [
        (r"\d+户", r"[\p{Nd}]+户"),
        (r"(?:推进|深化)[^，。]{0,4}改革", r"(?:推进|深化)[^，。]{0,4}改革"),
        (r"第[一二\d]{1,2}届", r"第[一二\p{Nd}]{1,2}届"),
        (r"a\u4e00\.", r"a\x{4e00}\."),
        ("(?=户)户", None),
        (r"(户)\1", None),
        (r"\b户", None),
        ("户*", None),
        ("(?:a*)+b", None),
        ("户$", None),
        ("a{,2}b", None),
        ("(?:(?:a.{1,30}){1,30}b)", None),
        ("(?i)a", None),
    ],
)
def test_only_what_has_an_exact_counterpart_is_translated(
    pattern: str, translated: str | None
) -> None:
    assert to_re2(pattern) == translated


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("改革(", "wrong at character 3: missing \\), unterminated subpattern"),
        ("*改", "wrong at character 1: nothing to repeat"),
        ("[乙-丙丁-甲]", "wrong at character 2: bad character range"),
        ("", "nothing to look for"),
        ("改" * 2001, "2,001 characters"),
        ("a{99999999999}", "repeats too often"),
    ],
)
def test_wrong_expressions_are_explained(pattern: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_pattern(pattern)


@given(st.text("()[]{}*+?|^$\\.甲a1,-<=!:P", max_size=12))
def test_no_expression_raises_anything_else(pattern: str) -> None:
    if made(pattern):
        to_re2(pattern)


def test_an_expression_without_end_is_stopped_and_the_next_one_answered() -> None:
    matcher = TimedMatcher(lambda: [("甲" * 40 + "乙").encode(), "户主".encode()], seconds=0.4)
    begun = time.perf_counter()
    with pytest.raises(InputError, match=r"longer than 0.4 seconds and was stopped"):
        matcher.find(r"(?=甲)(甲+甲+)+丙")
    assert time.perf_counter() - begun < 3
    starts, ends = matcher.find("(?=户)户.")
    assert (starts.tolist(), ends.tolist()) == ([41], [43])


def test_a_process_that_was_ended_is_started_again() -> None:
    matcher = TimedMatcher(lambda: ["户主".encode()])
    assert matcher.find("户.")[0].tolist() == [0]
    assert matcher._process is not None
    matcher._process.kill()
    assert matcher.find("主")[0].tolist() == [1]


def test_what_was_not_sent_does_not_disturb_the_end() -> None:
    matcher = TimedMatcher(lambda: ["户主".encode()])
    matcher.find("户.")
    process = matcher._process
    assert process is not None and process.stdin is not None
    process.kill()
    process.wait()
    process.stdin.write(b"12345678")
    _end(process)
    assert process.stdin.closed


def test_the_same_expression_goes_through_the_linear_engine_at_once() -> None:
    text = "甲" * 5000 + "乙"
    index = Index.of(pd.DataFrame({"article_id": ["a"], "issue_id": ["i"], "text": [text]}))
    begun = time.perf_counter()
    assert index.find("(甲+甲+)+丙", how="regex").empty
    assert time.perf_counter() - begun < 2


def test_matches_of_no_length_are_left_out() -> None:
    rows = {"article_id": ["a", "b"], "issue_id": ["i", "i"], "text": ["乙甲甲乙", "甲"]}
    index = Index.of(pd.DataFrame(rows))
    found = index.find("甲*", how="regex")
    assert list(zip(found["article_id"], found["start"], found["end"], strict=True)) == [
        ("a", 1, 3),
        ("b", 0, 1),
    ]
    assert list(index.find("(?<=甲)甲|^乙", how="regex")["start"]) == [0, 2]
