"""Copies of the notebooks for one corpus, which a person may change without losing anything."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from helpers import paths
from helpers.cli.notebooks import read_notebook, sources, write_notebook
from helpers.corpus.folder import explain_writing

#: Where a copy keeps the hash of its cells as they were copied.
MARK = "copied"


def lab_copies(corpus: str, language: str) -> tuple[Path, list[Path]]:
    """Copy the notebooks to `reports/<corpus>/lab`, their parameters set.

    Copies whose cells somebody changed stay as they are; outputs are no change.

    Args:
        corpus: The corpus.
        language: 'zh' or 'en'.

    Returns:
        The folder, and the copies that were left as they are.

    Raises:
        InputError: The folder cannot be written.
    """
    folder = paths.reports() / corpus / "lab"
    kept = []
    with explain_writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for source in sources():
            notebook = set_to(read_notebook(source), corpus, language)
            target = folder / source.name
            if target.is_file():
                old = read_notebook(target)
                mark = old.metadata.get(MARK)
                if mark == notebook.metadata[MARK] and mark == cells_hash(old):
                    continue  # with the outputs of the last time
                if mark != cells_hash(old):
                    kept.append(target)
                    continue
            write_notebook(notebook, target)
    return folder, kept


def set_to(notebook: Any, corpus: str, language: str) -> Any:  # noqa: ANN401
    """Set a notebook's parameters, take its outputs out and mark what its cells are."""
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        cell.outputs, cell.execution_count = [], None
        if "parameters" in cell.metadata.get("tags", []):
            cell.source = f"corpus = {corpus!r}\nlanguage = {language!r}".replace("'", '"')
    notebook.metadata[MARK] = cells_hash(notebook)
    return notebook


def cells_hash(notebook: Any) -> str:  # noqa: ANN401
    """Return a hash of what the cells say, whatever they put out."""
    said = "\0".join(f"{cell.cell_type}\0{cell.source}" for cell in notebook.cells)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]
