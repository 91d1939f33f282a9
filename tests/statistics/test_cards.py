"""The frames of a programme's card."""

from __future__ import annotations

import pandas as pd

from helpers.extraction.document import Setting, read_document
from helpers.extraction.initiatives import find_initiatives
from helpers.statistics.cards import card_in_tables, card_of


def test_the_frames_of_a_card() -> None:
    document = read_document(
        "x-2020-12-30-a01",
        {
            "text": "县里建立“民声速递”三级联动微信群，形成1个县级群、18个乡镇群。"
            "三天来，“民声速递”三级联动微信群受理诉求119件。全年受理诉求119件。"
        },
    )
    (one,) = find_initiatives([document], Setting())
    card = card_of(one, {document.article_id: document})
    assert list(card.tiers["tier"]) == ["县级群", "乡镇群"]
    assert list(card.tiers["number"]) == [1, 18]
    pairs = list(zip(card.indicators["figure"], card.indicators["of"], strict=True))
    assert len(pairs) == len(set(pairs))
    assert card.indicators["figure"].iloc[-1] == "三天"
    assert card.evidence["text"].str.contains("民声速递").all()
    for row in card.evidence.to_dict("records"):
        assert document.quote(row["field"], row["start"], row["end"]) in row["text"]


def test_a_card_is_made_from_the_tables_of_a_corpus() -> None:
    rows = [("a1", 0, 3, "云上事", "“云上事”", "大数据局；某县", "县级群 1；乡镇群", None)]
    columns = ["article_id", "start", "end", "name", "alias", "actors", "tiers", "technology"]
    initiatives = pd.DataFrame(rows, columns=columns)
    book = pd.DataFrame(
        [
            ("云上事", "a1", "三天", "用时", 3.0, "天", "2031-01-01"),
            ("云上事", "a1", "86件", "办结", 86.0, "件", "2031-01-01"),
            ("云上事", "a2", "99件", "办结", 99.0, "件", "2031-02-01"),
            ("别的事", "a2", "1件", "办结", 1.0, "件", "2031-02-01"),
        ],
        columns=["programme", "article_id", "text", "of", "value", "unit", "date"],
    ).assign(start=0, end=2)
    card, actors, technology = card_in_tables("云上事", initiatives, book)
    assert (actors, technology) == (["大数据局", "某县"], [])
    assert card.tiers["tier"].tolist() == ["县级群", "乡镇群"]
    assert card.tiers["number"].iloc[0] == 1
    assert card.indicators["figure"].tolist() == ["86件", "99件", "三天"]
    assert card.evidence["text"].tolist() == ["“云上事”"]
    empty, *_ = card_in_tables("没有", initiatives, book)
    assert empty.tiers.empty
    assert empty.indicators.empty
    nothing = pd.Series(dtype="object")
    bare, *_ = card_in_tables("云上事", initiatives, book.iloc[:0].assign(of=nothing))
    assert bare.indicators.empty
