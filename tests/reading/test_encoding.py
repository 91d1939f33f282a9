from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.errors import InputError
from helpers.reading.encoding import decode

TEXT = "岚溪县召开乡村振兴工作推进会，部署下一阶段重点任务。\n会议指出，要把群众的事办好。\n" * 6


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("gbk"), "gb18030"),
        (TEXT.encode("utf-16"), "utf-16"),
    ],
)
def test_decode_names_the_encoding(data: bytes, name: str) -> None:
    assert decode(data) == (TEXT, name)


def test_decode_traditional_text_in_big5() -> None:
    text = "縣政府召開鄉村振興會議，部署下一階段重點任務。\n各鄉鎮負責人參加會議並作彙報。\n" * 6
    assert decode(text.encode("big5"))[0] == text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"PK\x03\x04 docx", "Office"),
        (b"abc\x00def", "control"),
    ],
)
def test_decode_refuses_what_is_not_text(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what):
        decode(data)


def test_decode_names_the_line_of_a_broken_byte() -> None:
    data = TEXT.encode() + b"\xe5\xff" + TEXT.encode()
    with pytest.raises(InputError) as caught:
        decode(data)
    assert caught.value.line == TEXT.count("\n") + 1
    assert caught.value.remedy


@given(st.binary(max_size=200))
def test_decode_gives_text_or_a_clear_error(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except InputError as error:
        assert error.problem
        return
    assert isinstance(text, str)
    assert encoding
