"""The description of the tables for other programs: a Frictionless `datapackage.json`."""

from __future__ import annotations

import json
import re
from typing import Any

from helpers.corpus.config import CorpusConfig
from helpers.corpus.fingerprints import Record, digest
from helpers.corpus.schema import Column, Table, all_tables
from helpers.corpus.writing import file_name

#: The name of the description.
DESCRIPTOR = "datapackage.json"
#: What the standard allows in the name of a package.
RE_PACKAGE = re.compile(r"[a-z0-9._-]+")
_PROFILE = "tabular-data-package"


def datapackage(config: CorpusConfig, record: Record) -> dict[str, Any]:
    """Return the data package, one resource for each table.

    It lists the CSV files: the profile allows no Parquet, and few tools read it. Hashes of the
    Parquet files are in build.json.
    """
    title = config.paper or config.name
    return {
        "name": package_name(config.name),
        "title": f"{title}: tables",
        "profile": _PROFILE,
        "description": _describe(config),
        "version": record.hash,
        "resources": [_resource(table, record) for table in all_tables().values()],
    }


def package_name(corpus: str) -> str:
    """Return a name that the Data Package standard allows: 'Kecheng' → 'kecheng'.

    A name in another script becomes `corpus-` and the first digits of its hash.
    """
    name = corpus.lower()
    return name if RE_PACKAGE.fullmatch(name) else f"corpus-{digest(corpus)[:8]}"


def datapackage_text(config: CorpusConfig, record: Record) -> str:
    """Return the data package as it is written."""
    return json.dumps(datapackage(config, record), ensure_ascii=False, indent=2) + "\n"


def table_schema(table: Table) -> dict[str, Any]:
    """Return the Frictionless Table Schema of a table."""
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if table.primary_key:
        schema["primaryKey"] = list(table.primary_key)
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {"fields": [key.column], "reference": {"resource": key.table, "fields": [key.target]}}
            for key in table.foreign_keys
        ]
    return schema


def _describe(config: CorpusConfig) -> str:
    """Return a sentence on what the tables were made from."""
    paper = config.paper or config.name
    fiction = " The paper is fictional." if config.fictional else ""
    return f"Tables made from issues of {paper}.{fiction}"


def _field(column: Column) -> dict[str, Any]:
    """Return the description of a column, with its limits."""
    limits: dict[str, Any] = {}
    if not column.nullable and not column.may_be_blank:
        limits["required"] = True
    if column.minimum is not None:
        limits["minimum"] = column.minimum
    if column.maximum is not None:
        limits["maximum"] = column.maximum
    if column.allowed:
        limits["enum"] = list(column.allowed)
    if column.pattern:
        limits["pattern"] = column.pattern
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "title": column.zh,
        "description": column.description,
    }
    return {**field, "constraints": limits} if limits else field


def _resource(table: Table, record: Record) -> dict[str, Any]:
    """Return the resource of a table's CSV."""
    return {
        "name": table.name,
        "title": table.zh,
        "description": table.description,
        "profile": "tabular-data-resource",
        **_file(file_name(table.name, "csv"), record),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": table_schema(table),
    }


def _file(name: str, record: Record) -> dict[str, Any]:
    """Return what is recorded of a file."""
    known = record.files[name]
    return {"path": name, "bytes": known["bytes"], "hash": f"sha256:{known['sha256']}"}
