"""Fonts, glyphs, labels, wrapping, spreading, scales and colours."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from itertools import pairwise
from types import SimpleNamespace

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import pyplot as plt

from helpers.charts import colour, fonts, glyphs, labels, scales, style
from helpers.charts.spreading import spread
from helpers.charts.wrapping import units, wrap
from helpers.errors import InputError


@pytest.mark.parametrize("family", [fonts.SANS, fonts.SERIF])
def test_every_word_of_ours_is_in_both_fonts(family: str) -> None:
    known = set(TTFont(fonts.font_file(family), lazy=True).getBestCmap())
    assert known == set(fonts.characters(family))
    said = {c for pair in labels.WORDS.values() for word in pair for c in word}
    said |= set("0123456789,.%−–→·年月日“”…〓<")
    assert {c for c in said if ord(c) not in known} == set()


def test_a_missing_font_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "PACKAGE", "no_such_package_of_fonts")
    with pytest.raises(InputError, match=r"Chinese font is missing.*make setup"):
        fonts.font_file()


def test_a_package_without_the_file_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    empty = SimpleNamespace(__file__=str(tmp_path / "__init__.py"))
    monkeypatch.setattr(fonts.importlib, "import_module", lambda _: empty)
    with pytest.raises(InputError, match=r"NotoSansSC-Regular\.otf is not in the package"):
        fonts.font_file()


def test_another_font_is_refused() -> None:
    with pytest.raises(InputError, match="not a house font"):
        fonts.font_file("SimHei")


def test_a_private_character_is_caught() -> None:
    figure = plt.figure()
    figure.text(0, 0, "村里办")
    assert glyphs.missing_glyphs(figure) == []
    figure.text(0, 0, "村\ue000里\U000f1234办")
    assert glyphs.missing_glyphs(figure) == ["\ue000", "\U000f1234"]


def test_text_in_a_font_of_the_machine_is_caught() -> None:
    figure = plt.figure()
    figure.text(0, 0, "ab", family="DejaVu Sans")
    assert glyphs.missing_glyphs(figure) == ["a", "b"]


def test_a_chart_prints_the_mark_for_a_missing_sort() -> None:
    assert fonts.printable("村\ue000里\n办") == "村〓里\n办"


@pytest.mark.slow
def test_importing_charts_says_nothing_and_changes_no_setting() -> None:
    code = (
        "import helpers.charts, helpers.export, matplotlib as m;"
        "assert 'Noto' not in str(m.rcParams['font.family']);"
        "import sys; assert 'wordcloud' not in sys.modules and 'docx' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (1234.5, 1, "1,234.5"),
        (-3, 0, "−3"),
        (-0.001, 1, "0.0"),
        (0, 0, "0"),
        (float("nan"), 0, "–"),
    ],
)
def test_numbers(value: float, decimals: int, written: str) -> None:
    assert labels.number(value, decimals=decimals) == written


@pytest.mark.parametrize(
    ("values", "places"), [([1, 2], 0), ([0.5, 1], 2), ([10.5], 1), ([], 0), ([float("nan")], 0)]
)
def test_decimals(values: list[float], places: int) -> None:
    assert labels.decimals_for(values) == places


def test_a_share_just_above_nothing_is_not_nothing() -> None:
    assert [labels.percent(s) for s in (0, 0.001, 0.126, 1)] == ["0%", "<1%", "13%", "100%"]


@pytest.mark.parametrize(
    ("language", "parts", "written"),
    [
        ("zh", "ymd", "2030年12月3日"),
        ("en", "ymd", "3 Dec 2030"),
        ("zh", "md", "12月3日"),
        ("en", "m", "Dec"),
    ],
)
def test_dates(language, parts, written: str) -> None:
    assert labels.format_date(date(2030, 12, 3), language=language, parts=parts) == written


def test_a_language_without_labels_is_refused() -> None:
    with pytest.raises(InputError, match="'fr'"):
        labels.word("no_data", language="fr")  # type: ignore[arg-type]


def test_lines_end_where_chinese_and_latin_allow() -> None:
    assert units("《青溪》5G村，好") == ["《青", "溪》", "5G", "村，", "好"]
    assert units("a  b") == ["a", " ", "b"]


def test_a_line_too_many_is_cut_with_an_ellipsis() -> None:
    text = wrap("一二三四五六七八九十", 0.5, size=9, lines=2)
    assert text.count("\n") == 1
    assert text.endswith("…")


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("青溪县一张图平台abcXYZ019 ，。《》“”-\n"), max_size=60),
    st.floats(0.4, 3.0),
)
def test_wrapped_lines_fit_and_lose_nothing_but_blanks(text: str, width: float) -> None:
    wrapped = wrap(text, width, size=9)
    assert "".join(wrapped.split()) == "".join(text.split())
    widest = max(fonts.measure(line, 9)[0] for line in wrapped.split("\n"))
    # A mark that may not begin a line stays with its character, so a unit can be 0.3 in wide.
    assert widest <= max(width, 0.4) * 1.02


@given(
    st.lists(st.tuples(st.floats(-5, 15), st.floats(0.01, 1.5)), min_size=1, max_size=12),
)
def test_spread_labels_keep_apart_and_inside(labels_wanted: list[tuple[float, float]]) -> None:
    wanted, sizes = map(list, zip(*labels_wanted, strict=True))
    places = spread(wanted, sizes, low=0, high=10)
    if places is None:
        assert sum(sizes) > 10
        return
    spans = sorted((p - s / 2, p + s / 2) for p, s in zip(places, sizes, strict=True))
    assert spans[0][0] >= -1e-6
    assert spans[-1][1] <= 10 + 1e-6
    assert all(a[1] <= b[0] + 1e-6 for a, b in pairwise(spans))


def test_labels_with_room_stay_where_they_are() -> None:
    assert spread([2, 8], [1, 1], low=0, high=10) == [2, 8]


def test_labels_that_want_one_place_share_it() -> None:
    assert spread([5, 5], [1, 1], low=0, high=10) == [4.5, 5.5]


@pytest.mark.parametrize(
    ("low", "high", "whole", "ticks"),
    [
        (0, 87, False, [0, 20, 40, 60, 80, 100]),
        (0, 9, True, [0, 2, 4, 6, 8, 10]),
        (0, 1, True, [0, 1]),
        (0, 0, False, [0, 0.2]),
        (-3, 4, True, [-4, -2, 0, 2, 4]),
    ],
)
def test_round_ticks(low: float, high: float, whole: bool, ticks: list[float]) -> None:
    assert scales.round_ticks(low, high, whole=whole) == ticks


def test_dates_are_marked_by_what_there_is_room_for() -> None:
    days = [date(2020 + i // 12, i % 12 + 1, 1) for i in range(60)]
    marked = scales.date_ticks(days, 3.0, language="zh")
    assert [text for _, text in marked] == ["2020年", "2021年", "2022年", "2023年", "2024年"]
    few = scales.date_ticks(days[:2], 5.0, language="en")
    assert [text for _, text in few] == ["1 Jan\n2020", "1 Feb"]


@pytest.mark.parametrize("vision", ["normal", "deuteranopia", "protanopia"])
def test_series_are_told_apart_by_all_eyes(vision) -> None:
    assert colour.least_distance(style.SERIES, vision=vision) > 20


@pytest.mark.parametrize("vision", ["deuteranopia", "protanopia"])
def test_the_check_catches_red_beside_green(vision) -> None:
    assert colour.least_distance(["#C44632", "#4E8A3A"], vision=vision) < 40
    assert colour.distance("#A05A2C", "#6B6B2C", vision="protanopia") < 20


def test_type_can_be_read_on_its_ground() -> None:
    for shade in (style.INK, style.SOFT, style.NAVY, *style.SERIES_TEXT):
        assert colour.contrast(shade, style.GROUND) >= 4.5
    for ground in (*style.SEQUENTIAL, *style.SERIES):
        assert colour.contrast(colour.ink_on(ground), ground) >= 4.0


def test_the_sequence_darkens_step_by_step() -> None:
    lightness = [float(colour.lab(c)[0]) for c in style.SEQUENTIAL]
    assert lightness == sorted(lightness, reverse=True)
