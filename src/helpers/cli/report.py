"""`report`: tables, executed notebooks, charts and the report of a corpus."""

from __future__ import annotations

import sys

import click

from helpers.cli.telling import explained, progress, short, show, tell


@click.command("report", short_help="Build, run every notebook, write charts and report.")
@click.argument("name", default="specimen")
@explained
def command(name: str) -> None:
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
    failed = run_notebooks(name)
    for path in write_reports(corpus, folder):
        tell(f"{name}: {short(path)}")
    if failed or not whole:
        sys.exit(1)


def run_notebooks(name: str) -> int:
    """Run every notebook on a corpus, show those that fail, and return how many did."""
    from helpers.cli.notebooks import present_folder, run_notebook, sources
    from helpers.corpus.folder import explain_writing
    from helpers.errors import InputError

    notebooks = sources()
    failed = 0
    with progress() as update:
        update("notebooks", 0, len(notebooks))
        for done, source in enumerate(notebooks, start=1):
            try:
                with explain_writing(present_folder(name)):
                    run_notebook(source, present_folder(name) / source.name, name)
            except InputError as error:
                show(error)
                failed += 1
            update("notebooks", done, len(notebooks))
    return failed
