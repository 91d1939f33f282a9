"""Hand labels: read from a spreadsheet's CSV; what is wrong is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.errors import InputError
from helpers.statistics.validity import labels_of_key, read_labels


def test_labels_are_read_from_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "labels.csv"
    text = '\ufeffarticle_id,theme,coder,note,sure\r\na,x,甲,"一,二",\r\n\r\na,y,甲,,NO\r\n'
    path.write_bytes(text.encode("utf-8"))
    found = read_labels(path, themes=["x", "y"], articles=["a"])
    assert found.to_numpy().tolist() == [["a", "x", "甲", True], ["a", "y", "甲", False]]


def test_a_key_becomes_labels() -> None:
    key = [{"article": "a", "themes": ["x"], "optional": ["y", "other"]}, {"article": "b"}]
    found = labels_of_key(key).to_numpy().tolist()
    assert found == [["a", "x", "key", True], ["a", "y", "key", False], ["b", "other", "key", True]]


def test_no_theme_may_stand_beside_an_arguable_one(tmp_path: Path) -> None:
    path = tmp_path / "labels.csv"
    path.write_text("article_id,theme,coder,sure\na,other,k,\na,x,k,no\n", "utf-8")
    assert len(read_labels(path)) == 2


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("article_id,theme\na,x\n", 1, "no column 'coder'"),
        ("article_id,theme,coder,coder\n", 1, "two columns"),
        ("article_id,theme,coder\na,x\n", 2, "2 cells under 3"),
        ("article_id,theme,coder\na,,k\n", 2, "theme is empty"),
        ("article_id,theme,coder\na,z,k\n", 2, "z is not a theme"),
        ("article_id,theme,coder\nq,x,k\n", 2, "no article q"),
        ("article_id,theme,coder\na,x,k\na,x,k\n", 3, "twice, first on line 2"),
        ("article_id,theme,coder\na,x,k\na,other,k\n", 3, "other as well"),
        ("article_id,theme,coder,sure\na,x,k,maybe\n", 2, "sure is 'maybe'"),
        ('article_id,theme,coder\n"a,x,k\n', 2, "no CSV"),
        ("", 1, "no column 'article_id'"),
    ],
)
def test_wrong_labels_are_explained(tmp_path: Path, text: str, line: int, problem: str) -> None:
    path = tmp_path / "labels.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=problem) as caught:
        read_labels(path, themes=["x", "y"], articles=["a"])
    assert (caught.value.file, caught.value.line) == (path, line)
    assert caught.value.remedy


def test_files_that_cannot_be_read_are_explained(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_labels(tmp_path / "none.csv")
    path = tmp_path / "gbk.csv"
    path.write_bytes("article_id,theme,coder\na,x,甲\n".encode("gbk"))
    with pytest.raises(InputError, match="not in UTF-8"):
        read_labels(path)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='article_id,theme,coder"\n\r甲\x00 ', max_size=60))
def test_any_text_is_read_or_explained(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("labels") / "labels.csv"
    path.write_text("article_id,theme,coder\n" + text, "utf-8", newline="")
    try:
        found = read_labels(path)
    except InputError as error:
        assert error.file == path
    else:
        assert found.notna().all(axis=None)
