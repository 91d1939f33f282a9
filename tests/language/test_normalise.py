import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.language import normalise as n


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("⺟亲", "母亲"),
        ("⼈⺠", "人民"),
        ("⾦⻔", "金门"),
        ("99⼾", "99户"),  # simplified fonts draw 户 with U+2F3E, whatever Unicode says
        ("\uf90a钱", "金钱"),
        ("２０２０年Ａ区", "2020年A区"),
        ("柯\u200b城", "柯 城"),
        ("\ufeff一", " 一"),
        ("记者\u00a0摄", "记者 摄"),
    ],
)
def test_normalise_cleans(text, clean):
    assert n.normalise(text) == clean


@pytest.mark.parametrize(
    "text",
    [
        "（记者 某某）",
        "，。；：！？“”‘’《》、—…％",
        "左\u3000右",
        "一\t二\n三\r\n",
        "①②㎡℃½",
        "\u2e80",  # the one radical without an equivalent
        "戶",  # a traditional text keeps its own form
    ],
)
def test_normalise_leaves_alone(text):
    assert n.normalise(text) == text


def test_every_radical_of_the_supplement_but_one_is_mapped():
    block = [chr(c) for c in range(0x2E80, 0x2EF4) if unicodedata.name(chr(c), "")]
    assert len(block) == 115
    assert [c for c in block if n.unify_radicals(c) == c] == ["\u2e80"]
    mapped = {n.unify_radicals(c) for c in block} - {"\u2e80"}
    assert all(unicodedata.name(c).startswith("CJK UNIFIED IDEOGRAPH") for c in mapped)


def test_kangxi_radicals_follow_unicode_but_for_one():
    block = [chr(c) for c in range(0x2F00, 0x2FD6)]
    differing = [c for c in block if n.unify_radicals(c) != unicodedata.normalize("NFKC", c)]
    assert differing == ["⼾"]


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_normalise_keeps_offsets_and_is_done_once(text):
    clean = n.normalise(text)
    assert len(clean) == len(text)
    assert n.normalise(clean) == clean


@given(st.text(alphabet=st.sampled_from("\u200b\ufeff\u00ad甲乙 1")))
def test_strip_invisible_maps_every_character_back(text):
    stripped, offsets = n.strip_invisible(text)
    assert n.RE_INVISIBLE.search(stripped) is None
    assert len(offsets) == len(stripped) + 1
    assert offsets[-1] == len(text)
    assert all(text[offsets[i]] == character for i, character in enumerate(stripped))


def test_strip_invisible_closes_a_broken_word():
    stripped, offsets = n.strip_invisible("甲\u200b乙")
    assert (stripped, offsets) == ("甲乙", [0, 2, 3])


def test_what_counts_as_clean_is_changed_by_no_cleaner() -> None:
    text = "".join(c for c in map(chr, range(0x11000)) if n.RE_CLEAN.fullmatch(c))
    assert len(text) > 20_000
    for cleaner in n.PIPELINE:
        assert cleaner(text) == text


def test_what_was_done_is_listed_on_request():
    assert n.explain("⼾１") == [
        n.Change("unify_radicals", 0, "⼾", "户"),
        n.Change("narrow_alphanumerics", 1, "１", "1"),
    ]
    assert n.explain("记者") == []


@given(st.text())
def test_the_list_of_changes_makes_the_clean_text(text):
    characters = list(text)
    for change in n.explain(text):
        assert characters[change.start] == change.before
        characters[change.start] = change.after
    assert "".join(characters) == n.normalise(text)
