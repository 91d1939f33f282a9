"""Names of the lists and of a corpus, found as one automaton of both would find them."""

from __future__ import annotations

import random

import pytest

from helpers.extraction.places.gazetteer import Known
from helpers.extraction.places.listed import Entry, Listed, listed, merged

LETTERS = "甲乙丙丁"


def names(*texts: str) -> Listed:
    return Listed([Entry(text, Known(text, "村"), False) for text in texts])


def spans(text: str, country: Listed, own: Listed) -> list[tuple[str, int, int]]:
    found = merged(text, country, country.matches(text), own)
    return [(entry.text, start, end) for entry, start, end in found]


@pytest.mark.parametrize(
    ("country", "own", "found"),
    [
        (("甲乙",), ("甲乙丙",), ["甲乙丙"]),
        (("甲乙丙",), ("甲乙",), ["甲乙丙"]),
        (("乙丙",), ("甲乙",), ["甲乙"]),
        # 丙丁 stands behind 甲乙, and is hidden in the lists by 乙丙.
        (("乙丙", "丙丁"), ("甲乙",), ["甲乙", "丙丁"]),
        (("甲乙",), (), ["甲乙"]),
        ((), ("丙丁",), ["丙丁"]),
    ],
)
def test_merged(country: tuple[str, ...], own: tuple[str, ...], found: list[str]) -> None:
    assert [name for name, *_ in spans("甲乙丙丁", names(*country), names(*own))] == found


def test_merged_is_one_automaton() -> None:
    chance = random.Random(7)
    for _ in range(300):
        words = {"".join(chance.choices(LETTERS, k=chance.randint(1, 4))) for _ in range(8)}
        text = "".join(chance.choices(LETTERS, k=40))
        country = [word for word in sorted(words) if chance.random() < 0.6]
        own = [word for word in sorted(words) if word not in country or chance.random() < 0.2]
        both = names(*sorted({*country, *own}))
        expected = [(both.entries[i].text, start, end) for i, start, end in both.matches(text)]
        assert spans(text, names(*country), names(*own)) == expected


def test_own_names_go_first() -> None:
    own = Listed([Entry("甲乙", Known("甲乙", "镇"), False)])
    ((entry, *_),) = merged("甲乙", names("甲乙"), names("甲乙").matches("甲乙"), own)
    assert entry.place.level == "镇"


def test_short_forms_of_a_city() -> None:
    short = {entry.text for entry in listed("衢州市").entries if entry.short}
    assert {"浙江", "衢州"} <= short
    assert short > {entry.text for entry in listed(None).entries if entry.short}
