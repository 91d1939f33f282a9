"""Keys of a corpus: found by name, held to the raw lines, drafted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers.audit.audit import audit_corpus, write_drafts
from helpers.audit.keys import Keys, check_lines, key_folder, key_name
from helpers.audit.score import MEASURES
from helpers.corpus.config import CorpusConfig, load_config
from helpers.errors import InputError
from helpers.parsing import Masthead

TEMPLATE = Path(__file__).parents[1] / "corpus" / "data" / "issue.txt"
TEXT = "村里的水渠修好了，今年的秧苗不再看天吃饭，家家户户都松了一口气。" * 3


@pytest.fixture
def config(tmp_path: Path) -> CorpusConfig:
    """A corpus of two issues, one of them in a folder."""
    template = TEMPLATE.read_text(encoding="utf-8")
    (tmp_path / "old").mkdir()
    for name, day, lunar in (("a", 6, "五月廿七 星期二"), ("old/b", 9, "五月三十 星期五")):
        issue = template.format(
            date=f"2021年7月{day}日", number=80 + day, lunar=f"农历辛丑年{lunar}"
        )
        (tmp_path / f"{name}.txt").write_text(issue, encoding="utf-8")
    return load_config("q", tmp_path)


def draft(config: CorpusConfig) -> Path:
    folder = key_folder(config.folder)
    written, problems = write_drafts(config, folder)
    assert problems == []
    assert sorted(p.relative_to(folder).as_posix() for p in written) == [
        "a.key.txt",
        "old/b.key.txt",
    ]
    return folder


def test_a_draft_agrees_with_the_parse_it_was_made_from(config: CorpusConfig) -> None:
    found = audit_corpus(config, Keys(draft(config)))
    assert (found.issues, found.problems) == (["a", "old/b"], [])
    assert {m: found.score.tallies[m].f1 for m in MEASURES} == dict.fromkeys(MEASURES, 1.0)
    assert [exact for _, exact in found.confidences] == [True] * 4


def test_what_a_person_corrects_is_counted(config: CorpusConfig) -> None:
    path = draft(config) / "a.key.txt"
    text = path.read_text("utf-8").replace("H|山坪村", "D|山坪村")
    path.write_text(text, encoding="utf-8")
    found = audit_corpus(config, Keys(path.parent))
    assert found.score.tallies["exact"].right == 3
    assert ("a", "a1", "headline, deck differ") in found.score.misses
    assert sorted(exact for _, exact in found.confidences) == [False, True, True, True]


def test_corrections_are_applied_as_in_a_build(config: CorpusConfig) -> None:
    folder = draft(config)
    lines = (config.folder / "a.txt").read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, start=1) if line.startswith("山坪村"))
    said = f'[["a.txt".lines]]\nat = "{number} 山坪村灌溉"\nrole = "deck"\n'
    (config.folder / "corrections.toml").write_text(said, encoding="utf-8")
    found = audit_corpus(load_config("q", config.folder), Keys(folder))
    assert ("a", "a1", "headline, deck differ") in found.score.misses


def test_a_draft_is_never_overwritten(config: CorpusConfig) -> None:
    folder = draft(config)
    (folder / "a.key.txt").write_text("F|mine", encoding="utf-8")
    written, problems = write_drafts(config, folder)
    assert written == []
    assert [("there already" in p.problem, bool(p.remedy)) for p in problems] == [(True, True)] * 2
    assert (folder / "a.key.txt").read_text("utf-8") == "F|mine"


@pytest.mark.parametrize("name", ["a", "a.txt", "2021-07-06", "q-2021-07-06"])
def test_one_issue_is_drafted_by_any_of_its_names(config: CorpusConfig, name: str) -> None:
    written, problems = write_drafts(config, config.folder / "key", [name])
    assert ([p.name for p in written], problems) == (["a.key.txt"], [])


def test_an_unknown_issue_is_told(config: CorpusConfig) -> None:
    written, problems = write_drafts(config, config.folder / "key", ["c", "a"])
    assert len(written) == 1
    assert [p.problem for p in problems] == ["there is no issue 'c'"]


def test_braces_in_an_issue_cost_no_other_draft(config: CorpusConfig) -> None:
    with (config.folder / "a.txt").open("a", encoding="utf-8") as stream:
        stream.write("\n甲{{乙\n")
    written, problems = write_drafts(config, config.folder / "key")
    assert [p.name for p in written] == ["b.key.txt"]
    assert "{{ or }}" in problems[0].problem
    assert problems[0].line


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("今日四版", "今日八版", 14, "has 今日四版"),
        ("今日四版\n\n", "今日四版\n", 15, "has an empty line"),
        ("今日四版", "\n今日四版", 14, "has 今日四版"),
    ],
)
def test_another_text_than_the_key_has(
    config: CorpusConfig, old: str, new: str, line: int, words: str
) -> None:
    keys = Keys(draft(config))
    path = config.folder / "a.txt"
    path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
    found = audit_corpus(config, keys)
    assert found.issues == ["old/b"]
    (problem,) = found.problems
    assert (Path(problem.file), problem.line) == (path, line)
    assert words in problem.problem
    assert problem.remedy


def test_white_space_alone_is_no_difference() -> None:
    check_lines(["甲", "", ""], ["甲", " "], key_file=Path("k"), issue=Path("a"))
    with pytest.raises(InputError, match="ends here"):
        check_lines(["甲"], ["甲", "乙"], key_file=Path("k"), issue=Path("a"))


def test_a_key_without_issue_and_a_broken_key_are_told(config: CorpusConfig) -> None:
    folder = draft(config)
    (folder / "c.key.txt").write_text("F|3", encoding="utf-8")
    (folder / "a.key.txt").write_text("H|甲", encoding="utf-8")
    found = audit_corpus(config, Keys(folder))
    assert found.issues == ["old/b"]
    assert [(Path(p.file).name, p.line) for p in found.problems] == [
        ("a.key.txt", 1),
        ("c.key.txt", None),
    ]


def test_a_table_has_a_key_for_each_date(tmp_path: Path) -> None:
    rows = ["title,text,date", f"甲事,{TEXT},2021-07-06", f"乙事,{TEXT},2021-07-09"]
    (tmp_path / "t.csv").write_text("\n".join(rows), encoding="utf-8")
    config = load_config("q", tmp_path)
    written, _ = write_drafts(config, tmp_path / "key")
    assert [p.name for p in written] == ["t.2021-07-06.key.txt", "t.2021-07-09.key.txt"]
    found = audit_corpus(config, Keys(tmp_path / "key"))
    assert (len(found.issues), found.score.misses, found.problems) == (2, [], [])


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("2021-07-06.txt", "2021-07-06"),
        ("2021/07-06.txt", "2021/07-06"),
        ("2021-07-06", "2021-07-06"),
        ("t.csv", "t.undated"),
    ],
)
def test_names_of_keys(file: str, name: str) -> None:
    assert key_name(file, Masthead()) == name


def test_no_key_at_all(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no answer key is there") as caught:
        Keys(tmp_path / "key")
    assert "--draft" in (caught.value.remedy or "")
    (tmp_path / "key").mkdir()
    with pytest.raises(InputError, match="holds no answer key"):
        Keys(tmp_path / "key")


def test_an_annotation_of_another_version_is_told(config: CorpusConfig) -> None:
    record = {"file": "a.txt", "masthead": {}, "furniture": [{"line": 1, "role": "x"}]}
    path = config.folder / "k.json"
    path.write_text(json.dumps({"issues": [record | {"articles": []}]}), encoding="utf-8")
    found = audit_corpus(config, Keys(path))
    assert found.issues == []
    assert found.problems[0].line == 1
