"""A small fictional issue, and folders to build it in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lunar_python import Solar

TEMPLATE = Path(__file__).parent / "data" / "issue.txt"
MONTHS = "正二三四五六七八九十冬腊"


def lunar_line(day: date) -> str:
    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    month = "十一" if lunar.getMonth() == 11 else MONTHS[abs(lunar.getMonth()) - 1]
    leap = "闰" if lunar.getMonth() < 0 else ""
    weekday = "一二三四五六日"[day.weekday()]
    year = lunar.getYearInGanZhi()
    return f"农历{year}年{leap}{month}月{lunar.getDayInChinese()} 星期{weekday}"


def issue_text(day: date = date(2021, 7, 6), number: int = 88) -> str:
    printed = f"{day.year}年{day.month}月{day.day}日"
    template = TEMPLATE.read_text(encoding="utf-8")
    return template.format(date=printed, number=number, lunar=lunar_line(day))


@pytest.fixture
def make_text() -> Callable[..., str]:
    return issue_text


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """A raw folder with two good issues."""
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "a.txt").write_text(issue_text(), encoding="utf-8")
    (folder / "b.txt").write_text(issue_text(date(2021, 7, 9), 89), encoding="utf-8")
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project folder that every path starts from."""
    root = tmp_path / "project"
    (root / "data" / "raw").mkdir(parents=True)
    monkeypatch.setenv("HELPERS_ROOT", str(root))
    return root
