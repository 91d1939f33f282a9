"""Tables of articles: one row an article, the rows of a date an issue."""

from __future__ import annotations

import json
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make_html import COLUMNS, csv_text, json_lines, printed_issues, rows, write_xlsx

from helpers.errors import InputError
from helpers.reading import RawIssue, read_issues
from helpers.reading.ready import MOST_TOLD, cell_lines, to_ready
from helpers.reading.ready_columns import map_columns
from helpers.reading.ready_dates import SourceDate, find_day, first_day, read_date
from helpers.reading.ready_layout import Part, is_repeated

ISSUES = printed_issues()
HEADER = "标题,正文,日期\n"


def write(tmp_path: Path, text: str, *, name: str = "t.csv", encoding: str = "utf-8") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def told(path: Path) -> tuple[list[RawIssue], list[str]]:
    problems: list[InputError] = []
    issues = list(read_issues(path, problems=problems.append))
    assert all(error.file == path for error in problems)
    return issues, [error.problem for error in problems]


@pytest.fixture(params=["csv", "csv-sig", "csv-gb", "csv-tab", "jsonl", "xlsx"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The specimen as a table, its issues in no order."""
    mixed = [*ISSUES[6:], *ISSUES[:6]]
    match request.param:
        case "csv":
            return write(tmp_path, csv_text(mixed))
        case "csv-sig":
            return write(tmp_path, csv_text(mixed), encoding="utf-8-sig")
        case "csv-gb":
            return write(tmp_path, csv_text(mixed), encoding="gb18030")
        case "csv-tab":
            lines = [COLUMNS, *(row for issue in mixed for row in rows(issue))]
            flat = ("\t".join(cell.replace("\n", "　　") for cell in row) for row in lines)
            return write(tmp_path, "\n".join(flat))
        case "jsonl":
            return write(tmp_path, json_lines(mixed), name="t.jsonl")
    write_xlsx(tmp_path / "t.xlsx", [COLUMNS, *(row for issue in mixed for row in rows(issue))])
    return tmp_path / "t.xlsx"


def test_every_issue_of_a_table(table: Path, request: pytest.FixtureRequest) -> None:
    found, problems = told(table)
    assert problems == []
    assert [raw.known["date"] for raw in found] == [issue.date for issue in ISSUES]
    assert len({raw.sha256 for raw in found}) == len(ISSUES)
    if "csv-tab" in request.node.name:
        return
    for raw, issue in zip(found, ISSUES, strict=True):
        assert raw.known["paper"] == issue.paper
        assert len(raw.lines) == len(raw.hints)
        for number, one in enumerate(issue.articles, start=1):
            pairs = zip(raw.lines, raw.hints, strict=True)
            mine = [(h.role, line) for line, h in pairs if h and h.article == number]
            heads = ("kicker", "headline", "deck")
            parts = [[line for role, line in mine if role == head] for head in heads]
            assert parts == [one.kicker, one.title, one.deck]
            assert [line for role, line in mine if role not in heads] == one.text


def test_line_numbers_count_the_issue_as_laid_out(tmp_path: Path) -> None:
    path = write(
        tmp_path, '标题,正文,日期,版次\n甲,"一。\n二。",2020-12-30,1\n乙,三。,2020/12/30,2\n'
    )
    (raw,) = read_issues(path)
    assert raw.lines == ("1", "甲", "一。", "二。", "", "2", "乙", "三。")
    assert [h and h.article for h in raw.hints] == [None, 1, 1, 1, None, None, 2, 2]


def test_one_bad_row_costs_no_other(tmp_path: Path) -> None:
    body = (
        "甲,一。,2020-12-30\n乙,二。,不是日期\n,,2020-12-30\n"
        "丙,三。,2020-12-30,多,余\n丁,四。,2020-12-30\n"
    )
    found, problems = told(write(tmp_path, HEADER + body))
    assert [line for raw in found for line in raw.lines if line] == ["甲", "一。", "丁", "四。"]
    assert [problem.partition(":")[0] for problem in problems] == ["row 3", "row 4", "row 5"]


def test_bad_json_lines_cost_no_other(tmp_path: Path) -> None:
    good = json.dumps({"title": "甲", "content": ["一。" * 20, "二。" * 20], "date": "2020-12-30"})
    deep = "[" * 100_000
    found, problems = told(write(tmp_path, f"{good}\n[1]\n{{\n{deep}\n\n", name="t.jsonl"))
    assert [raw.lines for raw in found] == [("甲", "一。" * 20, "二。" * 20)]
    assert [problem.partition(":")[0] for problem in problems] == ["row 2", "row 3", "row 4"]


def test_many_bad_rows_are_counted(tmp_path: Path) -> None:
    body = "甲,一。,2020-12-30\n" + "乙,二。,坏\n" * (MOST_TOLD + 7)
    _, problems = told(write(tmp_path, HEADER + body))
    assert problems[-1] == "7 more rows cannot be used"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020-12-30", SourceDate(date(2020, 12, 30))),
        ("2020/12/3 08:30", SourceDate(date(2020, 12, 3))),
        ("２０２０．１２．３０", SourceDate(date(2020, 12, 30))),
        ("20201230", SourceDate(date(2020, 12, 30))),
        ("2020年12月30日 星期三", SourceDate(date(2020, 12, 30))),
        (20201230, SourceDate(date(2020, 12, 30))),
        (44195, SourceDate(date(2020, 12, 30))),
        (44195.5, SourceDate(date(2020, 12, 30))),
        (datetime(2020, 12, 30, 8), SourceDate(date(2020, 12, 30))),
        (date(2020, 12, 30), SourceDate(date(2020, 12, 30))),
        ("1954", SourceDate(None, "1954年")),
        (1954, SourceDate(None, "1954年")),
        ("1954年3月", SourceDate(None, "1954年3月")),
        ("195403", SourceDate(None, "1954年3月")),
        ("", SourceDate()),
        (None, SourceDate()),
        ("2020-02-30", None),
        ("2020-13", None),
        ("去年", None),
        ("12345", None),
        (True, None),
        (float("nan"), None),
    ],
)
def test_dates(value: object, expected: SourceDate | None) -> None:
    assert read_date(value) == expected


@given(st.one_of(st.text(max_size=20), st.floats(), st.integers(), st.datetimes(), st.none()))
def test_any_value_is_a_date_or_none(value: object) -> None:
    found = read_date(value)
    assert found is None or isinstance(found, SourceDate)


def test_a_date_is_found_in_a_line() -> None:
    assert find_day("发布时间：2020-12-30 10:02 来源") == date(2020, 12, 30)
    assert find_day("2020年举行，共12月") is None


def test_a_year_or_month_stands_at_its_first_day_and_says_so(tmp_path: Path) -> None:
    (raw,) = read_issues(write(tmp_path, HEADER + "甲,一。,1954\n乙,二。,1954年\n"))
    assert raw.known == {"date": "1954-01-01"}
    assert raw.lines[0] == "1954年"
    assert raw.hints[0] is not None
    assert raw.hints[0].role == "masthead"
    assert "names no day" in raw.hints[0].reason
    assert [first_day(s) for s in ("1954年", "2020年12月", "")] == ["1954-01-01", "2020-12-01", ""]


@pytest.mark.parametrize(
    ("there", "columns", "expected"),
    [
        (["题名", "全文", "发布日期"], {}, ["题名", "全文", "发布日期"]),
        (["Title", "Content", "Pub Date"], {}, ["Title", "Content", "Pub Date"]),
        (["a", "b", "日期"], {"title": "a", "text": "b"}, ["a", "b", "日期"]),
        (
            ["标题", "内容", "日期", "作者", "标题2"],
            {"title": "标题2", "author": "作者"},
            ["标题2", "内容", "日期", "作者"],
        ),
    ],
)
def test_columns(there: list[str], columns: dict[str, str], expected: list[str]) -> None:
    found = map_columns(there, columns)
    assert [found[f] for f in ("title", "text", "date", "byline") if f in found] == expected


@pytest.mark.parametrize(
    ("columns", "words"),
    [({}, "text and date"), ({"text": "没有"}, "takes text from '没有'")],
)
def test_columns_that_cannot_be_told_are_listed(columns: dict[str, str], words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        map_columns(["标题", "甲栏", "乙栏"], columns)
    assert "标题, 甲栏, 乙栏" in str(caught.value.remedy)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("一。\n\n 　　二。\r\n三。", ["一。", "二。", "三。"]),
        ("　　一。　　二。　　三。", ["一。", "二。", "三。"]),
        ("一　　二", ["一　　二"]),
        ("<p>一。</p><p>二。<br>　　三。</p><script>x</script>", ["一。", "二。", "三。"]),
        ("1 < 2，一。", ["1 < 2，一。"]),
    ],
)
def test_paragraphs_of_a_cell(text: str, paragraphs: list[str]) -> None:
    assert [part.text for part in to_ready({"text": text}).body] == paragraphs


def test_titles_of_several_lines() -> None:
    assert cell_lines("上\n下") == ["上", "下"]


@pytest.mark.parametrize(
    ("author", "body", "repeated"),
    [
        ("甲乙丙", "本报讯（记者 甲乙丙）今天。", True),
        ("记者 甲乙丙 通讯员 丁戊", "本报讯（记者 甲乙丙 通讯员 丁戊）今天。", True),
        ("甲乙丙；丁戊", "本报讯（记者 甲乙丙）今天。", False),
        ("甲乙丙", "甲乙丙说，今年的收成很好。", False),
        ("甲乙丙", "本报记者 甲乙丙", True),
        ("记者", "本报讯（记者 甲乙丙）今天。", False),
        ("", "一。", False),
    ],
)
def test_an_author_whom_the_text_names(author: str, body: str, repeated: bool) -> None:
    assert is_repeated(author, [Part(body)]) is repeated


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("t.csv", b""),
        ("t.csv", HEADER.encode()),
        ("t.csv", b"\xff\xff\xff"),
        ("t.jsonl", b""),
        ("t.jsonl", b"{}\n"),
        ("t.xlsx", b"PK\x03\x04 broken"),
        ("none.csv", None),
    ],
)
def test_tables_that_hold_nothing(tmp_path: Path, name: str, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as caught:
        list(read_issues(tmp_path / name, problems=lambda _: None))
    assert caught.value.file == tmp_path / name


def test_a_workbook_with_dates_and_a_leading_empty_sheet(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.create_sheet()
    sheet.append(["标题", "正文", "日期"])
    sheet.append(["甲", "一。", datetime(2020, 12, 30)])
    sheet.append([None, None, None])
    sheet.append(["乙", 12, "2020-12-30"])
    book.save(tmp_path / "t.xlsx")
    (raw,) = read_issues(tmp_path / "t.xlsx")
    assert raw.known == {"date": "2020-12-30"}
    assert [line for line in raw.lines if line] == ["甲", "一。", "乙", "12"]


def test_a_workbook_that_swells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from helpers.reading import ready_rows

    write_xlsx(tmp_path / "t.xlsx", [["标题", "正文", "日期"], ["甲", "一", "2020-12-30"]])
    monkeypatch.setattr(ready_rows, "MAX_OPENED", 100)
    with pytest.raises(InputError, match="opens to more than"):
        list(read_issues(tmp_path / "t.xlsx"))


def test_a_broken_workbook_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", "<a><!ENTITY")
    with pytest.raises(InputError, match="no workbook"):
        list(read_issues(tmp_path / "t.xlsx"))


def test_too_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from helpers.reading import ready_rows

    monkeypatch.setattr(ready_rows, "MAX_ROWS", 2)
    path = write(tmp_path, HEADER + "甲,一。,2020-12-30\n" * 3)
    with pytest.raises(InputError, match="more than 2 rows"):
        list(read_issues(path))


@given(data=st.binary(max_size=200), name=st.sampled_from(["t.csv", "t.jsonl", "t.xlsx"]))
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_give_issues_or_a_clear_error(tmp_path: Path, data: bytes, name: str) -> None:
    head = {"t.csv": HEADER.encode(), "t.jsonl": b'{"title": "a"', "t.xlsx": b"PK\x03\x04"}[name]
    (tmp_path / name).write_bytes(head + data)
    try:
        found, _ = told(tmp_path / name)
    except InputError as error:
        assert error.file == tmp_path / name
        return
    assert all(len(raw.lines) == len(raw.hints) for raw in found)
