"""Who writes: roles as printed, and whose work an article is."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.statistics.authorship import AUTHORS, authors, role_group, signatures


@pytest.mark.parametrize(
    ("role", "group"),
    [
        ("记者", "staff"),
        ("本报记者", "staff"),
        ("见习记者", "trainee"),
        ("实习生", "trainee"),
        ("通讯员", "correspondent"),
        ("特约记者", "correspondent"),
        ("摄", "photographer"),
        ("文/图", "photographer"),
        ("摄影记者", "photographer"),
        ("本报评论员", "commentator"),
        ("", "other"),
        ("校对", "other"),
    ],
)
def test_role_group(role: str, group: str) -> None:
    assert role_group(role) == group


CASES = {
    # id: kind, byline as printed, roles => author
    "a1": ("news", "x", ["记者"], "staff"),
    "a2": ("news", "x", ["见习记者", "通讯员"], "staff_and_correspondent"),
    "a3": ("news", "x", ["通讯员", "通讯员"], "correspondent"),
    "a4": ("photo", "x", ["摄"], "photographer"),
    "a5": ("wire", "x", ["记者"], "wire"),
    "a6": ("commentary", "本报评论员", [], "commentator"),
    "a7": ("news", None, [], "unsigned"),
    "a8": ("news", "某某", [], "other"),
    "a9": ("photo", "x", ["摄", "通讯员"], "correspondent"),
}
ARTICLES = pd.DataFrame(
    {
        "article_id": list(CASES),
        "issue_id": ["i1"] * 5 + ["i2"] * 4,
        "kind": [case[0] for case in CASES.values()],
        "byline": pd.Series([case[1] for case in CASES.values()], dtype="str"),
    }
)
BYLINES = pd.DataFrame(
    [
        {"article_id": key, "role": role, "name": f"{role}甲"}
        for key, case in CASES.items()
        for role in case[2]
    ]
)
ISSUES = pd.DataFrame(
    {"issue_id": ["i1", "i2"], "date": pd.to_datetime(["2020-01-01", "2020-02-01"])}
)


def test_each_article_has_one_author() -> None:
    out = authors(ARTICLES, BYLINES)
    found = dict(zip(out["article_id"], out["author"], strict=True))
    assert found == {key: case[3] for key, case in CASES.items()}
    assert set(found.values()) == set(AUTHORS)


def test_signatures_count_articles_and_leave_the_wire_out() -> None:
    out = signatures(BYLINES, ARTICLES, ISSUES)
    assert out["name"].iloc[0] == "通讯员甲"
    first = out[out["name"] == "通讯员甲"]
    assert list(first["n_articles"]) == [2, 1] and list(first["total"]) == [3, 3]
    assert list(out.loc[out["name"] == "记者甲", "n_articles"]) == [1, 0]
    assert set(out["period"]) == {"2020-01-01", "2020-02-01"}


def test_nobody_signs() -> None:
    none = BYLINES.iloc[:0]
    assert signatures(none, ARTICLES, ISSUES).empty
    assert set(authors(ARTICLES, none)["author"]) == {"commentator", "other", "unsigned", "wire"}
    assert authors(ARTICLES.iloc[:0], none).empty
