"""Every chart with awkward data: no text over another, none outside, no glyph missing."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from matplotlib import pyplot as plt

from helpers import charts
from helpers.charts import style
from helpers.charts.glyphs import texts
from helpers.charts.layout import outside, overlaps

#: A warning would stand in a notebook as an error does. Slow: some ninety drawn charts.
pytestmark = [pytest.mark.filterwarnings("error"), pytest.mark.slow]

LONG = {
    "zh": "青溪县人民政府办公室关于进一步推进数字乡村“一张图”平台建设与应用推广工作专班",
    "en": "Office of the Qingxi County Government for the Promotion of the One Map Platform",
}
WORDS = {
    "zh": ["数字乡村", "邻里通", "网格智慧平台", "村里办", "12345热线", "S-300型无人机（二期）"],
    "en": ["Digital village", "Neighbour Link", "Smart grid", "Zhilian", "12345", "S-300 drone"],
}
TITLE = {
    "zh": "“一张图”平台被提到最多，其余平台的区间彼此重叠，不宜据此排出先后，更不能说明使用情况",
    "en": "The one-map platform is named most often; the intervals of the others overlap, so they "
    "cannot be ranked by this chart alone",
}


def names(n: int, case: str, language: str) -> list[str]:
    words = WORDS[language]
    plain = [f"{words[i % len(words)]} {i}" for i in range(n)]
    return [LONG[language] + str(i) for i in range(n)] if case == "long" else plain


def values(n: int, case: str) -> list[float]:
    if case == "equal":
        return [7.0] * n
    return [float((i * 7919) % 97) for i in range(n)]


def frame(case: str, language: str) -> pd.DataFrame:
    """Return rows for a case: one, many, equal values, long names."""
    n = {"one": 1, "many": 30, "equal": 8, "long": 9}[case]
    found = pd.DataFrame({"label": names(n, case, language), "value": values(n, case)})
    return found.assign(
        low=found["value"] * 0.7, high=found["value"] * 1.4 + 1, other=found["value"] * 1.5
    )


def crossed(case: str, language: str, columns: int) -> pd.DataFrame:
    rows = frame(case, language)
    heads = names(columns, case, language)
    cells = [
        (row, head, float((i * 31 + j * 17) % 1900))
        for i, row in enumerate(rows["label"])
        for j, head in enumerate(heads)
    ]
    return pd.DataFrame(cells, columns=["row", "part", "value"]).assign(column=lambda f: f["part"])


def dated(case: str, language: str, dates: int = 4) -> pd.DataFrame:
    rows = frame(case, language)
    days = pd.to_datetime(["2030-12-30", "2031-01-04", "2031-03-02", "2032-06-30"])[:dates]
    found = [
        (name, day, value + j * (i % 5))
        for i, (name, value) in enumerate(zip(rows["label"], rows["value"], strict=True))
        for j, day in enumerate(days)
    ]
    return pd.DataFrame(found, columns=["name", "date", "value"])


def linked(case: str, language: str, kinds: int = 3) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Make a network: each node is linked to the next of another kind and to one further on."""
    names = frame(case, language)["label"].tolist()
    nodes = pd.DataFrame(
        [(f"{n}{k}", "ABC"[k], i + 1) for i, n in enumerate(names) for k in range(kinds)],
        columns=["node", "kind", "n_mentions"],
    )
    every = nodes["node"].tolist()
    pairs = [(a, every[(i + 1) % len(every)], i % 4 + 1) for i, a in enumerate(every)]
    pairs += [(a, every[(i + 3) % len(every)], 1) for i, a in enumerate(every)]
    return nodes, pd.DataFrame(pairs, columns=["a", "b", "n_sentences"])


def notes(language: str) -> list[tuple[str, str]]:
    return [
        (day, text)
        for day, text in zip(
            ["2030-12-30", "2031-01-02", "2031-01-04", "2032-06-28", "2032-06-30"],
            [*WORDS[language][:4], LONG[language]],
            strict=True,
        )
    ]


