"""Lexicon coverage, unknown words, and words over the years, on counts known beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from helpers.corpus.config import CorpusConfig
from helpers.language.lexicon import Lexicon, LexiconEntry
from helpers.statistics.wording import (
    by_year,
    corpus_lexicon,
    corpus_stopwords,
    lexicon_use,
    unlisted,
)

LEXICON = Lexicon(
    (
        LexiconEntry("网格员", "office", ""),
        LexiconEntry("楼长", "office", ""),
        LexiconEntry("一户一策", "procedure", ""),
    )
)
TOKENS = pd.DataFrame(
    {
        "article_id": ["a1", "a1", "a1", "a2", "a2", "a3"],
        "term": ["网格员", "丁埠", "，", "网格员", "丁埠", "村里"],
        "pos": pd.Series([None, None, None, None, None, "n"], dtype="str"),
        "in_lexicon": [True, False, False, True, False, False],
    }
)
ARTICLES = pd.DataFrame({"article_id": ["a1", "a2", "a3"], "issue_id": ["i1", "i2", "i3"]})
ISSUES = pd.DataFrame(
    {
        "issue_id": ["i1", "i2", "i3"],
        "date": pd.to_datetime(["2020-01-01", "2021-01-01", "2021-02-01"]),
    }
)


def test_lexicon_use_counts_by_class() -> None:
    out = lexicon_use(TOKENS, LEXICON)
    assert list(out["class"]) == ["office", "procedure"]
    office = out.iloc[0]
    assert (office["listed"], office["used"], office["count"], office["n_articles"]) == (2, 1, 2, 2)
    assert (office["share"], office["per_10k"]) == (0.5, 3333.33)
    assert lexicon_use(TOKENS.iloc[:0], LEXICON)["count"].sum() == 0


def test_unlisted_leaves_out_what_is_known_and_rare() -> None:
    assert list(unlisted(TOKENS)["term"]) == ["丁埠"]
    assert unlisted(TOKENS, least=3).empty
    assert unlisted(TOKENS, leave_out=["丁埠"]).empty


def test_by_year_keeps_zeros_and_drops_thin_years() -> None:
    out = by_year(TOKENS, ARTICLES, ISSUES, ["网格员", "楼长"], least=1)
    assert list(out["year"]) == ["2020", "2021"] * 2
    assert list(out["count"]) == [1, 1, 0, 0]
    assert list(out["tokens"]) == [3, 3, 3, 3]
    thick = by_year(TOKENS, ARTICLES, ISSUES, ["网格员"])
    assert list(zip(thick["year"], thick["n_issues"], strict=True)) == [("2021", 2)]


def test_by_year_of_undated_issues_is_empty() -> None:
    undated = ISSUES.assign(date=pd.Series([pd.NaT] * 3, dtype="datetime64[us]"))
    assert by_year(TOKENS, ARTICLES, undated, ["网格员"]).empty
    assert by_year(TOKENS, ARTICLES, ISSUES, []).empty


@dataclass
class Config:
    lexicon: Path | None
    lexicon_mode: str = "extend"


def test_a_corpus_brings_its_own_lexicon(tmp_path: Path) -> None:
    own = tmp_path / "lexicon.tsv"
    own.write_text("term\tclass\treason\n十户长\toffice\tcounty word\n", encoding="utf-8")
    built_in = len(corpus_lexicon(Config(None)))
    assert len(corpus_lexicon(Config(own))) == built_in + 1
    assert len(corpus_lexicon(Config(own, "replace"))) == 1


def test_a_corpus_has_stopwords_of_its_own(tmp_path: Path) -> None:
    own = tmp_path / "stopwords.tsv"
    own.write_text("term\tkind\treason\n岚溪\tfunction\tthe county's own name\n", "utf-8")
    settings = CorpusConfig(name="own", folder=tmp_path, stopwords=own)
    assert {"岚溪", "的"} <= corpus_stopwords(settings)
    alone = CorpusConfig(name="own", folder=tmp_path, stopwords=own, stopwords_mode="replace")
    assert corpus_stopwords(alone) == {"岚溪"}
