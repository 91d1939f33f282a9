from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.extraction.quantities import find_quantities, quantities, quantities_near


@pytest.mark.parametrize(
    ("text_in", "figures_out"),
    [
        ("签约率近97%", [("近97%", 97.0, "%", "almost")]),
        ("用地104余亩", [("104余亩", 104.0, "亩", "over")]),
        ("人均3至4亩", [("3至4亩", 3.5, "亩", None)]),
        ("树苗100多万株", [("100多万株", 1_000_000.0, "株", "over")]),
        ("总额3.2万余元", [("3.2万余元", 32_000.0, "元", "over")]),
        ("党员5,340名", [("5,340名", 5340.0, "名", None)]),
        ("九成以上为90%以上", [("90%以上", 90.0, "%", "over")]),
        ("12天签约，涉及96户", [("12天", 12.0, "天", None), ("96户", 96.0, "户", None)]),
        # 签约 is a deed, not a hedge; a line feed belongs to no figure.
        ("签约58户", [("58户", 58.0, "户", None)]),
        ("约58户", [("约58户", 58.0, "户", "about")]),
        ("\n12天", [("12天", 12.0, "天", None)]),
        # Dates, ordinals, and names with digits are no measured figures.
        ("2020年12月29日", []),
        ("第3次会议", []),
        ("A4名单", []),
        ("", []),
    ],
)
def test_find_quantities(
    text_in: str, figures_out: list[tuple[str, float, str, str | None]]
) -> None:
    found = find_quantities(text_in)
    assert [(f["text"], f["value"], f["unit"], f["approx"]) for f in found] == figures_out


def test_a_range_keeps_its_ends() -> None:
    assert [(f["low"], f["high"]) for f in find_quantities("3至4万元")] == [(30_000.0, 40_000.0)]


@given(st.text(alphabet="约0123456789.,，万亿余多至亩户%元年 ", max_size=40))
def test_offsets_index_the_text(text: str) -> None:
    for figure in find_quantities(text):
        assert text[figure["start"] : figure["end"]] == figure["text"]
        assert figure["low"] <= figure["value"] + 1e-6 or figure["low"] > figure["high"]


ARTICLES = pd.DataFrame(
    {
        "article_id": ["a", "b"],
        "text": ["已有96户签约。另有12户外出。", "补助100元。签约大会到了300户。"],
    }
)


def test_quantities_near_stays_within_the_sentence() -> None:
    figures = quantities(ARTICLES)
    near = quantities_near(figures, ARTICLES, "签约", unit="户")
    assert list(near["value"]) == [96.0, 300.0]
    assert quantities_near(figures, ARTICLES, "签约", unit="元").empty