CHARTS = {
    "bars": lambda case, lang, **k: charts.bars(frame(case, lang), **k),
    "bars_interval": lambda case, lang, **k: charts.bars(
        frame(case, lang), low="low", high="high", **k
    ),
    "bars_negative": lambda case, lang, **k: charts.bars(
        frame(case, lang).assign(value=lambda f: f["value"] - 40), **k
    ),
    "dotplot": lambda case, lang, **k: charts.dotplot(
        frame(case, lang), low="low", high="high", **k
    ),
    "dumbbell": lambda case, lang, **k: charts.dotplot(
        frame(case, lang), other="other", names=("甲", "乙"), **k
    ),
    "two_measures": lambda case, lang, **k: charts.dotplot(
        frame(case, lang).assign(ol=lambda f: f["other"] * 0.8, oh=lambda f: f["other"] * 1.2),
        other="other",
        low="low",
        high="high",
        other_low="ol",
        other_high="oh",
        **k,
    ),
    "network": lambda case, lang, **k: charts.network(*linked(case, lang), **k),
    "network_two": lambda case, lang, **k: charts.network(*linked(case, lang, 2), **k),
    "shares": lambda case, lang, **k: charts.stacked_shares(crossed(case, lang, 8), **k),
    "heatmap": lambda case, lang, **k: charts.heatmap(crossed(case, lang, 6), **k),
    "heatmap_wide": lambda case, lang, **k: charts.heatmap(
        crossed(case, lang, 34)[lambda f: f["row"].isin(f["row"].unique()[:4])], **k
    ),
    "heatmap_words": lambda case, lang, **k: charts.heatmap(
        crossed(case, lang, 6).assign(
            said=lambda f: f["value"].map(lambda v: "沸烫热"[int(v) % 3])
        ),
        text="said",
        **k,
    ),
    "clouds": lambda case, lang, **k: charts.comparison_clouds(
        crossed(case, lang, 3), group="part", term="row", weight="value", **k
    ),
    "slope": lambda case, lang, **k: charts.slope(dated(case, lang), **k),
    "bump": lambda case, lang, **k: charts.slope(dated(case, lang), rank=True, **k),
    "slope_one_date": lambda case, lang, **k: charts.slope(dated(case, lang, 1), **k),
    "timeline": lambda case, lang, **k: charts.timeline(
        dated(case, lang).groupby("date", as_index=False)["value"].sum(), notes=notes(lang), **k
    ),
    "timeline_one": lambda case, lang, **k: charts.timeline(dated("one", lang, 1), **k),
    "timeline_series": lambda case, lang, **k: charts.timeline(
        dated(case, lang)[lambda f: f["name"].isin(f["name"].unique()[:5])], series="name", **k
    ),
    "multiples": lambda case, lang, **k: charts.small_multiples(
        dated(case, lang), panel="name", **k
    ),
    "multiples_ribbons": lambda case, lang, **k: charts.small_multiples(
        dated(case, lang).assign(
            low=lambda f: f["value"] * 0.7, high=lambda f: f["value"] * 1.4 + 1
        ),
        panel="name",
        low="low",
        high="high",
        **k,
    ),
    "multiples_bars": lambda case, lang, **k: charts.small_multiples(
        crossed(case, lang, 6), panel="row", x="part", kind="bars", **k
    ),
    "lines_map": lambda case, lang, **k: charts.lines_map(lines(case), **k),
}


def lines(case: str) -> pd.DataFrame:
    n = {"one": 1, "many": 30, "equal": 8, "long": 9}[case]
    roles = ["masthead", "headline", "byline", "body", "body", "caption", "oddity"]
    found = [
        (f"qingxi-20{i + 10}-01-08", j + 1, roles[j % len(roles)])
        for i in range(n)
        for j in range(1 if case == "one" else 180)
    ]
    return pd.DataFrame(found, columns=["issue_id", "line", "role"])


@pytest.mark.parametrize(
    ("case", "language"),
    [("one", "zh"), ("many", "en"), ("equal", "zh"), ("long", "zh"), ("long", "en")],
)
@pytest.mark.parametrize("chart", CHARTS)
def test_no_text_overlaps_or_leaves_the_figure(chart: str, case: str, language: str) -> None:
    style.use_style(language)
    ax = CHARTS[chart](
        case,
        language,
        title=TITLE[language],
        subtitle=LONG[language] * 2,
        source=LONG[language] * 3,
    )
    assert overlaps(ax.figure) == []
    assert outside(ax.figure) == []
    assert charts.missing_glyphs(ax.figure) == []


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_keeps_inside_the_slot_it_is_given(chart: str) -> None:
    figure, (one, other) = plt.subplots(
        1, 2, figsize=(14, 7), gridspec_kw={"left": 0.02, "right": 0.98, "wspace": 0.04}
    )
    slot = one.get_position().transformed(figure.transFigure)
    CHARTS[chart]("long", "zh", ax=one, title=TITLE["zh"], subtitle="每千篇", source=TITLE["zh"])
    CHARTS[chart]("equal", "zh", ax=other, title=TITLE["zh"], source="虚构数据")
    assert overlaps(figure) == []
    assert outside(figure) == []
    mine = [t.get_window_extent() for t in texts(figure) if t.axes is one]
    assert max(box.x1 for box in mine) <= slot.x1 + 2
    assert min(box.x0 for box in mine) >= slot.x0 - 2


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "draw",
    [
        lambda e: charts.bars(e, title="空"),
        lambda e: charts.dotplot(e, title="空"),
        lambda e: charts.timeline(e, title="空"),
        lambda e: charts.stacked_shares(e, title="空"),
        lambda e: charts.heatmap(e, title="空"),
        lambda e: charts.slope(e, title="空"),
        lambda e: charts.network(e, e, title="空"),
        lambda e: charts.lines_map(e, title="空"),
        lambda e: charts.small_multiples(e, title="空"),
        lambda e: charts.wordcloud_chart(e, title="空"),
        lambda e: charts.comparison_clouds(e, title="空"),
    ],
)
def test_an_empty_frame_says_that_there_is_no_data(draw, language: str) -> None:
    style.use_style(language)
    columns = (
        "label value date row part column name issue_id line role panel term count"
        " node kind n_mentions a b n_sentences group per_10k"
    ).split()
    ax = draw(pd.DataFrame({c: [] for c in columns}))
    said = [t.get_text() for t in texts(ax.figure)]
    assert {"zh": "没有数据", "en": "No data"}[language] in said
    assert "空" in said
    assert overlaps(ax.figure) == []


def test_missing_values_are_said_to_be_missing() -> None:
    data = pd.DataFrame({"label": ["甲", "乙"], "value": [3.0, np.nan]})
    said = [t.get_text() for t in texts(charts.bars(data).figure)]
    assert "没有数据" in said


def test_the_check_catches_text_over_text_and_text_outside() -> None:
    figure = plt.figure()
    figure.text(0.5, 0.5, "平台")
    figure.text(0.5, 0.5, "治理")
    figure.text(0.99, 0.2, "越出图外")
    assert overlaps(figure) == [("平台", "治理")]
    assert outside(figure) == ["越出图外"]
