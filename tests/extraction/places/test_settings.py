"""The county of a paper from its publishers, its title and its articles."""

from __future__ import annotations

import pytest

from helpers.extraction.document import Setting, read_document
from helpers.extraction.places import infer_setting


@pytest.mark.parametrize(
    ("paper", "publishers", "text", "county", "city"),
    [
        ("今日青溪", ("中共云安市青溪区委",), "", "青溪区", "云安市"),
        ("青溪日报", (), "我县青溪县今年丰收。青溪县委要求。", "青溪县", None),
        ("新青溪", (), "青溪县种茶。", "青溪县", None),
        ("青溪县报", (), "", "青溪县", None),
        ("今日义乌", (), "", "义乌市", None),
        ("今日青溪", (), "青溪经济开发区招商。青溪经济开发区迎客。", "青溪经济开发区", None),
        ("农民日报", (), "", None, None),
        (None, (), "", None, None),
    ],
)
def test_county(
    paper: str | None, publishers: tuple[str, ...], text: str, county: str, city: str | None
) -> None:
    documents = [read_document("a01", {"text": text})]
    found = infer_setting(documents, Setting(paper), publishers)
    assert found.county == county
    assert city is None or found.city == city


def test_what_is_known_stands() -> None:
    known = Setting("今日青溪", "青溪县", "云安市", "浙江省")
    assert infer_setting([], known, ("中共别处市别处区委",)) == known
