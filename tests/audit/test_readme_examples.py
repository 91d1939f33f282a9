"""What the README shows of keys and corrections can be copied as it stands."""

from __future__ import annotations

import re
from pathlib import Path

from helpers.audit.marked import CODES, MASTHEAD, read_marked
from helpers.corpus.corrections import load_corrections
from helpers.parsing import KINDS

README = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")


def section(title: str) -> str:
    return README[README.index(f"### {title}\n") :].split("\n## ")[0].split("\n### ", 2)[0]


def test_the_marked_example() -> None:
    example = section("The marked form").split("```")[1].lstrip("\n")
    key, problems = read_marked(example, "x")
    assert problems == []
    assert [p.text for p in key.articles[0].paragraphs] == ["水来得比往年早了半个月。"]
    assert len(key.articles[0].bylines) == 2


def test_every_code_kind_and_field_is_told() -> None:
    told = section("The marked form")
    assert set(CODES) <= set(re.findall(r"`([A-Z+])`", told))
    assert [kind for kind in KINDS if kind not in told] == []
    rare = {"website_name", "app", "account"}
    assert [f for f in MASTHEAD if f"`@{f}" not in told and f not in rare] == []


def test_the_corrections_example(tmp_path: Path) -> None:
    example = section("Corrections by hand").split("```toml")[1].split("```")[0]
    path = tmp_path / "corrections.toml"
    path.write_text(example, encoding="utf-8")
    said = load_corrections(path, ["2021-07-06.txt"])["2021-07-06.txt"]
    assert said.fields == {"issue_number": 88}
    first, second, third = said.lines
    assert (first.role, second.merge, third.article, third.kind) == (
        "headline",
        True,
        "new",
        "brief",
    )
    assert third.byline is not None
    assert third.byline[0].unit == "县水利局"
