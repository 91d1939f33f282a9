from __future__ import annotations

import pytest

from helpers.extraction.quoted import find_terms


@pytest.mark.parametrize(
    ("text_in", "terms_out"),
    [
        ("推广“云上办”平台", [("云上办", "平台")]),
        ("“云上办”智慧平台", [("云上办", "平台")]),
        ("推行“一河一档”，", [("一河一档", None)]),
        ("“不能让‘一键办’变成‘一键转’。”", [("一键办", None), ("一键转", None)]),
        ("“这是一句话。”", []),
        ("“问：谁来办”", []),
        ("", []),
    ],
)
def test_find_terms(text_in: str, terms_out: list[tuple[str, str | None]]) -> None:
    assert [(t["term"], t["noun"]) for t in find_terms(text_in)] == terms_out
