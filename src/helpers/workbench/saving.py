"""Selections and themes of the workbench as files, under `reports/<corpus>/workbench`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from helpers import paths
from helpers.charts.saying import say
from helpers.corpus.config import check_name
from helpers.export.figures import save_figure
from helpers.export.writing import table_bytes, write_bytes
from helpers.language.theme_lists import COLUMNS

if TYPE_CHECKING:
    from helpers.workbench.bench import Found, Workbench
    from helpers.workbench.drafts import ThemeDraft


def folder_of(corpus: str) -> Path:
    """Return where the workbench writes."""
    return paths.reports() / check_name(corpus) / "workbench"


def save_selection(bench: Workbench, found: Found) -> list[Path]:
    """Write the hits with their places as CSV, and the trend as figure with its data.

    An export does not replace an earlier one: they are numbered.

    Returns:
        The files: hits, PNG, SVG, PDF, data of the figure.

    Raises:
        InputError: The folder cannot be written.
    """
    from matplotlib import pyplot as plt

    corpus = bench.corpus
    folder = folder_of(corpus.config.name)
    number = 1
    while (folder / f"selection-{number:02}.csv").exists():
        number += 1
    name = f"selection-{number:02}"
    citation = found.query.citation(corpus.config.name, corpus.hash)
    hits = bench.placed(found.hits).assign(citation=citation)
    write_bytes(folder / f"{name}.csv", table_bytes(hits))
    chart = bench.draw(found)
    title = say(f"检索：{found.query.text}", f"Query: {found.query.text}")
    save_figure(
        chart,
        f"{name}-trend",
        corpus=corpus.config.name,
        data=found.trend,
        title=title,
        caption=f"{citation}. "
        + say("未见于报，不等于没有发生。", "What is not printed may have happened."),
        alt=title,
        sources=found.trend["issue_id"],
        notebook="10_workbench",
        corpus_hash=corpus.hash,
        folder=folder,
    )
    plt.close(chart.get_figure(root=True))
    kinds = ("png", "svg", "pdf", "csv")
    return [folder / f"{name}.csv", *(folder / f"{name}-trend.{kind}" for kind in kinds)]


def save_themes(bench: Workbench, draft: ThemeDraft) -> Path:
    """Write the whole dictionary under a draft as a theme file that a corpus can use.

    Nothing reads it from there: to use it, put it beside corpus.toml, which names it with
    `themes = "themes.tsv"` and `themes_mode = "replace"`. Raw folders are not written to.

    Returns:
        The file, which replaces that of an earlier draft.

    Raises:
        InputError: The folder cannot be written.
    """
    rows = ["\t".join((t.theme, t.term, str(t.weight), t.reason)) for t in draft.dictionary.terms]
    text = "\n".join(["\t".join(COLUMNS), *rows]) + "\n"
    path = folder_of(bench.corpus.config.name) / "themes.tsv"
    write_bytes(path, text.encode())
    return path
