"""Exports: hits with places, figures, a citation; a theme file that can be read again."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from helpers.language.themes import load_themes
from helpers.workbench import Query, ThemeDraft, Workbench, save_selection, save_themes


@pytest.mark.slow
def test_a_selection_is_written_and_none_replaced(bench: Workbench, reports: Path) -> None:
    found = bench.ask(Query("征地"))
    files = save_selection(bench, found)
    assert [path.suffix for path in files] == [".csv", ".png", ".svg", ".pdf", ".csv"]
    assert all(path.is_file() and path.is_relative_to(reports) for path in files)
    hits = pd.read_csv(files[0])
    assert len(hits) == len(found.hits)
    assert {"line", "source_file", "anchor"} <= set(hits.columns)
    assert bench.corpus.hash[:12] in hits["citation"].iloc[0]
    again = save_selection(bench, found)
    assert not set(files) & set(again)


@pytest.mark.slow
def test_a_formula_in_a_cell_is_no_formula(bench: Workbench, reports: Path) -> None:
    found = bench.ask(Query("征地"))
    hits = found.hits.assign(left="=1+1")
    files = save_selection(bench, type(found)(found.query, hits, 1, 1, found.trend))
    assert "\n=1+1" not in files[0].read_text("utf-8-sig")
    assert ",=1+1" not in files[0].read_text("utf-8-sig")


def test_a_theme_file_can_be_used(bench: Workbench, reports: Path) -> None:
    draft = ThemeDraft(bench.dictionary, "culture")
    draft.set_terms([*draft.terms[1:], "皮影戏班"])
    path = save_themes(bench, draft)
    read = load_themes(path, replace=True)
    assert [t.term for t in read.terms if t.theme == "culture"] == list(draft.terms)
    assert path.parent == reports / "specimen" / "workbench"
