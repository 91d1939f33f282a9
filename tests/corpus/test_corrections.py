"""What a masthead leaves out can be said by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpers import corpus
from helpers.corpus.corrections import correct, load_corrections
from helpers.errors import InputError
from helpers.parsing.model import Masthead


def write(folder: Path, text: str) -> Path:
    path = folder / "corrections.toml"
    path.write_text(text)
    return path


def test_no_file_means_no_corrections() -> None:
    assert load_corrections(None, ["a.txt"]) == {}


def test_fields_are_set_and_calendars_compared_anew() -> None:
    head = Masthead(date=date(2021, 7, 5), weekday="星期二", weekday_ok=False)
    better = correct(head, {"date": date(2021, 7, 6), "issue_number": 88})
    assert (better.issue_number, better.weekday_ok, better.lunar_ok) == (88, True, None)
    assert correct(Masthead(), {"paper": "今日青禾"}) == Masthead(paper="今日青禾")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('["a.text"]\npages = 4\n', 1, "did you mean 'a.txt'?"),
        ('["a.txt"]\npage = 4\n', 2, "did you mean 'pages'?"),
        ('["a.txt"]\npages = "4"\n', 2, "must be a number"),
        ('["a.txt"]\npages = true\n', 2, "must be a number"),
        ('["a.txt"]\ndate = "2021-07-06"\n', 2, "must be a date"),
        ('["a.txt"]\ndate = 2021-07-06T00:00:00\n', 2, "must be a date"),
        ('["a.txt"\n', 1, "is not TOML"),
        ("date = 2021-07-06\n", 1, "no file 'date'"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    with pytest.raises(InputError) as caught:
        load_corrections(write(tmp_path, text), ["a.txt"])
    assert words in str(caught.value)
    assert caught.value.line == line
    assert caught.value.remedy


def test_a_page_without_a_masthead_gets_its_date(raw: Path, out: Path) -> None:
    text = "本报讯（记者 苏小田）马有根站在渠边，看着水流进田里。"
    (raw / "c.txt").write_text(f"山坪村灌溉不再看天\n\n{text}\n")
    assert corpus.load("q", raw=raw, out=out).problems
    write(raw, '["c.txt"]\ndate = 2021-07-13\nissue_number = 90\n')
    (raw / "corpus.toml").write_text('corrections = "corrections.toml"\n')
    loaded = corpus.load("q", raw=raw, out=out)
    assert "q-2021-07-13" in set(loaded.issues.issue_id)
    assert loaded.problems == ()
    write(raw, '["c.txt"]\ndate = 2021-07-14\n')
    assert "q-2021-07-14" in set(corpus.load("q", raw=raw, out=out).issues.issue_id)
