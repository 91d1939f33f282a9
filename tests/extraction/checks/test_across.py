"""One indicator told in two articles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from helpers.extraction.checks.across import Across, find_across
from helpers.extraction.document import Setting, read_document
from helpers.extraction.figures.find import find_figures
from helpers.extraction.initiatives.initiative import Initiative, Mention
from helpers.extraction.places import Names, find_places

SETTING = Setting(county="青溪县", city="衢江市", province="浙江省")
NAME = "北塘工业园道路工程"


def across(*texts: str, name: str = NAME, headline: str | None = None) -> list[Across]:
    """Check articles of successive months that all name one programme."""
    documents = [
        read_document(
            f"x-2021-0{n}-20-a01",
            {"headline": headline if n == len(texts) else None, "text": text},
            date=date(2021, n, 20),
            issue_id=f"x-2021-0{n}-20",
        )
        for n, text in enumerate(texts, start=1)
    ]
    figures = {d.article_id: find_figures(d, SETTING) for d in documents}
    names = Names.learn(documents, SETTING)
    places = {d.article_id: find_places(d, SETTING, names=names) for d in documents}
    mentions = [
        Mention(d.article_id, field, at, at + len(name), name)
        for d in documents
        for field, text in d.fields.items()
        if (at := text.find(name)) >= 0
    ]
    programme = Initiative(name, "project", "", (name,), tuple(mentions))
    return find_across(documents, figures, places, [programme])


def told(found: Sequence[Across]) -> list[tuple[str, str, str]]:
    """Shorten checks to stated, computed and verdict."""
    return [(a.check.stated, a.check.computed, a.check.verdict) for a in found]


WHOLE = f"石桥镇{NAME}涉及农户142户。"


def test_a_whole_that_shrinks_is_inconsistent_and_names_both_articles() -> None:
    (found,) = across(WHOLE, f"石桥镇{NAME}涉及的136户农户中，大多已搬走。")
    assert found.check.verdict == "inconsistent"
    assert found.articles == ("x-2021-02-20-a01", "x-2021-01-20-a01")
    assert found.check.statement == "136户（x-2021-02-20-a01） ≠ 142户（x-2021-01-20-a01）"
    assert found.check.kind == "across"


def test_a_whole_that_goes_and_comes_back_is_inconsistent_with_the_one_between() -> None:
    between = f"石桥镇{NAME}涉及农户136户。"
    found = told(across(WHOLE, between, WHOLE))
    assert ("142户", "6户", "inconsistent") in found
    assert ("142户", "142户", "consistent") in found


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (WHOLE, WHOLE.replace("142", "160"), "it may have been widened"),
        (
            f"石桥镇{NAME}总投资2860万元。",
            f"石桥镇{NAME}总投资2750万元。",
            "it may have been estimated anew",
        ),
    ],
)
def test_some_wholes_may_change(first: str, second: str, why: str) -> None:
    assert [a.check.verdict for a in across(first, second)] == ["incomplete"], why


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (f"柳河镇{NAME}涉及农户136户。", "another town"),
        (f"石桥镇{NAME}涉及农户20户。", "so few are another whole"),
        (f"石桥镇{NAME}涉及农户近150户。", "hedged"),
        (f"石桥镇{NAME}涉及商户136户。", "other things are counted"),
        (f"石桥镇{NAME}二期涉及农户136户。", "one stage of it"),
        (f"石桥镇{NAME}二期新涉及农户136户。", "what was added"),
        (f"石桥镇{NAME}开工，来了136户人家看热闹。", "no indicator is named"),
    ],
)
def test_other_figures_are_no_contradiction(second: str, why: str) -> None:
    assert "inconsistent" not in [a.check.verdict for a in across(WHOLE, second)], why


def test_what_was_done_so_far_grows() -> None:
    found = across(
        f"石桥镇{NAME}推进快，截至1月18日，已签约58户。",
        f"石桥镇{NAME}推进快，截至2月18日，97户已签约，比1月18日多了39户。",
    )
    assert told(found) == [("97户", "39户", "consistent"), ("39户", "39户", "consistent")]
    grown, added = found
    assert grown.check.statement.index("58户") < grown.check.statement.index("97户")
    assert [f.text for f in added.check.figures] == ["39户", "97户", "58户"]


def test_what_is_said_to_be_added_must_be_the_difference() -> None:
    found = across(
        f"石桥镇{NAME}推进快，截至1月18日，已签约58户。",
        f"石桥镇{NAME}推进快，截至2月18日，97户已签约，比1月18日多了29户。",
    )
    assert ("29户", "39户", "inconsistent") in told(found)


@pytest.mark.parametrize(
    ("second", "verdicts"),
    [
        ("截至2月18日，已签约88户。", ["inconsistent"]),
        ("已签约88户。", []),
        ("今年1至2月，已签约88户。", []),
        ("截至2月18日，又签约88户。", []),
        ("截至2月18日，已签约20户。", []),
        ("截至2月18日，已签约90余户。", []),
    ],
)
def test_what_was_done_so_far_falls_only_if_both_print_their_day(
    second: str, verdicts: list[str]
) -> None:
    first = f"石桥镇{NAME}推进快，截至1月18日，已签约97户。"
    assert [a.check.verdict for a in across(first, f"石桥镇{NAME}推进快，{second}")] == verdicts


def test_a_rate_changes_in_silence_but_not_on_one_day() -> None:
    first = f"石桥镇{NAME}推进快，截至1月18日，签约率68.3%。"
    later = f"石桥镇{NAME}推进快，截至2月18日，签约率60.1%。"
    same = f"石桥镇{NAME}推进快，截至1月18日，签约率60.1%。"
    assert across(first, later) == []
    assert told(across(first, same)) == [("60.1%", "-8.2%", "inconsistent")]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("规划用地386.5亩。", "386.5亩土地已经交付。", True),
        ("开出12名网格员的名单。", "网格员由12名增加。", True),
        ("开出12名网格员的名单。", "来了12名学生。", False),
        ("坚持五项原则。", "坚持五项原则。", False),
        ("投资增长10.4%。", "消费增长10.4%。", False),
    ],
)
def test_a_figure_printed_again_is_the_same_by_its_digits_or_its_things(
    first: str, second: str, same: bool
) -> None:
    found = across(f"石桥镇{NAME}开工。{first}", f"石桥镇{NAME}开工。{second}")
    assert [a.check.verdict for a in found] == (["consistent"] if same else [])


def test_a_headline_is_set_against_an_earlier_article() -> None:
    found = across(WHOLE, f"石桥镇{NAME}完工。", headline=f"{NAME}142户全部搬完")
    assert [(a.check.figures[0].field, a.check.verdict) for a in found] == [
        ("headline", "consistent")
    ]


def test_programmes_of_one_article_have_nothing_to_be_held_against() -> None:
    assert across(WHOLE) == []
    assert find_across([], {}, {}, []) == []
