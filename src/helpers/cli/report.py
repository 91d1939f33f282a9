"""`report`: tables, executed notebooks, charts and the report of a corpus."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import click

from helpers.cli.telling import explained, progress, short, show, tell
from helpers.errors import InputError

Language = Literal["zh", "en"]


@click.command("report", short_help="Build, run every notebook, write charts and report.")
@click.argument("name", default="specimen")
@click.option(
    "--language",
    type=click.Choice(["zh", "en"]),
    default="zh",
    show_default=True,
    help="Language of charts and report.",
)
@explained
def command(name: str, language: Language) -> None:
    """Build the corpus NAME, run every notebook on it, and write everything to reports/NAME.

    A notebook that fails is named and left as it is; the others come through, and the exit status
    is 1.
    """
    from helpers import paths
    from helpers.charts.fonts import font_file
    from helpers.cli.build import run_build
    from helpers.cli.writing import clear, write_reports
    from helpers.corpus import load

    font_file()  # without a Chinese font every chart would be wrong: say so before the work
    whole = run_build(name)
    corpus = load(name)
    folder = paths.reports() / name
    clear(folder)
    failed = run_notebooks(name, language)
    for path in write_reports(corpus, folder, language=language):
        tell(f"{name}: {short(path)}")
    if failed or not whole:
        sys.exit(1)


def run_notebooks(name: str, language: Language) -> int:
    """Run every notebook on a corpus, show those that fail, and return how many did."""
    from concurrent.futures import ThreadPoolExecutor

    from helpers.cli.notebooks import present_folder, sources, workers
    from helpers.corpus.folder import explain_writing

    notebooks = sources()
    folder = present_folder(name)
    with explain_writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    with progress() as update, ThreadPoolExecutor(workers(len(notebooks))) as pool:
        update("notebooks", 0, len(notebooks))
        # Each notebook has a kernel, so a process, of its own; a thread only waits for it.
        outcomes = pool.map(lambda source: _run(source, folder, name, language), notebooks)
        for done, error in enumerate(outcomes, start=1):
            if error is not None:
                show(error)
                failed += 1
            update("notebooks", done, len(notebooks))
    return failed


def _run(source: Path, folder: Path, name: str, language: Language) -> InputError | None:
    """Run one notebook, and return what went wrong."""
    from helpers.cli.notebooks import run_notebook
    from helpers.corpus.folder import explain_writing

    try:
        with explain_writing(folder):
            run_notebook(source, folder / source.name, corpus=name, language=language)
    except InputError as error:
        return error
    return None
