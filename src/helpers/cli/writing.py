"""What a report leaves behind: the page, the Word document, and nothing of an older run."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from helpers.cli.notebooks import present_folder, sources
from helpers.corpus.folder import explain_writing
from helpers.corpus.schema import all_tables

if TYPE_CHECKING:
    from helpers.corpus.loading import Corpus


def clear(folder: Path) -> None:
    """Take out what an older run left in the folder of a report, but not the accepted run.

    Raises:
        InputError: The folder cannot be written.
    """
    with explain_writing(folder):
        for name in ("figures", "notebooks", "pages"):
            if (folder / name).is_dir():
                shutil.rmtree(folder / name)
        folder.mkdir(parents=True, exist_ok=True)


def write_reports(corpus: Corpus, folder: Path, *, language: Literal["zh", "en"]) -> list[Path]:
    """Write the page and the Word document around the figures that the notebooks saved.

    Returns:
        The two files that a person opens.

    Raises:
        InputError: The folder cannot be written, or a figure's record cannot be read.
    """
    from helpers.export.report import write_report
    from helpers.export.word import write_word

    tables = {name: getattr(corpus, name) for name in all_tables()}
    written = [present_folder(corpus.name) / source.name for source in sources()]
    executed = [path for path in written if path.is_file()]
    with explain_writing(folder):
        page, *_ = write_report(
            corpus.name,
            tables=tables,
            notebooks=executed,
            folder=folder,
            corpus_hash=corpus.hash,
            fictional=corpus.config.fictional,
            problems=[str(problem) for problem in corpus.problems],
            language=language,
        )
        document = write_word(
            corpus.name,
            tables=tables,
            folder=folder,
            corpus_hash=corpus.hash,
            fictional=corpus.config.fictional,
            titles=titles(executed),
            language=language,
        )
    return [page, document]


def titles(notebooks: list[Path]) -> dict[str, str]:
    """Return the title of each notebook by its name."""
    from helpers.cli.notebooks import read_notebook
    from helpers.export.notebookpage import notebook_text

    return {path.stem: notebook_text(read_notebook(path), path.stem).title for path in notebooks}
