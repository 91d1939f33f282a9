"""Lines and articles can be put right by hand, and a correction that no longer fits is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import corpus
from helpers.corpus.corrected import Corrector
from helpers.corpus.corrections import load_corrections
from helpers.corpus.corrections_apply import parse_corrected
from helpers.corpus.corrections_lines import At, LineCorrection, read_correction
from helpers.corpus.rows import reconcile
from helpers.errors import InputError
from helpers.parsing import KINDS, BylineEntry, ParsedIssue
from helpers.reading import RawIssue, read_issue

TEMPLATE = (Path(__file__).parent / "data" / "issue.txt").read_text("utf-8")
LINES = tuple(
    TEMPLATE.format(date="2021年7月6日", number=88, lunar="农历辛丑年五月廿七 星期二").splitlines()
)
RAW = RawIssue(Path("a.txt"), "0" * 64, "utf-8", LINES)


def number(begins: str) -> int:
    return next(n for n, line in enumerate(LINES, start=1) if line.startswith(begins))


def at(begins: str) -> At:
    return At(number(begins), begins)


def mend(*corrections: LineCorrection) -> ParsedIssue:
    parsed, failed = parse_corrected(RAW, corrections)
    assert failed == []
    reconcile(RAW, parsed)
    return parsed


def role_of(parsed: ParsedIssue, begins: str) -> str:
    return next(r.role for r in parsed.lines if r.line == number(begins))


def reason_of(parsed: ParsedIssue, begins: str) -> str:
    return next(r.reason for r in parsed.lines if r.line == number(begins))


def test_without_corrections_the_issue_is_as_it_is_parsed() -> None:
    parsed = mend()
    assert [a.line_first for a in parsed.articles] == [number("三座水站"), number("社区食堂")]
    assert [len(a.paragraphs) for a in parsed.articles] == [3, 3]


@pytest.mark.parametrize("role", ["furniture", "page_header", "deck", "headline"])
def test_the_role_of_a_line(role: str) -> None:
    parsed = mend(LineCorrection(1, (at("同心治水"),), role=role))
    assert role_of(parsed, "同心治水") == role
    assert reason_of(parsed, "同心治水") == f"corrected by hand ({role})"


def test_a_kicker_is_told_from_the_headline() -> None:
    parsed = mend(LineCorrection(1, (at("三座水站"),), role="kicker", note="印在肩上"))
    assert parsed.articles[0].kicker == "三座水站换了新泵"
    assert reason_of(parsed, "三座水站") == "corrected by hand (kicker): 印在肩上"


def test_a_line_begins_a_paragraph_or_goes_on_with_one() -> None:
    parsed = mend(LineCorrection(1, (at("下一步"),), starts=False))
    assert len(parsed.articles[0].paragraphs) == 2
    parsed = mend(LineCorrection(1, (at("148户"),), role="body", starts=True))
    assert [p.text for p in parsed.articles[0].paragraphs][2] == "148户。"


def test_lines_are_one_paragraph() -> None:
    parsed = mend(LineCorrection(1, (at("今年春天"), at("148户"), at("下一步")), merge=True))
    assert len(parsed.articles[0].paragraphs) == 2
    assert parsed.articles[0].paragraphs[1].lines == tuple(
        map(number, ("今年春天", "148户", "下一步"))
    )
    assert "one paragraph" in reason_of(parsed, "148户")


def test_lines_of_two_articles_are_one_paragraph() -> None:
    parsed = mend(LineCorrection(1, (at("下一步"), at("据了解")), merge=True))
    assert [len(a.paragraphs) for a in parsed.articles] == [3, 2]
    assert parsed.articles[0].paragraphs[2].text.endswith("每天供餐约90份。")


def test_an_article_begins() -> None:
    parsed = mend(LineCorrection(1, (at("今年春天"),), article="new"))
    assert [len(a.paragraphs) for a in parsed.articles] == [1, 2, 3]
    assert parsed.articles[1].line_first == number("今年春天")


def test_lines_go_to_the_article_of_another_line() -> None:
    parsed = mend(LineCorrection(1, (at("据了解"),), article=at("三座水站")))
    assert [len(a.paragraphs) for a in parsed.articles] == [4, 2]
    assert f"article of line {number('三座水站')}" in reason_of(parsed, "据了解")


def test_kind_and_byline_are_those_of_the_article_of_the_line() -> None:
    entries = (BylineEntry("通讯员", "钱小满", "县水利局"),)
    parsed = mend(LineCorrection(1, (at("下一步"),), kind="notice", byline=entries))
    assert parsed.articles[0].kind == "notice"
    assert parsed.articles[0].bylines == list(entries)
    assert reason_of(parsed, "下一步").endswith("corrected by hand (kind notice; byline)")
    assert mend(LineCorrection(1, (at("下一步"),), byline=())).articles[0].bylines == []


def test_corrections_build_on_one_another() -> None:
    parsed = mend(
        LineCorrection(1, (at("同心治水"),), role="headline"),
        LineCorrection(2, (at("社区食堂"),), role="deck"),
        LineCorrection(3, (at("同心治水"),), kind="commentary"),
    )
    assert parsed.articles[1].headline == "同心治水  共建青禾"
    assert (parsed.articles[1].deck, parsed.articles[1].kind) == (
        "社区食堂添了一道家常菜",
        "commentary",
    )


def test_one_in_vain_costs_no_other() -> None:
    vain = LineCorrection(1, (at("今日四版"),), kind="notice")
    good = LineCorrection(2, (at("下一步"),), starts=False)
    parsed, failed = parse_corrected(RAW, [vain, good])
    assert [(one, "belongs to no article" in why) for one, why in failed] == [(vain, True)]
    assert len(parsed.articles[0].paragraphs) == 2


numbers = st.sampled_from([n for n, line in enumerate(LINES, start=1) if line.strip()])
places = numbers.map(lambda n: At(n, LINES[n - 1].strip()))
said = st.one_of(
    st.builds(
        lambda one, role: LineCorrection(1, (one,), role=role),
        places,
        st.sampled_from("kicker headline deck byline body caption credit furniture slogan".split()),
    ),
    st.builds(lambda one, starts: LineCorrection(1, (one,), starts=starts), places, st.booleans()),
    st.builds(
        lambda some: LineCorrection(1, tuple(some), merge=True),
        st.lists(places, min_size=2, max_size=4, unique=True),
    ),
    st.builds(
        lambda some, to: LineCorrection(1, tuple(some), article=to),
        st.lists(places, min_size=1, max_size=4, unique=True),
        st.just("new") | places,
    ),
    st.builds(
        lambda one, kind: LineCorrection(1, (one,), kind=kind), places, st.sampled_from(KINDS)
    ),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(said, max_size=5))
def test_whatever_is_corrected_no_line_is_lost(corrections: list[LineCorrection]) -> None:
    parsed, failed = parse_corrected(RAW, corrections)
    reconcile(RAW, parsed)
    assert len(failed) <= len(corrections)


def write(folder: Path, text: str) -> Path:
    path = folder / "corrections.toml"
    path.write_text(text, encoding="utf-8")
    return path


ENTRY = '["a.txt"]\npages = 4\n\n[["a.txt".lines]]\nat = "9 甲乙丙丁"\n'


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (ENTRY + 'role = "headlines"\n', 4, "'role' cannot be 'headlines'"),
        (ENTRY + 'role = "notice"\n', 4, 'kind = "notice"'),
        (ENTRY + 'rôle = "deck"\n'.replace("ô", "u"), 4, "no 'rule'"),
        (ENTRY + "starts = 1\n", 4, "true or false"),
        (ENTRY + 'role = "deck"\nstarts = true\n', 4, "body and caption"),
        (ENTRY + "merge = true\n", 4, "two lines"),
        (ENTRY + 'article = "next"\n', 4, '"new"'),
        (ENTRY + 'kind = "story"\n', 4, "news, brief"),
        (ENTRY + 'byline = "记者 甲乙"\n', 4, "role ="),
        (ENTRY + 'byline = [{ role = "记者" }]\n', 4, "name ="),
        (ENTRY + 'note = "为什么"\n', 4, "says nothing"),
        (ENTRY, 4, "says nothing"),
        ('[["a.txt".lines]]\nat = 9\nrole = "deck"\n', 1, "number and beginning"),
        ('[["a.txt".lines]]\nat = ["9 甲乙丙丁", "10"]\nmerge = true\n', 1, "number and beginning"),
        ('["a.txt"]\nlines = [1]\n', None, "is a table"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, text: str, line: int | None, words: str
) -> None:
    with pytest.raises(InputError) as caught:
        load_corrections(write(tmp_path, text), ["a.txt"])
    assert words in str(caught.value)
    assert caught.value.line == line
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (At(number("三座水站"), "山坪村灌溉"), "begins with 三座水站"),
        (At(900, "山坪村灌溉"), "is not there"),
        (At(2, "山坪村灌溉"), "begins with"),
        (At(1, "山坪村灌溉"), "is empty"),
        (At(number("三座水站"), "三"), "must be quoted with 4 characters: 三座水站"),
        (At(number("三座水站"), "三座水站"), None),
        (At(number("同心治水"), "同心治水 共建"), None),
        (At(number("148户"), "148户。"), None),
    ],
)
def test_a_line_is_known_by_its_beginning(place: At, why: str | None) -> None:
    found = place.misfit(LINES)
    assert found is None if why is None else why in (found or "")


def test_a_correction_as_it_is_written() -> None:
    entry = {"at": ["14 三座水站", "16 山坪村灌溉"], "article": "9 今日青禾", "note": "x"}
    found = read_correction(entry, 3)
    assert isinstance(found, LineCorrection)
    assert (found.numbers, found.article, found.where) == ([14, 16], At(9, "今日青禾"), 3)


def test_the_build_applies_corrections_and_tells_of_stale_ones(
    raw: Path, out: Path, make_text: Callable[..., str]
) -> None:
    line, rest = number("今年春天"), number("社区食堂")
    before = (raw / "a.txt").read_bytes()
    # No corpus.toml names the file: it lies beside the issues.
    write(
        raw,
        f'[["a.txt".lines]]\nat = "{line} 今年春天"\narticle = "new"\nkind = "brief"\n\n'
        f'[["a.txt".lines]]\nat = "{rest} 没有这一行"\nrole = "deck"\n\n'
        f'[["a.txt".lines]]\nat = "{number("今日四版")} 今日四版"\nkind = "notice"\n',
    )
    loaded = corpus.load("q", raw=raw, out=out)
    first = loaded.articles[loaded.articles.issue_id == "q-2021-07-06"]
    assert list(first.kind) == ["news", "brief", "news"]
    lines = loaded.lines[loaded.lines.issue_id == "q-2021-07-06"].set_index("line")
    assert lines.reason[line] == "corrected by hand (an article begins; kind brief)"
    told = {(p.file, p.line, p.lost) for p in loaded.problems}
    assert told == {("corrections.toml", 6, False), ("corrections.toml", 10, False)}
    assert all(p.remedy for p in loaded.problems)
    assert (raw / "a.txt").read_bytes() == before
    write(raw, f'[["a.txt".lines]]\nat = "{line} 今年春天"\nkind = "table"\n')
    again = corpus.load("q", raw=raw, out=out)
    assert again.problems == ()
    assert "table" in set(again.articles.kind)


def test_a_table_of_articles_takes_a_correction_where_it_fits(raw: Path) -> None:
    from helpers.corpus.config import load_config

    write(raw, f'[["t.csv".lines]]\nat = "{number("今年春天")} 今年春天"\narticle = "new"\n')
    corrector = Corrector(load_config("q", raw), ["t.csv"])
    other = RawIssue(raw / "t.csv", "1" * 64, "utf-8", ("某日", "", "一行"))
    corrector.parse("t.csv", other)
    assert [p.lost for p in corrector.problems()] == [False]
    parsed, _ = corrector.parse("t.csv", read_issue(raw / "a.txt"))
    assert len(parsed.articles) == 3
    assert corrector.problems() == []


def test_answer_keys_are_no_issues(raw: Path, out: Path) -> None:
    (raw / "key").mkdir()
    (raw / "key" / "a.key.txt").write_text("M|甲", encoding="utf-8")
    (raw / "b.key.txt").write_text("M|乙", encoding="utf-8")
    assert len(corpus.load("q", raw=raw, out=out).issues) == 2
