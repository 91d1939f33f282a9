"""Scans: a page of the specimen as a picture reads like its text, bad pictures are refused."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make_pdf import FOUR, TWO, Setter, keys, set_issue, write_pdf, write_png
from PIL import Image
from rapidfuzz.distance import Levenshtein

from helpers.errors import InputError
from helpers.reading import read_issues
from helpers.reading import scan as module
from helpers.reading.layout_type import Run
from helpers.reading.pdf import read_pdf, read_text_layer
from helpers.reading.scan import can_recognise, open_picture, read_scan
from helpers.reading.scan_type import as_set, in_ems, join_marks, read_again, run_of


@pytest.fixture(scope="module")
def recognition() -> None:
    """Skip loudly where the extra is not installed."""
    if not can_recognise():
        warnings.warn("SKIPPED: rapidocr is not installed, so no scan was tested", stacklevel=1)
        pytest.skip("the extra [ocr] is not installed: the tests of scans did not run")


def first_page(setter: Setter) -> Setter:
    setter.pages, setter.pictures = setter.pages[:1], setter.pictures[:1]
    return setter


def squeezed(lines) -> str:
    return "".join("".join(lines).split())


@pytest.mark.slow
@pytest.mark.usefixtures("recognition")
@pytest.mark.parametrize("sheet", [TWO, FOUR], ids=["two columns", "four columns"])
def test_a_scanned_page_reads_like_its_pdf(sheet, tmp_path):
    setter = first_page(set_issue(keys()[0], sheet))
    (scan,) = read_issues(write_png(setter, tmp_path / "page.png"))
    pdf = read_pdf(write_pdf(setter, tmp_path / "page.pdf"))
    assert scan.encoding == "ocr"
    want, got = squeezed(pdf.lines), squeezed(scan.lines)
    assert 1 - Levenshtein.distance(want, got) / len(want) >= 0.98

    def titles(raw):
        return [
            (hint.role, squeezed(line))
            for line, hint in zip(raw.lines, raw.hints, strict=True)
            if hint and hint.role in ("kicker", "headline", "deck")
        ]

    assert titles(scan) == titles(pdf)


@pytest.mark.slow
@pytest.mark.usefixtures("recognition")
def test_a_pdf_of_pictures_is_recognised_and_always_alike(tmp_path):
    setter = first_page(set_issue(keys()[1], TWO))
    path = tmp_path / "page.pdf"
    Image.open(write_png(setter, tmp_path / "page.png")).convert("RGB").save(path, resolution=200)
    with pytest.raises(InputError, match="scan"):
        read_text_layer(path)
    raw = read_pdf(path)
    assert raw.encoding == "ocr"
    assert raw.lines == read_pdf(path).lines
    assert "今日岚溪" in raw.lines


def test_a_scan_of_too_many_pages(tmp_path, monkeypatch):
    pages = [Image.new("L", (400, 500), 255) for _ in range(3)]
    pages[0].save(tmp_path / "scan.pdf", save_all=True, append_images=pages[1:])
    monkeypatch.setattr(module, "can_recognise", lambda: True)
    monkeypatch.setattr(module, "MAX_PAGES", 2)
    with pytest.raises(InputError, match="the scan has 3 pages") as caught:
        list(read_issues(tmp_path / "scan.pdf"))
    assert caught.value.remedy


@pytest.mark.usefixtures("recognition")
def test_a_blank_picture_has_no_characters(tmp_path):
    path = tmp_path / "blank.png"
    Image.new("RGB", (400, 500), "white").save(path)
    with pytest.raises(InputError, match="no characters"):
        read_scan(path)


def test_without_the_extra_a_scan_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "can_recognise", lambda: False)
    path = tmp_path / "page.png"
    Image.new("RGB", (400, 500), "white").save(path)
    with pytest.raises(InputError, match="pip install rapidocr onnxruntime"):
        read_scan(path)


def picture_bytes(size: tuple[int, int], kind: str = "PNG", mode: str = "RGB") -> bytes:
    stream = io.BytesIO()
    Image.new(mode, size).save(stream, kind)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\nnothing", "no whole picture"),
        (picture_bytes((600, 600))[:-30], "no whole picture"),
        (picture_bytes((100, 900)), "only 100 by 900"),
        (picture_bytes((9000, 9000), mode="1"), "9,000 by 9,000"),
        (picture_bytes((20000, 20000), mode="1"), "too large"),
        (picture_bytes((600, 600), "GIF"), "no whole picture"),
    ],
)
def test_pictures_that_are_refused(data, says):
    with pytest.raises(InputError, match=says) as caught:
        open_picture(data, Path("page.png"))
    assert caught.value.remedy


@pytest.mark.parametrize("mode", ["RGB", "L", "1", "P", "RGBA", "LA"])
def test_pictures_that_are_opened(mode):
    picture = open_picture(picture_bytes((600, 700), mode=mode), Path("page.png"))
    assert (picture.mode, picture.size) == ("RGB", (600, 700))
    if "A" in mode:
        assert picture.getpixel((5, 5)) == (255, 255, 255)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_broken_pictures_raise_nothing_but_input_error(data):
    content = bytearray(picture_bytes((300, 300), data.draw(st.sampled_from(["PNG", "JPEG"]))))
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        picture = open_picture(bytes(content), Path("page.png"))
    except InputError as error:
        assert error.remedy
    else:
        assert picture.mode == "RGB"


def box(x: float, y: float, wide: float, high: float) -> list[list[float]]:
    return [[x, y], [x + wide, y], [x + wide, y + high], [x, y + high]]


def test_the_size_of_a_line_is_told_by_its_width():
    low, tall = (
        run_of(box(0, 0, 205, 25), "甲乙丙丁戊己庚辛"),
        run_of(box(0, 0, 205, 30), "甲乙丙丁戊己庚辛"),
    )
    assert low.size == pytest.approx(25, abs=1.5)
    assert tall.size == pytest.approx(25, abs=1.5)


def test_a_tall_box_is_kept_as_turned_type():
    assert run_of(box(0, 0, 30, 200), "竖排").sideways


@pytest.mark.parametrize(
    ("text", "ems"), [("甲乙", 2.0), ("12户", 2.1), ("甲乙。", 2.55), ("“甲", 1.55)]
)
def test_widths(text, ems):
    assert in_ems(text) == pytest.approx(ems)


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("(记者 甲乙)", "（记者 甲乙）"),
        ("时间:甲日", "时间：甲日"),
        ("12:30", "12:30"),
        ("1,650元", "1,650元"),
        ("A(B)", "A(B)"),
        ("富强・民主", "富强·民主"),
    ],
)
def test_marks_get_the_width_they_are_set_in(read, printed):
    assert as_set(read) == printed


def inked(*spans: tuple[int, int], wide: int = 300) -> np.ndarray:
    ink = np.full((30, wide), 255, dtype=np.uint8)
    for start, end in spans:
        ink[5:25, start:end] = 0
    return ink


def starts(text: str, *at: float) -> list[tuple[str, float]]:
    return list(zip(text, at, strict=True))


def test_a_line_over_two_columns_is_parted():
    run = Run("甲乙丙丁", 0, 140, 4, 26, 20)
    ink = inked((1, 19), (21, 39), (81, 99), (101, 119))
    parts = read_again(run, starts("甲乙丙丁", 0, 20, 80, 100), ink)
    assert [p.text for p in parts] == ["甲乙", "丙丁"]
    assert parts[0].x1 < parts[1].x0


@pytest.mark.parametrize(("text", "printed"), [("记者甲乙", "记者 甲乙"), ("风景甲乙", "风景甲乙")])
def test_spaces_come_back_in_bylines_only(text, printed):
    ink = inked((1, 19), (21, 39), (47, 65), (67, 85))
    (run,) = read_again(Run(text, 0, 86, 4, 26, 20), starts(text, 0, 20, 46, 66), ink)
    assert run.text == printed


def test_a_quotation_mark_found_by_itself_ends_its_line():
    line, mark = Run("甲乙丙丁。", 0, 100, 0, 20, 20), Run("99", 100, 108, 1, 9, 8)
    assert [r.text for r in join_marks([line, mark])] == ["甲乙丙丁。”"]
    figure = Run("99", 300, 320, 0, 20, 20)
    assert [r.text for r in join_marks([line, figure])] == ["甲乙丙丁。", "99"]
