"""`audit` on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def key(corpus: Path, run: Run) -> Path:
    """The draft of the one issue's key."""
    assert run("audit", "q", "--draft").exit_code == 0
    return corpus / "key" / "a.key.txt"


def test_draft_then_audit(key: Path, run: Run) -> None:
    assert key.read_text("utf-8").startswith("@paper 今日青禾\n@date 2021-07-06\n")
    result = run("audit", "q")
    assert result.exit_code == 0
    assert "q: 1 issue, 2 articles in the key" in result.stdout
    assert "Differences: 0" in result.stdout
    assert "expected calibration error" in result.stdout


def test_the_draft_says_what_to_do_and_that_it_is_in_copyright(corpus: Path, run: Run) -> None:
    result = run("audit", "q", "--draft", "a")
    assert "data/raw/q/key/a.key.txt" in result.stderr
    assert "copyright" in result.stderr
    again = run("audit", "q", "--draft", "a")
    assert again.exit_code == 1
    assert "there already" in again.stderr


def test_differences_are_named(key: Path, run: Run) -> None:
    text = key.read_text("utf-8")
    key.write_text(text.replace(" news", " poem").replace("P|", "C|"), encoding="utf-8")
    result = run("audit", "q")
    assert result.exit_code == 0
    assert "a: a1: kind differs" in result.stdout
    assert "line 20: caption read as body" in result.stdout
    found = json.loads(run("audit", "q", "--json").stdout)
    assert found["measures"]["kind"] == {
        "precision": 0.0,
        "recall": 0.0,
        "f1": 0.0,
        "right": 0,
        "claimed": 2,
        "expected": 2,
    }
    assert found["kinds"]["poem"]["kind"]["right"] == 0
    assert {"issue": "a", "article": "a1", "what": "kind differs"} in found["differences"]
    assert sum(b["n"] for b in found["reliability"]["bins"]) == 2


def test_only_some_differences_are_shown_unless_all_are_asked_for(key: Path, run: Run) -> None:
    # Everything is furniture, says this key: fields, lines and articles differ.
    lines = [line for line in key.read_text("utf-8").splitlines() if not line.startswith("@")]
    key.write_text("\n".join("F" + x[1:] if x else x for x in lines), "utf-8")
    found = len(json.loads(run("audit", "q", "--json").stdout)["differences"])
    assert found > 20
    assert f"and {found - 20} more: --all" in run("audit", "q").stdout
    assert "more: --all" not in run("audit", "q", "--all").stdout


def test_the_build_does_not_take_a_key_for_an_issue(key: Path, run: Run) -> None:
    result = run("build", "q")
    assert result.exit_code == 0
    assert "1 issue, 2 articles" in result.stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [("X|甲", "key/a.key.txt:1: begins with none of"), ("F|甲", "a.txt:1: the answer key")],
)
def test_a_key_that_cannot_be_used(key: Path, run: Run, text: str, words: str) -> None:
    key.write_text(text, encoding="utf-8")
    result = run("audit", "q")
    assert result.exit_code == 1
    assert words in result.stderr


def test_errors(corpus: Path, run: Run) -> None:
    for words, said in (
        (["q"], "--draft"),
        (["q", "a"], "one name too many"),
        (["r"], "no corpus is named 'r'"),
        (["--lint"], "no file is named"),
        (["q", "--key", "k.json"], "k.json: no answer key is there"),
        (["q", "--draft", "b"], "there is no issue 'b'"),
    ):
        result = run("audit", *words)
        assert result.exit_code == 1, words
        assert said in result.stderr


def test_lint(tmp_path: Path, run: Run) -> None:
    good, bad, none = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.txt"
    good.write_text("@article a1 news\nP|水渠修好了。", encoding="utf-8")
    bad.write_text("P|水渠修好了。", encoding="utf-8")
    assert run("audit", "--lint", good).exit_code == 0
    result = run("audit", "--lint", bad, good, none)
    assert result.exit_code == 1
    assert "b.txt:1: P stands outside any article" in result.stderr
    assert "a.txt: 1 article, 6 characters" in result.stdout
    assert "c.txt: there is no such file" in result.stderr


def test_the_specimen_against_its_key(run: Run) -> None:
    key = REPOSITORY / "tests/specimen/key/structure.json"
    result = run("audit", "specimen", "--key", key, "--json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert found["measures"]["articles"]["expected"] == 75
    assert found["measures"]["characters"]["f1"] > 0.9
    assert found["problems"] == []
