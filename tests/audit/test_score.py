"""Counts that were worked out by hand, and readings that must not pass."""

from __future__ import annotations

from copy import deepcopy

import pytest

from helpers.audit.key import KeyArticle, KeyIssue
from helpers.audit.marked import read_marked
from helpers.audit.score import MEASURES, Score, Tally, compare, pair

TEXT = """@date 2021-07-06
@paper 今日青禾
M|今日青禾
@article a1 news
@by 记者|甲乙
@by 通讯员|丙丁
H|三座水站换了新泵
D|灌溉不再看天
P|一二三四五六七八九十。
P|一二三四五。
@article a2 photo
@by 摄|戊己
C|图为泵房外景。
F|3
"""


def key() -> tuple[KeyIssue, tuple[str, ...]]:
    issue, problems = read_marked(TEXT, "x")
    assert problems == []
    assert issue.raw is not None
    return issue, issue.raw


def score(parsed: KeyIssue) -> Score:
    issue, lines = key()
    return compare(issue, parsed, lines)


def counts(tally: Tally) -> tuple[int, int, int]:
    return tally.right, tally.claimed, tally.expected


def test_a_reading_agrees_with_itself() -> None:
    found = score(key()[0])
    assert {m: t.f1 for m, t in found.tallies.items()} == dict.fromkeys(MEASURES, 1.0)
    assert found.misses == []
    assert found.exact == {"a1": True, "a2": True}
    assert counts(found.tallies["paragraphs"]) == (3, 3, 3)
    assert counts(found.tallies["byline"]) == (3, 3, 3)
    # 4 masthead + 8 + 6 + 11 + 6 + 7 + 1 characters.
    assert counts(found.tallies["characters"]) == (43, 43, 43)


def changed(**changes: object) -> KeyIssue:
    """The key with the first article's fields changed."""
    parsed = deepcopy(key()[0])
    for name, value in changes.items():
        setattr(parsed.articles[0], name, value)
    return parsed


@pytest.mark.parametrize(
    ("changes", "measure", "tally"),
    [
        ({"headline": "三座水站"}, "headline", (1, 2, 2)),
        ({"deck": None}, "deck", (0, 1, 1)),
        ({"kind": "brief"}, "kind", (1, 2, 2)),
        ({"bylines": []}, "byline", (1, 1, 3)),
        ({"paragraphs": []}, "paragraphs", (1, 1, 3)),
    ],
)
def test_one_fault_is_counted_where_it_is(
    changes: dict[str, object], measure: str, tally: tuple[int, int, int]
) -> None:
    found = score(changed(**changes))
    assert counts(found.tallies[measure]) == tally
    assert counts(found.tallies["exact"]) == (1, 2, 2)
    assert counts(found.tallies["articles"]) == (2, 2, 2)
    assert [m for m in MEASURES if found.tallies[m].f1 < 1] == sorted(
        ["exact", measure], key=MEASURES.index
    )
    assert found.misses == [("x", "a1", f"{measure} differs")]
    assert found.exact == {"a1": False, "a2": True}


def test_a_byline_is_right_only_in_its_order() -> None:
    first = key()[0].articles[0]
    found = score(changed(bylines=first.bylines[::-1]))
    assert found.tallies["byline"].f1 == 1.0
    assert counts(found.tallies["exact"]) == (1, 2, 2)


def test_an_article_that_was_not_found() -> None:
    parsed = deepcopy(key()[0])
    del parsed.articles[1]
    found = score(parsed)
    assert counts(found.tallies["articles"]) == (1, 1, 2)
    assert counts(found.tallies["byline"]) == (2, 2, 3)
    assert counts(found.kinds["photo", "articles"]) == (0, 0, 1)
    # The caption's seven characters are in no article.
    assert counts(found.tallies["characters"]) == (36, 43, 43)
    assert found.misses == [("x", "a2", "not found at all")]


def test_an_article_that_there_is_not() -> None:
    parsed = deepcopy(key()[0])
    parsed.articles.append(KeyArticle("z", "news", "今日青禾", lines=[1]))
    found = score(parsed)
    assert counts(found.tallies["articles"]) == (2, 3, 2)
    assert found.tallies["articles"].precision == pytest.approx(2 / 3)
    assert found.exact["z"] is False
    assert found.misses == [("x", "", "an article that the key does not have, lines 1-1")]


def test_two_articles_taken_for_one() -> None:
    parsed = deepcopy(key()[0])
    first, second = parsed.articles
    first.lines += second.lines
    parsed.articles = [first]
    found = score(parsed)
    # 31 of 38 characters are shared: 0.816, so the article is found, and not exact.
    assert counts(found.tallies["articles"]) == (1, 1, 2)
    assert counts(found.tallies["exact"]) == (0, 1, 2)


def test_an_article_is_found_if_four_fifths_overlap() -> None:
    parsed = changed(lines=[2, 4, 5])
    # 25 of 31 characters: 0.806.
    assert counts(score(parsed).tallies["articles"]) == (2, 2, 2)
    parsed = changed(lines=[2, 3, 5])
    assert counts(score(parsed).tallies["articles"]) == (1, 2, 2)


def test_masthead_fields() -> None:
    parsed = deepcopy(key()[0])
    parsed.masthead = {"date": "2021-07-05", "pages": "4", "lunar_ok": "true"}
    found = score(parsed)
    # The date is wrong, the paper missing, the pages invented; lunar_ok is worked out, not read.
    assert counts(found.tallies["masthead"]) == (0, 2, 2)
    assert len(found.misses) == 3


def test_roles_are_counted_line_by_line() -> None:
    parsed = deepcopy(key()[0])
    parsed.roles[7] = "page_header"
    del parsed.roles[1]
    found = score(parsed)
    assert counts(found.tallies["roles"]) == (5, 7, 7)
    assert found.misses == [
        ("x", "", "line 1: masthead read as nothing"),
        ("x", "", "line 7: furniture read as page_header"),
    ]


def test_pairs_share_the_most_characters() -> None:
    one, other = KeyArticle("1", "news", lines=[1, 2]), KeyArticle("2", "news", lines=[3])
    big, small = KeyArticle("b", "news", lines=[2, 3]), KeyArticle("s", "news", lines=[1])
    weight = {1: 10, 2: 4, 3: 5}
    found = pair([one, other], [big, small], weight)
    assert {k: v.id for k, v in found.items()} == {"1": "s", "2": "b"}
    assert pair([one], [], weight) == {}
    assert pair([other], [small], weight) == {}


def test_counts_add_up_over_issues() -> None:
    whole = Score()
    whole.merge(score(key()[0]))
    whole.merge(score(changed(kind="brief")))
    assert counts(whole.tallies["kind"]) == (3, 4, 4)
    assert counts(whole.kinds["news", "kind"]) == (1, 2, 2)
    assert whole.misses == [("x", "a1", "kind differs")]


def test_nothing_claimed_and_nothing_expected() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (1.0, 1.0, 1.0)
    assert (Tally(0, 0, 2).precision, Tally(0, 0, 2).recall, Tally(0, 0, 2).f1) == (1.0, 0.0, 0.0)
    assert Tally(3, 4, 6).f1 == pytest.approx(0.6)
