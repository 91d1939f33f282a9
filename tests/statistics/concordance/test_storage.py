"""An index on disk: the same as the one that was saved, refused when it is damaged."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from helpers import corpus
from helpers.errors import InputError
from helpers.statistics.concordance import Index, open_index, opening

ARTICLES = pd.DataFrame(
    {"article_id": ["a", "b"], "issue_id": ["i", "j"], "text": ["開展徵地\n工作", "网格员入户"]}
)


def same(one: Index, two: Index) -> None:
    for query, how in (
        ("征地", "string"),
        ("网格员", "words"),
        ("office", "class"),
        ("工.", "regex"),
    ):
        pd.testing.assert_frame_equal(one.find(query, how=how), two.find(query, how=how))
    assert one.store.terms == two.store.terms
    assert one.classes == two.classes


@pytest.mark.parametrize("articles", [ARTICLES, ARTICLES.tail(1), ARTICLES.head(0)])
def test_saved_and_loaded_is_the_same(articles: pd.DataFrame, tmp_path: Path) -> None:
    index = Index.of(articles, digest="d")
    index.save(tmp_path / "x")
    index.save(tmp_path / "x")
    loaded = Index.load(tmp_path / "x")
    assert loaded.digest == "d"
    same(index, loaded)


def test_what_is_no_index_is_neither_overwritten_nor_read(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    with pytest.raises(InputError, match="is no index"):
        Index.of(ARTICLES).save(tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        Index.load(tmp_path)
    assert (tmp_path / "mine.txt").read_text() == "keep"


@pytest.mark.parametrize("name", ["index.json", "words.npy", "reading.npy", "starts.npy"])
def test_a_damaged_index_is_refused(name: str, tmp_path: Path) -> None:
    Index.of(ARTICLES).save(tmp_path / "x")
    path = tmp_path / "x" / name
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(InputError, match="build and save it again"):
        Index.load(tmp_path / "x")


def test_nothing_is_unpickled(tmp_path: Path) -> None:
    Index.of(ARTICLES).save(tmp_path / "x")
    np.save(tmp_path / "x" / "words.npy", np.array([{}], dtype=object), allow_pickle=True)
    with pytest.raises(InputError, match="cannot be read"):
        Index.load(tmp_path / "x")


def test_numbers_out_of_bounds_are_refused(tmp_path: Path) -> None:
    Index.of(ARTICLES).save(tmp_path / "x")
    names = json.loads((tmp_path / "x" / "index.json").read_text("utf-8"))
    names["terms"] = names["terms"][:1]
    (tmp_path / "x" / "index.json").write_text(json.dumps(names), "utf-8")
    with pytest.raises(InputError, match="do not fit"):
        Index.load(tmp_path / "x")


def test_the_index_of_a_corpus_is_built_once(
    specimen: corpus.Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_index(specimen)
    monkeypatch.setattr(opening, "_built", lambda *_: pytest.fail("built again"))
    same(first, open_index(specimen))


def test_the_index_of_a_corpus_is_built_again_when_its_tables_change(
    specimen: corpus.Corpus, tmp_path: Path
) -> None:
    open_index(specimen)
    shutil.copytree(specimen.folder, tmp_path / "copy")
    copy = corpus.Corpus("specimen", specimen.config, specimen.hash, tmp_path / "copy")
    record = json.loads((copy.folder / "build.json").read_text("utf-8"))
    record["files"]["articles.csv"]["sha256"] = "0" * 64
    (copy.folder / "build.json").write_text(json.dumps(record), "utf-8")
    assert open_index(copy).digest != open_index(specimen).digest


def test_words_cut_for_an_index_are_those_of_the_corpus(specimen: corpus.Corpus) -> None:
    given, cut = open_index(specimen).store, Index.of(specimen.articles).store
    assert (given.word_starts == cut.word_starts).all()
    assert [given.terms[n] for n in given.words] == [cut.terms[n] for n in cut.words]
