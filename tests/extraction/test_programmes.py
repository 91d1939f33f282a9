from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extraction import nearest_name, programmes
from helpers.extraction.programmes import COLUMNS, canonical, find_names

REPOSITORY = Path(__file__).resolve().parents[2]


def articles(*texts: str, headlines: tuple[str | None, ...] = ()) -> pd.DataFrame:
    ids = [f"a{i}" for i in range(1, len(texts) + 1)]
    heads = [*headlines, *[None] * (len(texts) - len(headlines))]
    return pd.DataFrame({"article_id": ids, "headline": heads, "text": list(texts)})


@pytest.mark.parametrize(
    ("text_in", "evidence_out"),
    [
        ("居民登录“村里事”反映", "platform"),
        ("“村里事”智慧治理平台启用", "platform"),
        ("“村里事”上线首日", "platform"),
        ("试行“三色工单”以来", "platform"),
        ("推行“一塘一长”，", "number_slogan"),
        ("“四必访”：逢病必访", "number_slogan"),
        ("做到“三个不漏”", "number_slogan"),
        ("“两不丢三不误”，", "number_slogan"),
        ("“四两拨千斤”", None),
        ("全县推行“红灯笼”", "campaign"),
        ("“红灯笼”行动铺开", "campaign"),
        ("开起“邻里驿站”", "campaign"),
        # What is quoted for its sound, its irony or its doubt is no programme.
        ("门就“吱呀”一声", None),
        ("从前叫“三不管”，如今", None),
        ("“热闹”的是人，平台也有", None),
        # 的 begins another thing.
        ("“红灯笼”的平台", None),
    ],
)
def test_evidence(text_in: str, evidence_out: str | None) -> None:
    assert [found["evidence"] for found in find_names(text_in)] == [evidence_out]


def test_a_name_has_one_kind_and_is_found_where_nothing_introduces_it() -> None:
    out = programmes(
        articles("接入“村里事”平台。", "有人点开手机：“村里事”真快。", headlines=("“村里事”来了",))
    )
    assert out[["article_id", "field", "name", "kind"]].values.tolist() == [
        ["a1", "headline", "村里事", "platform"],
        ["a1", "text", "村里事", "platform"],
        ["a2", "text", "村里事", "platform"],
    ]


def test_a_longer_name_is_counted_under_the_one_printed_more_often() -> None:
    out = programmes(articles("“村里事”全称“云江村里事”平台。“村里事”好。"))
    assert list(out["name"]) == ["村里事"] * 3
    assert canonical("甲乙", {"甲乙": 1, "丙甲乙": 5}) == "甲乙"


def test_a_quoted_term_that_comes_back_is_kept_and_one_that_does_not_is_left_out() -> None:
    out = programmes(articles("坐在“石板凳”上", "又见“石板凳”和“纸老虎”"))
    assert set(out["name"]) == {"石板凳"}
    assert set(out["kind"]) == {"recurring"}


def test_figures_take_the_name_before_them() -> None:
    frame = articles("“甲甲事”平台受理3件，“乙乙事”平台受理5件。", "受理9件。")
    names = programmes(frame)
    figures = pd.DataFrame({"article_id": ["a1", "a1", "a2"], "start": [9, 21, 2]})
    out = nearest_name(figures, names)
    assert list(out[:2]) == ["甲甲事", "乙乙事"]
    assert out.isna().tolist() == [False, False, True]


def test_nothing_is_found_in_nothing() -> None:
    out = programmes(articles())
    assert list(out.columns) == list(COLUMNS)
    assert out.empty
    assert programmes(articles("没有引号。")).empty


@given(st.lists(st.text(alphabet="“”‘’平台一二事项推行，。\n甲的", max_size=40), max_size=4))
def test_offsets_hold_the_quotation_marks(texts: list[str]) -> None:
    frame = articles(*texts)
    by_id = dict(zip(frame["article_id"], frame["text"], strict=True))
    for row in programmes(frame).itertuples():
        printed = by_id[row.article_id][row.start : row.end]
        assert printed[0] in "“‘"
        assert printed[-1] in "”’"


def specimen() -> pd.DataFrame:
    key = json.loads((REPOSITORY / "tests/specimen/key/structure.json").read_text("utf-8"))
    rows = [
        {
            "article_id": article["id"],
            "headline": article["headline"],
            "deck": article["deck"],
            "text": article["body"],
        }
        for issue in key["issues"]
        for article in issue["articles"]
    ]
    return pd.DataFrame(rows)


def test_the_specimens_coinages_are_found_where_the_key_has_them() -> None:
    key = json.loads((REPOSITORY / "tests/specimen/key/coinages.json").read_text("utf-8"))
    out = programmes(specimen())
    for coinage in key["coinages"]:
        if coinage["type"] not in ("quoted_coinage", "numeric_abbreviation"):
            continue
        mine = out[out["name"] == coinage["term"]]
        if len(mine) and coinage["term"] in set(mine["name"]):
            quoted = {m["article"] for m in coinage["mentions"] if m["text"][0] in "“‘"}
            assert quoted - {None} <= set(mine["article_id"]), coinage["term"]
        elif len(coinage["articles"]) > 2:
            # A name in three articles or more must not be missed, but under a shorter name.
            assert any(coinage["term"].endswith(name) for name in set(out["name"]))
    numeric = {c["term"] for c in key["coinages"] if c["numeric"]}
    assert set(out.loc[out["kind"] == "number_slogan", "name"]) - numeric <= {"一河一档"}


@pytest.mark.shared
def test_the_platforms_of_the_real_issues_are_the_annotated_ones(shared: Path) -> None:
    initiatives: list[dict[str, Any]] = json.loads(
        (shared / "gold/kecheng/initiatives.json").read_text("utf-8")
    )["initiatives"]
    structure = json.loads((shared / "gold/kecheng/structure.json").read_text("utf-8"))
    texts = [a["body"] for issue in structure["issues"] for a in issue["articles"]]
    found = programmes(articles(*texts))
    digital = [i for i in initiatives if i["kind"] in ("platform", "system")]
    printed = " ".join(" ".join([i["canonical"], *i["aliases"]]) for i in digital)
    platforms = set(found.loc[found["kind"] == "platform", "name"])
    assert len(platforms) == 4
    assert all(f"“{name}”" in printed or f"‘{name}’" in printed for name in platforms)
