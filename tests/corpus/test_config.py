"""corpus.toml is read strictly, and explained when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.corpus.config import CorpusConfig, check_name, find_folder, load_config, names
from helpers.errors import InputError


def read(folder: Path, text: str | bytes) -> CorpusConfig:
    data = text if isinstance(text, bytes) else text.encode()
    (folder / "corpus.toml").write_bytes(data)
    return load_config("x", folder)


def test_no_file_means_empty_settings(tmp_path: Path) -> None:
    assert load_config("x", tmp_path) == CorpusConfig(name="x", folder=tmp_path)


def test_every_key_is_read(tmp_path: Path) -> None:
    for name in ("g.tsv", "l.tsv", "t.tsv", "c.toml"):
        (tmp_path / name).touch()
    config = read(
        tmp_path,
        'paper = "今日青禾"\ncounty = "青禾县"\ncity = "文泽市"\nprovince = "某省"\n'
        'publishers = ["甲", "乙"]\nfictional = true\nlanguage = "zh-Hans"\n'
        'gazetteer = "g.tsv"\nlexicon = "l.tsv"\nthemes = "t.tsv"\ncorrections = "c.toml"\n'
        'lexicon_mode = "replace"\nthemes_mode = "extend"\n',
    )
    assert (config.paper, config.county, config.city) == ("今日青禾", "青禾县", "文泽市")
    assert config.publishers == ("甲", "乙")
    assert config.fictional is True
    assert config.lexicon == tmp_path / "l.tsv"
    assert config.lexicon_mode == "replace"
    assert set(config.files) == {"gazetteer", "lexicon", "themes", "corrections"}


def test_a_byte_order_mark_and_blank_values_do_no_harm(tmp_path: Path) -> None:
    config = read(tmp_path, b'\xef\xbb\xbfpaper = " "\nlexicon = ""\n')
    assert config.paper is None
    assert config.lexicon is None


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('paper = "x"\npublisers = ["y"]\n', 2, ["publisers", "'publishers'"]),
        ('\n\n"conty" = "y"\n', 3, ["conty", "'county'"]),
        ("[lexcon]\na = 1\n", 1, ["'lexicon'"]),
        ("zzzzzz = 1\n", 1, ["zzzzzz", "the keys are: paper"]),
        ('publishers = "y"\n', 1, ["must be a list"]),
        ("publishers = [1]\n", 1, ["must be a list"]),
        ('fictional = "yes"\n', 1, ["true or false"]),
        ("paper = 3\n", 1, ["must be text"]),
        ('lexicon_mode = "add"\n', 1, ["extend, replace"]),
        ('themes = "nothing.tsv"\n', 1, ["names no file", "nothing.tsv"]),
        ('paper = "x"\ncounty = \n', 2, ["not TOML"]),
        ('paper = "x\n', 1, ["not TOML"]),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, text: str, line: int, words: list[str]
) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, text)
    assert caught.value.file == tmp_path / "corpus.toml"
    assert caught.value.line == line
    assert caught.value.remedy
    for word in words:
        assert word in str(caught.value)


def test_settings_in_another_encoding_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="UTF-8"):
        read(tmp_path, 'paper = "今日"'.encode("gbk"))


@pytest.mark.parametrize("name", ["kecheng", "柯城", "a-b_c2", "x"])
def test_good_names(name: str) -> None:
    assert check_name(name) == name


@pytest.mark.parametrize(
    "name", ["", ".", "..", "a/b", "../a", "a b", "-a", "a.b", "x" * 65, "a\\b", "a\n"]
)
def test_bad_names(name: str) -> None:
    with pytest.raises(InputError, match="cannot name a corpus"):
        check_name(name)


def test_a_missing_corpus_lists_those_there_are(project: Path) -> None:
    with pytest.raises(InputError, match="there are none yet"):
        find_folder("kecheng")
    (project / "data" / "raw" / "two").mkdir()
    (project / "data" / "raw" / "one").mkdir()
    (project / "data" / "raw" / ".hidden").mkdir()
    assert names() == ["one", "two"]
    with pytest.raises(InputError, match="there are: one, two"):
        find_folder("kecheng")
    assert find_folder("one") == project / "data" / "raw" / "one"


def test_a_raw_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "f").touch()
    with pytest.raises(InputError, match="is a file"):
        find_folder("x", tmp_path / "f")
    with pytest.raises(InputError, match="does not exist"):
        find_folder("x", tmp_path / "g")
