"""New words: measures against a plain count by hand, hidden terms of the lexicon found again."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.audit.evidence.key import load_evidence_key
from helpers.dictionary import dictionary_tags
from helpers.errors import InputError
from helpers.language.lexicon import Lexicon, LexiconEntry, load_lexicon, read_lexicon
from helpers.language.segment import Segmenter
from helpers.statistics.structure.new_words import contexts, new_words
from helpers.statistics.structure.proposals import MARK, UNKNOWN, proposal_file, propose
from helpers.statistics.structure.substrings import one_line, repeated


def cut(*paragraphs: str, lexicon: Lexicon | None = None) -> pd.DataFrame:
    """Return tokens of one article for each paragraph."""
    segmenter = Segmenter(lexicon)
    rows = []
    for number, text in enumerate(paragraphs):
        start = 0
        for word in segmenter.cut(text):
            rows.append((f"a{number}", 1, start, start + len(word), word))
            start += len(word)
    return pd.DataFrame(rows, columns=["article_id", "paragraph", "start", "end", "term"])


def by_hand(texts: list[str], *, longest: int, least: int) -> dict[str, tuple[int, float, float]]:
    """Count strings, their cohesion and the entropy of what stands behind, the slow way."""
    counts: Counter[str] = Counter()
    behind: dict[str, list[str]] = {}
    size = 0
    for number, text in enumerate(texts):
        size += sum("一" <= c <= "鿿" for c in text)
        for start in range(len(text)):
            for length in range(1, longest + 1):
                piece = text[start : start + length]
                if len(piece) == length and all("一" <= c <= "鿿" for c in piece):
                    counts[piece] += 1
                    rest = text[start + length : start + length + 1]
                    inner = bool(rest) and "一" <= rest <= "鿿"
                    behind.setdefault(piece, []).append(rest if inner else f"{number} {start}")
    out = {}
    for piece, n in counts.items():
        if len(piece) < 2 or n < least:
            continue
        cohesion = min(
            math.log2(n * size / (counts[piece[:k]] * counts[piece[k:]]))
            for k in range(1, len(piece))
        )
        shares = [m / n for m in Counter(behind[piece]).values()]
        out[piece] = (n, cohesion, -sum(p * math.log2(p) for p in shares))
    return out


@settings(max_examples=25)
@given(st.lists(st.text(alphabet="水来了村。", max_size=25), min_size=1, max_size=4))
def test_counts_cohesion_and_entropy_are_those_counted_by_hand(texts: list[str]) -> None:
    rows = [(f"a{n}", 1, i, i + 1, c) for n, text in enumerate(texts) for i, c in enumerate(text)]
    tokens = pd.DataFrame(rows, columns=["article_id", "paragraph", "start", "end", "term"])
    tokens = tokens.astype({"start": "int64", "end": "int64", "paragraph": "int64"})
    found = repeated(one_line(tokens), longest=4, least=2).set_index("term")
    expected = by_hand(texts, longest=4, least=2)
    assert set(found.index) == set(expected)
    for term, values in expected.items():
        row = found.loc[term, ["count", "cohesion", "right_entropy"]].tolist()
        assert row == pytest.approx(values), term


MADE = [
    "今天一键通上线。", "用一键通报修。", "村民说一键通很快。", "打开一键通就能看。",
    "老人学会一键通了。", "一键通，人人会用。",
]  # fmt: skip


def test_a_made_word_is_found_and_its_parts_are_not() -> None:
    found = new_words(cut(*MADE), lexicon=Lexicon(), cut_share=0, cohesion=2)
    assert found["term"].tolist()[:1] == ["一键通"]
    assert not {"键通", "一键"} & set(found["term"])
    assert new_words(cut(*MADE), lexicon=Lexicon((LexiconEntry("一键通", "technology", ""),))).empty
    assert new_words(cut(*MADE), lexicon=Lexicon(), known=["一键通"]).empty


def test_no_word_lies_over_the_end_of_a_paragraph_or_a_gap() -> None:
    tokens = cut(*["他说村务", "通办好了"] * 6)
    # The same article throughout: only the paragraph's number parts them.
    tokens["paragraph"] = pd.factorize(tokens["article_id"])[0] + 1
    tokens["article_id"] = "a0"
    assert "务通" not in set(repeated(one_line(tokens), longest=4, least=2)["term"])


def test_figures_before_a_string_are_one_neighbour_and_behind_it_a_border() -> None:
    texts = [f"共{n}户人家，办结率{n}%" for n in (12, 7, 305, 41, 8)]
    found = repeated(one_line(cut(*texts)), longest=3, least=3).set_index("term")
    assert found.loc["户人家", "left_entropy"] == 0
    assert found.loc["办结率", "right_entropy"] == pytest.approx(np.log2(5))


def test_contexts_lead_to_the_text() -> None:
    shown = contexts(cut(*MADE), ["一键通"], most=9, width=3)
    assert len(shown) == 6
    for row in shown.itertuples():
        assert MADE[int(row.article_id[1:])][row.start : row.end] == "一键通"
    assert shown.loc[1, ["left", "right"]].tolist() == ["用", "报修。"]


def test_hidden_terms_of_the_specimen_are_found_again(repository: Path) -> None:
    lexicon = load_lexicon()
    documents = load_evidence_key(repository / "tests" / "specimen" / "key").documents
    # A paragraph a piece, as no word lies over the end of one.
    plain = cut(*(line for one in documents for line in one.printed["text"].split("\n")))
    found = new_words(plain, lexicon=Lexicon())
    strings = set(repeated(one_line(plain), longest=6, least=3)["term"])
    hidden = {t for t in lexicon.terms if t in strings and t not in dictionary_tags()}
    assert len(hidden) >= 12
    assert len(hidden & set(found["term"])) / len(hidden) >= 0.4
    # Planted programmes that stand in no list.
    assert {"三联三争", "一键办", "红心物业"} <= set(found["term"].head(30))


def test_a_proposal_is_a_lexicon_file_that_adds_nothing_until_it_is_accepted(
    tmp_path: Path,
) -> None:
    tokens = cut(*MADE)
    lexicon = Lexicon(
        tuple(LexiconEntry(term, "technology", "") for term in ("民情通", "村务通", "一点通"))
    )
    words = new_words(tokens, lexicon=lexicon, cut_share=0, cohesion=2)
    entries = propose(words, tokens, lexicon=lexicon)
    assert entries.loc[0, ["term", "class", "count"]].tolist() == ["一键通", "technology", 6]
    assert "「一键通」" in entries.loc[0, "context"]
    path = tmp_path / "lexicon.tsv"
    path.write_text(proposal_file(entries), "utf-8")
    assert len(read_lexicon(path)) == 0
    path.write_text(proposal_file(entries).replace(MARK, ""), "utf-8")
    assert "一键通" in read_lexicon(path)


def test_a_class_that_nothing_suggests_must_be_chosen_by_a_person(tmp_path: Path) -> None:
    tokens = cut(*MADE)
    entries = propose(
        new_words(tokens, lexicon=Lexicon(), cut_share=0, cohesion=2), tokens, lexicon=Lexicon()
    )
    assert set(entries["class"]) == {UNKNOWN}
    path = tmp_path / "lexicon.tsv"
    path.write_text(proposal_file(entries).replace(MARK, ""), "utf-8")
    with pytest.raises(InputError, match="is not a class of terms"):
        read_lexicon(path)


def test_empty_and_bad_input() -> None:
    assert new_words(cut(), lexicon=Lexicon()).empty
    assert new_words(cut("水"), lexicon=Lexicon()).empty
    assert propose(new_words(cut(), lexicon=Lexicon()), cut(), lexicon=Lexicon()).empty
    with pytest.raises(InputError, match="ask for 2 to"):
        new_words(cut("水"), lexicon=Lexicon(), longest=99)
    with pytest.raises(InputError, match="no column"):
        new_words(pd.DataFrame({"term": ["水"]}), lexicon=Lexicon())


@pytest.mark.slow
def test_three_hundred_thousand_characters_take_less_than_a_second_and_a_half() -> None:
    import time

    generator = np.random.default_rng(1)
    words = generator.choice(list(dictionary_tags())[:20_000], size=140_000)
    ends = np.cumsum([len(word) for word in words])
    tokens = pd.DataFrame(
        {
            "article_id": "a",
            "paragraph": np.arange(len(words)) // 60,
            "start": ends - [len(word) for word in words],
            "end": ends,
            "term": words,
        }
    )
    assert ends[-1] > 300_000
    before = time.process_time()
    new_words(tokens, lexicon=Lexicon())
    assert time.process_time() - before < 1.5
