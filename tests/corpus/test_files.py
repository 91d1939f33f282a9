"""Which files are issues, and how they are parcelled."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.corpus.config import CorpusConfig, load_config
from helpers.corpus.files import chunks, raw_files
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
    ("sizes", "size", "lengths"),
    [([5, 5, 5], 10, [2, 1]), ([50, 1], 10, [1, 1]), ([1, 1, 1], 10, [3]), ([], 10, [])],
)
def test_chunks_are_bounded(
    tmp_path: Path, sizes: list[int], size: int, lengths: list[int]
) -> None:
    files = {}
    for n, length in enumerate(sizes):
        files[str(n)] = tmp_path / str(n)
        files[str(n)].write_bytes(b"x" * length)
    parcels = list(chunks(files, size=size))
    assert [len(parcel) for parcel in parcels] == lengths
    assert [name for parcel in parcels for name, _, _ in parcel] == list(files)
