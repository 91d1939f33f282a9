"""Articles read together give the evidence that each gives alone."""

from __future__ import annotations

from datetime import date

import pytest

from helpers.extraction import evidence
from helpers.extraction.document import Document, read_document
from helpers.extraction.evidence import find_evidence, read_evidence
from helpers.extraction.places import Names, infer_setting

TEXTS = (
    "清溪县柳塘镇党委书记王建国说：“路修好了，我们进城只要十分钟。”今年投入3万元，比去年多1万元。",
    "柳塘镇今年签约12户，占30%，共40户。“三个一”：一站、一员、一书屋。",
    "村民要把日子过好。",
)


@pytest.fixture
def documents() -> list[Document]:
    issued = date(2024, 5, 6)
    read = [
        read_document(f"a{i}", {"headline": "路通了", "text": text}, date=issued)
        for i, text in enumerate(TEXTS)
    ]
    # The same article twice: what is found in one is not told of the other.
    return [*read, read[0]]


@pytest.mark.parametrize("together", [1, 2, 64])
def test_together(
    documents: list[Document], monkeypatch: pytest.MonkeyPatch, together: int
) -> None:
    monkeypatch.setattr(evidence, "TOGETHER", together)
    done: list[int] = []
    found = list(find_evidence(documents, progress=done.append))
    setting = infer_setting(documents, evidence.Setting())
    names = Names.learn(documents, setting)
    assert found == [read_evidence(one, setting, names) for one in documents]
    assert found[0].figures
    assert done == [1, 2, 3, 4]


def test_no_articles() -> None:
    assert list(find_evidence([])) == []
