"""`parse` prints one JSON object for each issue, whatever the other files are."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def file(project: Path, issue: str) -> Path:
    path = project / "a.txt"
    path.write_text(issue, encoding="utf-8")
    return path


def test_an_issue_as_json(file: Path, run: Run) -> None:
    result = run("parse", file)
    assert result.exit_code == 0
    assert result.stderr == ""
    (line,) = result.stdout.splitlines()
    assert "今日青禾" in line
    parsed = json.loads(line)
    assert list(parsed) == ["issue", "articles", "furniture"]
    head = parsed["issue"]
    assert (head["date"], head["issue_number"], head["pages"]) == ("2021-07-06", 88, 4)
    assert head["lunar_ok"] is head["weekday_ok"] is True
    assert head["publisher"] == "中共文泽市青禾县委"
    first = parsed["articles"][0]
    assert list(first) == [
        "headline",
        "kicker",
        "deck",
        "byline",
        "kind",
        "paragraphs",
        "lines",
    ]
    assert first["byline"] == [
        {"role": "记者", "name": "苏小田"},
        {"role": "通讯员", "name": "何大路"},
    ]
    assert first["lines"] == [16, 26]
    assert len(first["paragraphs"]) == 3
    assert parsed["furniture"] == [2, 4, 6, 8, 10, 12, 14, 28]


def test_several_files_give_several_lines(file: Path, run: Run) -> None:
    assert len(run("parse", file, file).stdout.splitlines()) == 2


def test_bad_files_are_named_and_cost_no_other(
    file: Path, project: Path, png: bytes, run: Run
) -> None:
    (project / "b.png").write_bytes(png)
    (project / "empty.txt").touch()
    result = run("parse", "b.png", "none.txt", ".", "empty.txt", file)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    lines = result.stderr.splitlines()
    assert [line.split(":")[0] for line in lines] == ["b.png", "none.txt", ".", "empty.txt"]
    assert all(" - " in line for line in lines)


def test_a_page_without_a_masthead_is_parsed_and_said(project: Path, run: Run) -> None:
    (project / "a.txt").write_text("山坪村灌溉不再看天\n\n马有根站在渠边，看着水流进田里。\n")
    result = run("parse", "a.txt")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["issue"]["date"] is None
    assert "a.txt: no masthead was found: date" in result.stderr


def test_no_file_at_all(run: Run) -> None:
    result = run("parse")
    assert result.exit_code == 2
    assert "FILES" in result.stderr


@pytest.mark.shared
def test_the_real_issues(shared: Path, run: Run) -> None:
    files = sorted((shared / "issues" / "kecheng").glob("*.txt"))
    result = run("parse", *files)
    assert result.exit_code == 0
    parsed = [json.loads(line) for line in result.stdout.splitlines()]
    gold = json.loads((shared / "gold" / "kecheng" / "structure.json").read_text(encoding="utf-8"))
    by_number = {issue["issue_number"]: issue for issue in gold["issues"]}
    for issue in parsed:
        known = by_number[issue["issue"]["issue_number"]]
        assert issue["issue"]["date"] == known["masthead"]["date"]
        assert [a["headline"].replace("\n", "") for a in issue["articles"]] == [
            a["headline"].replace("\n", "") for a in known["articles"]
        ]


def test_a_table_gives_an_issue_for_each_date_and_names_bad_rows(project: Path, run: Run) -> None:
    rows = "标题,正文,日期\n甲事,水渠修好了。,2021-07-06\n乙事,路修好了。,2021-07-09\n丙事,x,坏\n"
    (project / "t.csv").write_text(rows, encoding="utf-8-sig")
    result = run("parse", "t.csv")
    assert result.exit_code == 1
    parsed = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["issue"]["date"] for one in parsed] == ["2021-07-06", "2021-07-09"]
    assert parsed[0]["articles"][0]["headline"] == "甲事"
    assert any(line.startswith("t.csv: row 4:") for line in result.stderr.splitlines())


def test_a_folder_of_pages_is_one_issue(project: Path, run: Run) -> None:
    folder = project / "2021-07-06"
    folder.mkdir()
    for number, title in enumerate(("甲事", "乙事"), start=1):
        text = f"<founder-title>{title}</founder-title><founder-content>正文。</founder-content>"
        (folder / f"content_{number}.htm").write_text(text, encoding="utf-8")
    result = run("parse", folder)
    (line,) = result.stdout.splitlines()
    assert [one["headline"] for one in json.loads(line)["articles"]] == ["甲事", "乙事"]
    assert json.loads(line)["issue"]["date"] == "2021-07-06"
