"""The schema keeps the names that DESIGN promised."""

from __future__ import annotations

import re

import pyarrow as pa
import pytest

from helpers.corpus.columns import ARTICLE_ID, ISSUE_ID
from helpers.corpus.identity import article_id
from helpers.corpus.schema import all_tables, arrow_schema, table

PROMISED = {
    "issues": "issue_id paper date issue_number lunar_date weekday publisher compiler pages "
    "source_file sha256 encoding n_articles n_characters lunar_ok weekday_ok",
    "lines": "issue_id line text role article_id reason",
    "articles": "article_id issue_id order kind kicker headline deck byline text n_paragraphs "
    "n_characters line_first line_last confidence script",
    "paragraphs": "article_id paragraph text lines",
    "bylines": "article_id role name unit",
    "tokens": "article_id paragraph position start end term pos in_lexicon",
    "themes": "article_id theme score n_hits terms",
    "people": "article_id start end name title organisation place named category person",
    "places": "article_id start end text canonical level parent",
    "organisations": "article_id start end text canonical kind",
    "quotations": "article_id start end text speaker category verb position named",
    "quantities": "article_id start end text value low high unit kind approx of status iso",
    "checks": "article_id quantities statement computed stated verdict kind",
    "initiatives": "article_id name alias theme start end actors tiers technology kind since "
    "status",
    "coinages": "article_id start end text kind term kinds expansion",
    "headline_evidence": "article_id field start end text evidence name value unit kind",
    "misprints": "article_id start end text kind probable reason",
    "reprints": "article_id other_id similarity contained shared_characters kind first",
}


@pytest.mark.parametrize("name", PROMISED)
def test_names_and_order_are_as_promised(name: str) -> None:
    assert list(table(name).column_names) == PROMISED[name].split()
    assert arrow_schema(name).names == PROMISED[name].split()


def test_there_are_no_other_tables() -> None:
    assert list(all_tables()) == list(PROMISED)


def test_an_unknown_table_is_refused() -> None:
    with pytest.raises(KeyError):
        table("word_counts")


def test_every_column_is_described_in_both_languages() -> None:
    for entry in all_tables().values():
        for column in entry.columns:
            assert column.description.endswith(".")
            assert re.search(r"[\u4e00-\u9fff]", column.zh)
            assert arrow_schema(entry.name).field(column.name).metadata[b"zh"]


def test_keys_name_columns_that_are_there() -> None:
    for entry in all_tables().values():
        assert set(entry.primary_key) <= set(entry.column_names)
        for key in entry.foreign_keys:
            assert key.column in entry.column_names
            assert table(key.table).primary_key == (key.target,)


def test_positions_of_tokens_are_narrow_and_counts_are_not() -> None:
    assert arrow_schema("tokens").field("start").type == pa.int32()
    assert arrow_schema("articles").field("n_characters").type == pa.int64()


@pytest.mark.parametrize(
    "issue",
    ["kecheng-2020-12-30", "柯城-2020-12-30-n1761", "my_paper-undated-0a1b2c3d", "a-b-2020-01-01"],
)
def test_ids_match_their_patterns(issue: str) -> None:
    assert re.fullmatch(ISSUE_ID, issue)
    assert re.fullmatch(ARTICLE_ID, article_id(issue, 1))
    assert re.fullmatch(ARTICLE_ID, article_id(issue, 112))


@pytest.mark.parametrize("wrong", ["kecheng", "kecheng-2020-12", "kecheng 2020-12-30", ""])
def test_other_strings_are_no_issue(wrong: str) -> None:
    assert re.fullmatch(ISSUE_ID, wrong) is None


def test_a_part_of_speech_says_which_dictionary_made_it() -> None:
    pos = next(c for c in table("tokens").columns if c.name == "pos")
    assert "jieba's dictionary" in pos.description
