"""Which files are issues, and how they are parcelled."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.corpus.config import CorpusConfig, load_config
from helpers.corpus.files import folder_of, raw_files
from helpers.errors import InputError


def test_settings_notes_and_hidden_files_are_no_issues(tmp_path: Path) -> None:
    (tmp_path / "2021").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b.txt", "a", "x.png", "2021/c.TXT", "README.md", ".DS_Store", ".git/HEAD"):
        (tmp_path / name).touch()
    (tmp_path / "words.txt").touch()
    (tmp_path / "corpus.toml").write_text('lexicon = "words.txt"')
    found = raw_files(load_config("q", tmp_path))
    assert list(found) == ["2021/c.TXT", "a", "b.txt", "x.png"]


def test_a_folder_without_issues_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no issue"):
        raw_files(CorpusConfig("q", tmp_path))


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("a.htm", ""),
        ("x/a.htm", "x"),
        ("x/y/a.htm", "x/y"),
        ("2020-12-30/a.htm", "2020-12-30"),
        ("2020-12-30/01/a.htm", "2020-12-30"),
        ("html/2020-12/30/a.htm", "html/2020-12/30"),
        ("2020/12/30/node/a.htm", "2020/12/30"),
        ("2020-13-30/01/a.htm", "2020-13-30/01"),
    ],
)
def test_the_folder_whose_pages_belong_together(name: str, folder: str) -> None:
    assert folder_of(name) == folder


def test_what_comes_with_pages_is_no_issue(tmp_path: Path) -> None:
    for name in (
        "2020-12-30/node_2.htm",
        "2020-12-30/content_1.htm",
        "2020-12-30/page1.pdf",
        "2020-12-30/res/a.jpg",
        "2020-12-30/notes.txt",
        "page_files/x.htm",
        "page.html",
        "style.css",
        "alone.pdf",
        "scans/1.jpg",
        "t.csv",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert list(raw_files(CorpusConfig("q", tmp_path))) == [
        "2020-12-30/content_1.htm",
        "2020-12-30/node_2.htm",
        "2020-12-30/notes.txt",
        "alone.pdf",
        "page.html",
        "scans/1.jpg",
        "t.csv",
    ]
