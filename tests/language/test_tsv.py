from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.errors import InputError
from helpers.language.lexicon import load_lexicon
from helpers.language.stopwords import load_stopwords
from helpers.language.themes import load_themes
from helpers.language.tsv import read_rows

HEADER = "term\tclass\treason\n"


def write(folder: Path, content: str) -> Path:
    path = folder / "own.tsv"
    path.write_bytes(content.encode("utf-8"))
    return path


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (HEADER + "甲\tland\n", 2, "2 columns"),
        (HEADER + "甲\tland\tx\ty\n", 2, "4 columns"),
        (HEADER + "# 注\n甲\tland\tx\n甲\twater\tx\n", 4, "first on line 3"),
        (HEADER + "\tland\tx\n", 2, "empty"),
        (HEADER + "甲 乙\tland\tx\n", 2, "space"),
        (HEADER + "甲\tsky\tx\n", 2, "sky"),
        ("term\treason\n", 1, "header"),
        ("# nothing\n", 1, "header"),
        ("", 1, "header"),
    ],
)
def test_a_wrong_lexicon_names_file_line_and_remedy(tmp_path, content, line, words):
    path = write(tmp_path, content)
    with pytest.raises(InputError) as caught:
        load_lexicon(path)
    assert caught.value.file == path
    assert caught.value.line == line
    assert words in caught.value.problem
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("load", "content"),
    [
        (load_stopwords, "term\tkind\treason\n的\tsmall\tx\n"),
        (load_themes, "theme\tterm\tweight\treason\nculture\t戏\t9\tx\n"),
        (load_themes, "theme\tterm\tweight\treason\nculture\t戏\t1\tx\nculture\t戏\t2\tx\n"),
        (load_themes, "theme\tterm\tweight\treason\n\t戏\t1\tx\n"),
    ],
)
def test_other_lists_are_checked_too(tmp_path, load, content):
    with pytest.raises(InputError) as caught:
        load(write(tmp_path, content))
    assert caught.value.line is not None
    assert caught.value.remedy


def test_a_missing_file_and_a_wrong_encoding_are_input_errors(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        load_lexicon(tmp_path / "none.tsv")
    path = tmp_path / "gb.tsv"
    path.write_bytes(HEADER.encode() + "甲\tland\t理由\n".encode("gb18030"))
    with pytest.raises(InputError, match="UTF-8") as caught:
        load_lexicon(path)
    assert caught.value.line == 2


def test_byte_order_mark_and_windows_line_ends_are_allowed(tmp_path):
    path = write(tmp_path, "\ufeff" + (HEADER + "甲\tland\tx\n").replace("\n", "\r\n"))
    assert read_rows(path, ("term", "class", "reason"), key=("term",)) == [(2, ("甲", "land", "x"))]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(content=st.text(alphabet=st.sampled_from("甲乙\t\n\r #term")))
def test_any_file_is_read_or_refused_never_crashes(tmp_path, content):
    try:
        load_lexicon(write(tmp_path, content), replace=True)
    except InputError as error:
        assert error.file is not None
