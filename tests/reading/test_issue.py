from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.errors import InputError
from helpers.reading import read_issue
from helpers.reading.issue import split_lines


@pytest.mark.parametrize(
    ("text_in", "lines_out"),
    [
        ("甲\n乙\n", ("甲", "乙")),
        ("甲\r\n乙", ("甲", "乙")),
        ("甲\r乙\n\n丙", ("甲", "乙", "", "丙")),
        ("甲\u2028乙\x0c丙", ("甲\u2028乙\x0c丙",)),
        ("", ()),
    ],
)
def test_split_lines(text_in: str, lines_out: tuple[str, ...]) -> None:
    assert split_lines(text_in) == lines_out


@given(st.text(alphabet="甲乙 \n\r", max_size=60))
def test_split_lines_loses_nothing_but_line_ends(text: str) -> None:
    assert "".join(split_lines(text)) == text.replace("\r", "").replace("\n", "")


def test_read_issue_records_where_it_came_from(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("今日岚溪\r\n第1期\r\n".encode("utf-8-sig"))
    raw = read_issue(file)
    assert raw.lines == ("今日岚溪", "第1期")
    assert raw.encoding == "utf-8-sig"
    assert len(raw.sha256) == 64


@pytest.mark.parametrize("content", [b"", b"\n \n\t\n"])
def test_read_issue_refuses_an_empty_file(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(content)
    with pytest.raises(InputError, match="empty"):
        read_issue(file)


def test_read_issue_refuses_folders_and_missing_files(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="folder"):
        read_issue(tmp_path)
    with pytest.raises(InputError, match="no such file"):
        read_issue(tmp_path / "none.txt")
