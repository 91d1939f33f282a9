"""The frames of a programme's card."""

from __future__ import annotations

from helpers.extraction.document import Setting, read_document
from helpers.extraction.initiatives import find_initiatives
from helpers.statistics.cards import card_of


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
