"""Every limit of the readers: passed, it is told with the file and what to do about it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from helpers.errors import InputError
from helpers.reading import html, html_events, html_issues, issue, read_issues, ready_rows, scan
from helpers.reading.html_events import parse_markup

HEADER = "title,text,date\n"
ROW = "桥修好了,近日桥修好了。,2020-12-30\n"
PAGE = "<html><body><h1>桥修好了</h1><p>近日，桥修好了。</p><p>还要修。</p></body></html>"
JSON = json.dumps({"title": "桥修好了", "text": "近日。", "date": "2020-12-30"}) + "\n"


def text(path: Path) -> Path:
    return write(path / "a.txt", "桥修好了\n\n近日，桥修好了。\n")


def table(path: Path) -> Path:
    return write(path / "a.csv", HEADER + ROW * 3)


def long_cell(path: Path) -> Path:
    return write(path / "a.csv", HEADER + ROW.replace("近日", "近日" * 200))


def long_json(path: Path) -> Path:
    return write(path / "a.jsonl", JSON * 2 + JSON.replace("title", "t" * 500))


def page(path: Path) -> Path:
    return write(path / "a.html", PAGE)


def pages(path: Path) -> Path:
    for name in "abc":
        write(path / f"{name}.html", PAGE)
    return path


def workbook(path: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    for row in (HEADER, *[ROW] * 3):
        book.active.append(row.strip().split(","))
    book.save(path / "a.xlsx")
    return path / "a.xlsx"


def picture(path: Path) -> Path:
    stream = io.BytesIO()
    Image.new("L", (500, 500), 255).save(stream, "PNG")
    (path / "a.png").write_bytes(stream.getvalue())
    return path / "a.png"


def write(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("make", "module", "limit", "value", "says"),
    [
        (text, issue, "MAX_TEXT", 20, "larger than"),
        (page, html, "MAX_BYTES", 20, "larger than"),
        (page, html_events, "MAX_DEPTH", 2, "nested more than 2 deep"),
        (page, html_events, "MAX_EVENTS", 5, "more than 5 tags"),
        (page, html_events, "MAX_SECONDS", -1.0, "takes longer than"),
        (pages, html_issues, "MAX_PAGES", 2, "more than 2 pages"),
        (table, ready_rows, "MAX_ROWS", 2, "more than 2 rows"),
        (long_cell, ready_rows, "MAX_CELL", 300, "field larger than"),
        (long_json, ready_rows, "MAX_CELL", 300, "longer than 300 characters"),
        (workbook, ready_rows, "MAX_OPENED", 100, "opens to more than"),
        (workbook, ready_rows, "MAX_MEMBERS", 3, "files where a workbook has a few"),
        (workbook, ready_rows, "MAX_ROWS", 2, "more than 2 rows"),
        (picture, scan, "MAX_BYTES", 20, "larger than"),
        (picture, scan, "MAX_PIXELS", 1000, "500 by 500 pixels"),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)).rsplit(".", maxsplit=1)[-1],
)
def test_a_limit_is_told(
    make: Callable[[Path], Path],
    module: object,
    limit: str,
    value: float,
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = make(tmp_path)
    monkeypatch.setattr(scan, "can_recognise", lambda: True)
    if module is not scan:
        assert list(read_issues(path))
    monkeypatch.setattr(module, limit, value)
    with pytest.raises(InputError, match=says) as caught:
        list(read_issues(path))
    assert caught.value.file is not None
    assert caught.value.file.is_relative_to(tmp_path)
    assert caught.value.remedy


def test_a_workbook_that_opens_to_many_times_its_size(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/more.xml", b" " * 20_000_000)
    with pytest.raises(InputError, match="150 times its size"):
        list(read_issues(path))


def test_an_archive_that_lies_about_its_size(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        sheet = archive.getinfo("xl/worksheets/sheet1.xml")
    for size in (sheet.file_size.to_bytes(4, "little"),):
        assert size in data
        data = bytearray(bytes(data).replace(size, (50).to_bytes(4, "little")))
    path.write_bytes(data)
    with pytest.raises(InputError):
        list(read_issues(path))


@pytest.mark.parametrize("markup", ["<div>" * 5_000, "<b><i>" * 2_000 + "甲"])
def test_depth_is_limited_as_it_stands(markup: str) -> None:
    with pytest.raises(InputError, match="nested more than 1,000 deep"):
        parse_markup(markup)


def test_what_cannot_be_printed_is_shown_to_have_been_there(tmp_path: Path) -> None:
    bad = '{"title": "桥\\u0000", "text": "\\u001b[31m近日\\ud800。", "date": "2020-12-30"}\n'
    (raw,) = read_issues(write(tmp_path / "a.jsonl", bad))
    assert raw.lines == ("桥\ufffd", "\ufffd[31m近日\ufffd。")
    hidden = PAGE.replace("近日", "近&#0;&#7;&#xD800;日")
    (raw,) = read_issues(write(tmp_path / "a.html", hidden))
    "\n".join(raw.lines).encode("utf-8")
    assert not any("\x07" in line or "\x00" in line for line in raw.lines)
