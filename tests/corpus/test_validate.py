"""What breaks a promise of the schema does not reach the disk."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest

from helpers.corpus.schema import arrow_schema
from helpers.corpus.validate import SchemaBrokenError, to_frame, validate

ISSUE = "q-2021-07-06"
GOOD: dict[str, dict[str, Any]] = {
    "issues": dict.fromkeys(arrow_schema("issues").names)
    | {
        "issue_id": ISSUE,
        "source_file": "a.txt",
        "sha256": "0" * 64,
        "encoding": "utf-8",
        "n_articles": 1,
        "n_characters": 9,
    },
    "lines": {
        "issue_id": ISSUE,
        "line": 1,
        "text": "字",
        "role": "body",
        "article_id": f"{ISSUE}-a01",
        "reason": "because",
    },
    "tokens": {
        "article_id": f"{ISSUE}-a01",
        "paragraph": 1,
        "position": 1,
        "start": 0,
        "end": 2,
        "term": "水站",
        "pos": None,
        "in_lexicon": False,
    },
    "themes": {
        "article_id": f"{ISSUE}-a01",
        "theme": "culture",
        "score": 1.5,
        "n_hits": 1,
        "terms": "灯",
    },
}


def rows(name: str, *changes: dict[str, Any]) -> pa.Table:
    return pa.Table.from_pylist([GOOD[name] | c for c in changes], schema=arrow_schema(name))


@pytest.mark.parametrize("name", GOOD)
def test_good_rows_pass(name: str) -> None:
    validate(name, rows(name, {}))
    validate(name, rows(name))


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("issues", {"issue_id": "q-2021"}),
        ("issues", {"sha256": "xyz"}),
        ("issues", {"n_articles": -1}),
        ("issues", {"pages": 0}),
        ("issues", {"encoding": None}),
        ("issues", {"encoding": ""}),
        ("lines", {"line": 0}),
        ("lines", {"role": "advert"}),
        ("lines", {"article_id": "a01"}),
        ("tokens", {"end": 1}),
        ("tokens", {"end": 4}),
        ("tokens", {"start": -1, "end": 1}),
        ("tokens", {"term": None}),
        ("themes", {"score": -0.1}),
        ("themes", {"n_hits": 0}),
    ],
)
def test_bad_rows_are_refused(name: str, change: dict[str, Any]) -> None:
    with pytest.raises(SchemaBrokenError, match=name):
        validate(name, rows(name, change))


def test_a_key_that_comes_twice_is_refused() -> None:
    with pytest.raises(SchemaBrokenError):
        validate("lines", rows("lines", {}, {}))
    validate("lines", rows("lines", {}, {"line": 2}))


def test_other_columns_are_refused() -> None:
    with pytest.raises(SchemaBrokenError):
        validate("themes", rows("themes", {}).drop_columns(["terms"]))


def test_frames_hold_dates_as_datetime_and_missing_numbers_as_missing() -> None:
    frame = to_frame(
        rows("issues", {"date": date(2021, 7, 6), "issue_number": 88, "lunar_ok": True}, {})
    )
    assert frame["date"].dtype == "datetime64[us]"
    assert frame["date"][0] == pd.Timestamp(2021, 7, 6)
    assert frame["issue_number"].dtype == "Int64"
    assert frame["lunar_ok"].dtype == "boolean"
    assert frame.loc[1, ["date", "issue_number", "lunar_ok"]].isna().all()
    assert frame["n_articles"].dtype == "int64"
