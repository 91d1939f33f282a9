"""`add` copies byte for byte and reads the settings off the mastheads."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.corpus.adding import add_files, place_of, write_settings
from helpers.corpus.config import load_config
from helpers.errors import InputError
from helpers.parsing.model import Masthead


@pytest.mark.parametrize(
    ("publisher", "place"),
    [
        ("中共文泽市青禾区委", {"city": "文泽市", "county": "青禾区"}),
        ("中共青禾县委", {"county": "青禾县"}),
        ("中共青禾县委员会", {"county": "青禾县"}),
        ("青禾县人民政府", {"county": "青禾县"}),
        ("中共青禾市委", {"county": "青禾市"}),
        ("中共某江省文泽市青禾县委", {"province": "某江省", "city": "文泽市", "county": "青禾县"}),
        ("中共文泽自治州青禾县委", {"city": "文泽自治州", "county": "青禾县"}),
        ("今日青禾报社", {}),
        ("中共青禾县委宣传部", {}),
        ("", {}),
    ],
)
def test_places_of_publishers(publisher: str, place: dict[str, str]) -> None:
    assert place_of(publisher) == place


@given(st.text(alphabet="中共省市县区委员会人民政府青禾", max_size=30))
def test_any_publisher_can_be_asked(publisher: str) -> None:
    for value in place_of(publisher).values():
        assert value in publisher


def test_settings_say_what_most_mastheads_say() -> None:
    heads = [
        Masthead(paper="今日青禾", publisher="中共文泽市青禾县委、青禾县人民政府"),
        Masthead(paper="今日青禾", publisher="中共文泽市青禾县委"),
        Masthead(paper="青禾报"),
        Masthead(),
    ]
    settings = tomllib.loads(write_settings(heads))
    assert settings == {
        "paper": "今日青禾",
        "county": "青禾县",
        "city": "文泽市",
        "publishers": ["中共文泽市青禾县委", "青禾县人民政府"],
        "fictional": False,
        "language": "zh-Hans",
    }


def test_files_are_copied_byte_for_byte(
    project: Path, tmp_path: Path, make_text: Callable[..., str]
) -> None:
    file = tmp_path / "一.txt"
    file.write_bytes(make_text().replace("\n", "\r\n").encode("gb18030"))
    added = add_files("q", [file])
    folder = project / "data" / "raw" / "q"
    assert added.copied == ["一.txt"]
    assert (folder / "一.txt").read_bytes() == file.read_bytes()
    assert load_config("q", folder).county == "青禾县"
    assert sorted(path.name for path in folder.iterdir()) == ["corpus.toml", "一.txt"]


def test_a_corpus_can_grow_and_keeps_its_settings(
    project: Path, tmp_path: Path, make_text: Callable[..., str]
) -> None:
    (tmp_path / "a.txt").write_text(make_text())
    add_files("q", [tmp_path / "a.txt"])
    settings = project / "data" / "raw" / "q" / "corpus.toml"
    settings.write_text('paper = "我的"\n')
    (tmp_path / "b.txt").write_text(make_text(number=89))
    added = add_files("q", [tmp_path / "a.txt", tmp_path / "b.txt"])
    assert (added.copied, added.present) == (["b.txt"], ["a.txt"])
    assert settings.read_text() == 'paper = "我的"\n'
    assert not added.wrote_settings


def test_another_file_of_the_same_name_needs_force(
    project: Path, tmp_path: Path, make_text: Callable[..., str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(make_text())
    add_files("q", [file])
    file.write_text(make_text(number=90))
    copy = project / "data" / "raw" / "q" / "a.txt"
    before = copy.read_bytes()
    (problem,) = add_files("q", [file]).problems
    assert "--force" in str(problem)
    assert copy.read_bytes() == before
    assert add_files("q", [file], force=True).copied == ["a.txt"]
    assert copy.read_bytes() == file.read_bytes()


def test_bad_files_cost_no_good_one(
    project: Path, tmp_path: Path, make_text: Callable[..., str]
) -> None:
    (tmp_path / "a.txt").write_text(make_text())
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\xff")
    added = add_files(
        "q", [tmp_path / "b.png", tmp_path, tmp_path / "none.txt", tmp_path / "a.txt"]
    )
    assert added.copied == ["a.txt"]
    assert [problem.file for problem in added.problems] == [
        tmp_path / "b.png",
        tmp_path,
        tmp_path / "none.txt",
    ]


def test_nothing_good_makes_no_corpus(project: Path, tmp_path: Path) -> None:
    assert add_files("q", [tmp_path / "none.txt"]).problems
    assert not (project / "data" / "raw" / "q").exists()


@pytest.mark.parametrize("name", ["specimen", "../up", "a/b", ".hidden", ""])
def test_names_that_are_refused(project: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError):
        add_files(name, [tmp_path / "a.txt"])
    assert list((project / "data" / "raw").iterdir()) == []


@pytest.mark.parametrize("name", [".secret", "corpus.toml"])
def test_files_that_would_hide_or_replace_settings(
    project: Path, tmp_path: Path, make_text: Callable[..., str], name: str
) -> None:
    (tmp_path / name).write_text(make_text())
    assert add_files("q", [tmp_path / name]).problems
