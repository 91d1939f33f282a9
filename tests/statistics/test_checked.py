"""The parse of a corpus against its key, and the misprints and reprints, as tables."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from helpers import paths
from helpers.audit.keys import find_keys
from helpers.audit.reliability import calibration, calibration_error
from helpers.corpus.config import CorpusConfig, find_folder, load_config
from helpers.statistics import checked, prints


@pytest.fixture(scope="module")
def specimen() -> CorpusConfig:
    return load_config("specimen", find_folder("specimen"))


def test_the_specimen_has_a_key_and_is_held_against_it(specimen: CorpusConfig) -> None:
    audit = checked.audited(specimen)
    assert audit is not None
    table = checked.accuracy(audit).set_index("measure")
    assert table.loc["articles exact", "in_key"] == 75
    differing = checked.differing(audit)
    assert differing["n"].sum() == len(audit.differences)
    bins = checked.reliability_table(audit.bins)
    assert bins["articles"].sum() == 75
    assert (bins["gap"] - (bins["share_exact"] - bins["mean_confidence"])).abs().max() < 0.002


def test_without_a_key_the_tables_are_empty(specimen: CorpusConfig, tmp_path: Path) -> None:
    config = replace(specimen, folder=tmp_path, fictional=False)
    assert find_keys(config) is None
    assert checked.audited(config) is None
    assert checked.accuracy(None).empty
    assert checked.differing(None).empty
    assert checked.reliability_table([]).empty
    assert "--draft" in checked.NO_KEY.format(name="x")


def test_keys_beside_the_raw_files_come_first(specimen: CorpusConfig, tmp_path: Path) -> None:
    (tmp_path / "key").mkdir()
    (tmp_path / "key" / "a.key.txt").write_text("", "utf-8")
    keys = find_keys(replace(specimen, folder=tmp_path))
    assert keys is not None
    assert keys.names() == ["a"]


def test_only_a_fictional_corpus_has_its_key_with_the_tests(specimen: CorpusConfig) -> None:
    assert (paths.root() / "tests/specimen/key/structure.json").is_file()
    assert find_keys(replace(specimen, fictional=False)) is None


def test_what_was_measured_on_unseen_papers_is_at_hand() -> None:
    known = calibration()
    assert known.articles == sum(b.n for b in known.bins) > 300
    assert known.error == calibration_error(known.bins) < 0.1


ARTICLES = pd.DataFrame(
    {
        "article_id": ["a1", "a2"],
        "issue_id": "i1",
        "headline": ["水渠\n修好了", None],
        "text": ["昨日水渠修好好了。", "停水。"],
    }
)
PARAGRAPHS = pd.DataFrame(
    {"article_id": ["a1"], "paragraph": [1], "text": ["昨日水渠修好好了。"], "lines": ["4"]}
)
LINES = pd.DataFrame({"issue_id": ["i1"], "line": [4], "text": ["昨日水渠修好好了。"]})
SLIPS = pd.DataFrame(
    {
        "article_id": ["a1"],
        "start": [5],
        "end": [7],
        "text": ["好好"],
        "kind": ["doubled"],
        "probable": pd.Series([None], dtype="str"),
        "reason": ["twice"],
    }
)
TWICE = pd.DataFrame(
    {
        "article_id": ["a1"],
        "other_id": ["a2"],
        "similarity": [0.51239],
        "contained": [1.0],
        "shared_characters": [5],
        "kind": ["near"],
        "first": pd.Series([None], dtype="str"),
    }
)


def test_misprints_in_their_place() -> None:
    (row,) = prints.with_context(SLIPS, ARTICLES, PARAGRAPHS, LINES).to_dict("records")
    assert row["context"] == "昨日水渠修【好好】了。"
    assert (row["line"], row["probable"]) == (4, "")
    assert prints.with_context(SLIPS.iloc[:0], ARTICLES, PARAGRAPHS, LINES).empty


def test_reprints_with_their_headlines() -> None:
    (row,) = prints.with_headlines(TWICE, ARTICLES).to_dict("records")
    assert (row["headline"], row["other_headline"]) == ("水渠 修好了", "")
    assert (row["similarity"], row["first"]) == (0.512, "")
    assert prints.with_headlines(TWICE.iloc[:0], ARTICLES).empty


def test_kinds_are_told_by_number_then_name() -> None:
    found = pd.DataFrame({"kind": ["b", "a", "c", "c"]})
    assert prints.tell_kinds(found) == "c 2, a 1, b 1"
    assert prints.tell_kinds(found.iloc[:0]) == "none"
