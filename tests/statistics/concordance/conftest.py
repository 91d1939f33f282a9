"""The specimen's tables, built once for all tests of the concordance."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import corpus


@pytest.fixture(scope="package")
def specimen(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> corpus.Corpus:
    raw = repository / "data" / "raw" / "specimen"
    return corpus.load("specimen", raw=raw, out=tmp_path_factory.mktemp("out") / "specimen")
