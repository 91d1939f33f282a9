"""The data package follows the Frictionless standard."""

from __future__ import annotations

import re

import pytest

from helpers.corpus.datapackage import package_name, table_schema
from helpers.corpus.schema import all_tables, table


@pytest.mark.parametrize(
    ("corpus", "pattern"),
    [("kecheng", "kecheng"), ("KeCheng_2", "kecheng_2"), ("柯城", "corpus-[0-9a-f]{8}")],
)
def test_names_are_ascii(corpus: str, pattern: str) -> None:
    assert re.fullmatch(pattern, package_name(corpus))


@pytest.mark.parametrize("name", all_tables())
def test_fields_are_those_of_the_table(name: str) -> None:
    schema = table_schema(table(name))
    assert [field["name"] for field in schema["fields"]] == list(table(name).column_names)
    for field in schema["fields"]:
        assert field["type"] in {"string", "integer", "number", "boolean", "date"}
        assert field["title"]
        assert field["description"]


def test_keys_and_limits() -> None:
    schema = table_schema(table("lines"))
    assert schema["primaryKey"] == ["issue_id", "line"]
    assert {
        "fields": ["article_id"],
        "reference": {"resource": "articles", "fields": ["article_id"]},
    } in schema["foreignKeys"]
    role = next(field for field in schema["fields"] if field["name"] == "role")
    assert "masthead" in role["constraints"]["enum"]
    assert "required" not in table_schema(table("issues"))["fields"][1].get("constraints", {})
