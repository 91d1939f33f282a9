from __future__ import annotations

import json
import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extraction import MEASURE_NAMES, changes, effects
from helpers.extraction.figures.table import figure_table

REPOSITORY = Path(__file__).resolve().parents[2]


def judged(text: str) -> list[tuple[str, str | None, str]]:
    frame = pd.DataFrame({"article_id": ["a"], "text": [text]})
    out = effects(figure_table(frame), frame)
    measures = [m if isinstance(m, str) else None for m in out["measure"]]
    return list(zip(out["text"].str.strip(), measures, out["timing"], strict=True))


@pytest.mark.parametrize(
    ("text_in", "measures_out"),
    [
        ("截至5月，共受理诉求70件，办结63件，办结率90%。", ["reported", "settled", "rate"]),
        ("没办结的7件，贴在墙上。", [None]),
        ("平台注册用户1.2万人。", ["users"]),
        ("新增注册用户300人。", [None]),
        ("全乡有41个党支部、620名党员参加。", ["branches", "members"]),
        ("已有9个小区建起党支部。", ["branches"]),
        ("党支部遍地开花，目前已建立33个。", ["branches"]),
        ("平台已覆盖8个乡镇街道。", ["townships"]),
        ("全县10个乡镇已有7个上线。", [None, "townships"]),
        ("新上线的3个乡镇忙了起来。", [None]),
        ("系统扩展到5个社区。", ["communities"]),
        ("有80名网格员。", ["staff"]),
        ("平均处理时长2小时。", ["duration"]),
        ("共联系农户900户。", ["households"]),
        ("每名党员联系4户。", [None]),
        ("投诉同比下降12.5%。", ["fall"]),
        ("信访量和重复访分别下降30%和21%。", ["fall", "fall"]),
        ("受理量增加40件。", [None]),
        ("其中老人占30%。", [None]),
        ("种了40棵树。", [None]),
    ],
)
def test_measures(text_in: str, measures_out: list[str | None]) -> None:
    assert [measure for _, measure, _ in judged(text_in)] == measures_out


def test_a_rate_keeps_its_name() -> None:
    frame = pd.DataFrame({"article_id": ["a"], "text": ["机械化率达到61%，群众满意率99%。"]})
    assert list(effects(figure_table(frame), frame)["label"]) == ["机械化率", "满意率"]


def test_a_change_gives_the_earlier_state_and_the_present_one() -> None:
    assert judged("上线的乡镇由3个增至8个。") == [
        ("3个", "townships", "then"),
        ("8个", "townships", "now"),
    ]
    assert judged("春天还是30个党支部、400名党员，如今是35个党支部。")[:2] == [
        ("30个", "branches", "then"),
        ("400名", "members", "then"),
    ]
    assert judged("明年将覆盖12个乡镇。")[0][2] == "planned"


@pytest.mark.parametrize(
    ("text_in", "cumulative_out"),
    [
        ("截至3月5日，累计受理80件。", True),
        ("半个月共受理80件。", False),
        ("半个月共受理90件；已办结80件。", False),
        ("受理80件。", False),
    ],
)
def test_running_totals(text_in: str, cumulative_out: bool) -> None:
    frame = pd.DataFrame({"article_id": ["a"], "text": [text_in]})
    assert effects(figure_table(frame), frame)["cumulative"].iloc[-1] == cumulative_out


@pytest.mark.parametrize(
    ("text_in", "rows_out"),
    [
        ("平均用时由6分钟降到30秒。", [("平均用时", 6.0, 0.5, 8.3)]),
        ("网格员从10名增加到25名。", [("网格员", 10.0, 25.0, 250.0)]),
        ("由3个增至8名。", []),
        ("路长3公里，宽5米。", []),
        ("等候由0分钟增至5分钟。", []),
    ],
)
def test_changes(text_in: str, rows_out: list[tuple[str, float, float, float]]) -> None:
    frame = pd.DataFrame({"article_id": ["a"], "text": [text_in]})
    out = changes(figure_table(frame), frame)
    rows = out[["label", "before", "after", "index"]].itertuples(index=False, name=None)
    assert list(rows) == rows_out


def test_nothing_is_judged_in_nothing() -> None:
    frame = pd.DataFrame({"article_id": ["a"], "text": ["没有数字。"]})
    assert effects(figure_table(frame), frame).empty
    assert changes(figure_table(frame), frame).empty


@given(st.text(alphabet="0123456789个名件%党员支部办结率由增至，。；受理乡镇", max_size=60))
def test_every_figure_is_kept_once_and_in_order(text: str) -> None:
    frame = pd.DataFrame({"article_id": ["a"], "text": [text]})
    figures = figure_table(frame)
    out = effects(figures, frame)
    assert list(out["start"]) == list(figures["start"])
    assert set(out["measure"].dropna()) <= set(MEASURE_NAMES)
    assert set(out["timing"]) <= {"now", "then", "planned"}


#: What the key must say that a figure counts, if the rules give it a measure.
MEANS = {
    "reported": "受理|事件|梳理|认领|收到|上报|工单|意见|登记",
    "settled": "办结|办成|解决|化解|处置|完成|建档",
    "rate": "率",
    "townships": "乡镇",
    "communities": "社区|村|小区",
    "users": "用户|注册",
    "staff": "网格员",
    "duration": "时|用时|到场",
    "branches": "支部|红心物业",
    "members": "党员",
    "households": "户",
    "rise": "增|提高|升",
    "fall": "降|减|缩|压",
}


def test_the_specimens_measures_agree_with_its_key() -> None:
    folder = REPOSITORY / "tests/specimen/key"
    structure = json.loads((folder / "structure.json").read_text("utf-8"))
    bodies = {a["id"]: a["body"] for issue in structure["issues"] for a in issue["articles"]}
    frame = pd.DataFrame({"article_id": list(bodies), "text": list(bodies.values())})
    out = effects(figure_table(frame), frame)
    key = json.loads((folder / "figures.json").read_text("utf-8"))["figures"]
    spans = [(f["article"], f["start"], f["end"], f["of"]) for f in key if f["where"] == "body"]
    right = wrong = 0
    for row in out[out["measure"].notna()].itertuples():
        meant = [
            of for a, s, e, of in spans if a == row.article_id and s < row.end and row.start < e
        ]
        agrees = any(re.search(MEANS[str(row.measure)], of) for of in meant)
        right, wrong = right + agrees, wrong + (not agrees)
    assert right + wrong > 100
    assert right / (right + wrong) >= 0.95


@pytest.mark.parametrize(("measure", "of"), [("branches", "参加"), ("members", "参加")])
def test_the_specimens_campaign_counts_are_all_found(measure: str, of: str) -> None:
    folder = REPOSITORY / "tests/specimen/key"
    structure = json.loads((folder / "structure.json").read_text("utf-8"))
    bodies = {a["id"]: a["body"] for issue in structure["issues"] for a in issue["articles"]}
    frame = pd.DataFrame({"article_id": list(bodies), "text": list(bodies.values())})
    out = effects(figure_table(frame), frame)
    found = set(out.loc[out["measure"] == measure, "value"])
    key = json.loads((folder / "figures.json").read_text("utf-8"))["figures"]
    noun = {"branches": "党支部", "members": "党员"}[measure]
    wanted = {f["value"] for f in key if of in f["of"] and noun in f["of"] and f["where"] == "body"}
    assert wanted
    assert wanted <= found
