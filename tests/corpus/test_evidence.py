"""The tables of evidence: what they quote stands where they say."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from helpers.corpus.build import build
from helpers.corpus.loading import load_corpus

TEXT = """今日青溪
2020年6月1日 星期一
中共青溪县委主办

东村修路 96户签约

本报讯（记者 王一）近日，青溪县石桥镇东村的3公里水泥路通车了。涉及99户，已签96户，签约率近97%。
“路修好了，进城只要十分钟。”村党支部书记李大成说。
县里推出“路长制”平台，覆盖14个乡镇（街道）。会议强调，要坚持一村一策。
"""
SPANS = ("people", "places", "organisations", "quotations", "quantities", "coinages")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("evidence")
    raw = folder / "q"
    raw.mkdir()
    (raw / "a.txt").write_text(TEXT, encoding="utf-8")
    return load_corpus("q", raw=raw, out=folder / "out")


@pytest.mark.parametrize("table", SPANS)
def test_what_is_quoted_stands_there(corpus, table: str) -> None:
    texts = corpus.articles.set_index("article_id")["text"]
    found = getattr(corpus, table)
    assert len(found)
    for row in found.to_dict("records"):
        printed = texts[row["article_id"]][row["start"] : row["end"]]
        assert printed == row.get("text", row.get("name"))


def test_programmes_stand_where_they_are_said_to(corpus) -> None:
    texts = corpus.articles.set_index("article_id")["text"]
    for row in corpus.initiatives.to_dict("records"):
        assert texts[row["article_id"]][row["start"] : row["end"]] == row["alias"]


def test_a_check_names_the_places_of_its_figures(corpus) -> None:
    texts = corpus.articles.set_index("article_id")["text"]
    (ratio,) = corpus.checks[corpus.checks["kind"] == "ratio"].to_dict("records")
    spans = [span.split("-") for span in ratio["quantities"].split() if ":" not in span]
    quoted = [texts[ratio["article_id"]][int(a) : int(b)] for a, b in spans]
    assert quoted == ["近97%", "96户", "99户"]
    assert ratio["verdict"] == "consistent"


def test_finds_of_headlines_have_a_table_of_their_own(corpus) -> None:
    heads = corpus.headline_evidence
    assert "96户" in heads["text"].tolist()
    article = corpus.articles.set_index("article_id")
    for row in heads.to_dict("records"):
        assert (
            str(article.loc[row["article_id"], row["field"]])[row["start"] : row["end"]]
            == (row["text"])
        )


def test_the_speaker_is_found_with_office(corpus) -> None:
    (row,) = corpus.quotations.to_dict("records")
    assert (row["speaker"], row["category"], row["verb"]) == ("李大成", "village_cadre", "说")


def test_a_corpus_without_a_find_has_empty_tables(tmp_path: Path) -> None:
    raw = tmp_path / "q"
    raw.mkdir()
    (raw / "a.txt").write_text("静静。\n", encoding="utf-8")
    build("q", raw=raw, out=tmp_path / "out")
    for table in SPANS:
        assert pd.read_parquet(tmp_path / "out" / f"{table}.parquet").empty


def test_a_check_across_issues_names_the_article_of_each_figure(tmp_path: Path) -> None:
    raw = tmp_path / "q"
    raw.mkdir()
    for month, households in ((6, 142), (9, 136)):
        text = TEXT.replace("6月", f"{month}月").replace(
            "涉及99户，已签96户，签约率近97%。",
            f"“北塘工业园道路工程”启动征地。“北塘工业园道路工程”涉及农户{households}户。",
        )
        (raw / f"{month}.txt").write_text(text, encoding="utf-8")
    corpus = load_corpus("q", raw=raw, out=tmp_path / "out")
    texts = corpus.articles.set_index("article_id")["text"]
    across = corpus.checks[corpus.checks["kind"] == "across"]
    assert list(across["verdict"]) == ["inconsistent", "consistent"]
    check = across.to_dict("records")[0]
    later, earlier = check["quantities"].split()
    owner, _, span = earlier.partition(":")
    quoted = [
        texts[article][slice(*map(int, place.split("-")))]
        for article, place in ((check["article_id"], later), (owner, span))
    ]
    assert quoted == ["136户", "142户"]
    assert owner != check["article_id"]
