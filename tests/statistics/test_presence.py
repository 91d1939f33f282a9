from __future__ import annotations

import pandas as pd
import pytest

from helpers.statistics.presence import party_presence


@pytest.mark.parametrize(
    ("text", "themes", "presence"),
    [
        ("种树。", [], "none"),
        ("村党支部书记说。", [], "named"),
        ("村支书说。", [], "named"),
        ("种树。", ["party_building"], "theme"),
        ("党参丰收。", ["culture"], "none"),
    ],
)
def test_presence_of_the_party(text: str, themes: list[str], presence: str) -> None:
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    given = pd.DataFrame({"article_id": ["a"] * len(themes), "theme": themes}, dtype=object)
    assert party_presence(articles, given).to_dict() == {"a": presence}
