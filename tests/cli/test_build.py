"""`build` says in one line what is wrong, and ends with status 1 only where a file was lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_a_good_corpus(corpus: Path, project: Path, run: Run) -> None:
    result = run("build", "q")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == "q: 1 issue, 2 articles (built) in data/processed/q\n"
    assert (project / "data" / "processed" / "q" / "articles.csv").is_file()
    assert "(up to date)" in run("build", "q").stderr


def test_other_folders(corpus: Path, project: Path, run: Run) -> None:
    result = run("build", "other", "--raw", corpus, "--out", project / "tables")
    assert result.exit_code == 0
    text = (project / "tables" / "articles.csv").read_text(encoding="utf-8-sig")
    assert "other-2021-07-06-a01" in text
    assert not (project / "data" / "processed").exists()


def test_an_unknown_corpus_lists_those_there_are(corpus: Path, run: Run) -> None:
    result = run("build", "nix")
    assert result.exit_code == 1
    assert result.stderr == (
        "no corpus is named 'nix' - there are: q; `python -m helpers add nix FILES` makes one\n"
    )


def test_the_default_is_the_specimen(project: Path, run: Run) -> None:
    assert "'specimen'" in run("build").stderr


def test_an_empty_folder(project: Path, run: Run) -> None:
    (project / "data" / "raw" / "q").mkdir()
    result = run("build", "q")
    assert result.exit_code == 1
    assert result.stderr.startswith("data/raw/q: the folder holds no issue - ")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\xff\xfe\x00", "no whole picture"),
        (b"\x81\x00\xff\x82\x00\x83" * 40, ""),
        ("今日青禾".encode() + b"\xff\xfe\x80" * 30, ""),
        (b"", "empty"),
        (b" \n\n", "empty"),
    ],
)
def test_a_file_that_cannot_be_used_costs_no_other(
    corpus: Path, run: Run, data: bytes, word: str
) -> None:
    (corpus / "b.txt").write_bytes(data)
    result = run("build", "q")
    assert result.exit_code == 1
    first, *rest = result.stderr.splitlines()
    assert first.startswith("data/raw/q/b.txt")
    assert word in first
    assert " - " in first
    assert rest == [
        "q: 1 issue, 2 articles (built) in data/processed/q",
        "q: 1 file could not be used, see above",
    ]


def test_a_page_without_a_masthead_comes_through(corpus: Path, run: Run) -> None:
    (corpus / "b.txt").write_text("山坪村灌溉不再看天\n\n马有根站在渠边，看着水流进田里。\n")
    result = run("build", "q")
    assert result.exit_code == 0
    assert "data/raw/q/b.txt: no masthead was found: date" in result.stderr
    assert "q: 2 issues" in result.stderr


def test_two_files_of_one_issue_are_both_named(corpus: Path, issue: str, run: Run) -> None:
    (corpus / "b.txt").write_text(issue + "\n尾行。\n")
    result = run("build", "q")
    assert result.exit_code == 1
    assert "data/raw/q/b.txt: is the same issue (第88期, 2021-07-06) as a.txt - " in result.stderr
    assert "q: 1 issue," in result.stderr


def test_a_misspelt_setting(corpus: Path, run: Run) -> None:
    (corpus / "corpus.toml").write_text('paper = "今日青禾"\npubliser = ["x"]\n')
    result = run("build", "q")
    assert result.exit_code == 1
    assert result.stderr == (
        "data/raw/q/corpus.toml:2: unknown key 'publiser' - did you mean 'publishers'?\n"
    )


def test_no_permission_to_write(corpus: Path, project: Path, run: Run) -> None:
    (project / "data" / "processed").touch()
    result = run("build", "q")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
    assert "--out" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_no_permission_to_read(corpus: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from helpers.corpus import fingerprints

    def refuse(path: Path) -> str:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(fingerprints, "file_hash", refuse)
    result = run("build", "q")
    assert result.exit_code == 1
    assert result.stderr.startswith("data/raw/q/a.txt: cannot be read (Permission denied) - ")


@pytest.mark.parametrize("name", ["../q", "a/b", ""])
def test_a_name_that_leads_elsewhere(project: Path, run: Run, name: str) -> None:
    result = run("build", name)
    assert result.exit_code == 1
    assert "cannot name a corpus" in result.stderr
