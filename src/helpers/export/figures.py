"""Save a chart for a report: PNG, SVG, PDF, the data beneath it, and its record.

The files hold no date and no path: the same chart gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers import paths
from helpers.charts import labels, style
from helpers.charts.glyphs import missing_glyphs
from helpers.corpus.config import check_name as check_corpus
from helpers.errors import InputError
from helpers.export.manifest import FigureRecord, write_record
from helpers.export.names import check_name
from helpers.export.writing import table_bytes, write_bytes

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MAKER = "county-newspaper-notebooks"
DPI = 300


def save_figure(
    chart: Axes | Figure,
    name: str,
    *,
    corpus: str,
    data: pd.DataFrame,
    title: str,
    caption: str,
    alt: str,
    sources: Iterable[str] = (),
    notebook: str = "",
    corpus_hash: str = "",
    folder: Path | None = None,
    language: str | None = None,
) -> FigureRecord:
    """Write a chart as PNG, SVG, PDF and CSV, and put it in the manifest of its folder.

    Args:
        chart: The chart's Axes or figure.
        name: Name of the files; a figure saved before under this name is replaced.
        corpus: The corpus it shows.
        data: The table that it draws.
        title: What it shows, in one line.
        caption: How to read it, and what it is not evidence of.
        alt: What it shows, for those who cannot see it.
        sources: Ids of the issues it rests on.
        notebook: The notebook that made it.
        corpus_hash: Hash of the corpus.
        folder: Where to write; `reports/<corpus>/figures` when not given.
        language: Language of the texts; that of the style when not given.

    Returns:
        The record written.

    Raises:
        InputError: The name cannot be used, a text has no alt text or title, or a character of
            the chart has no glyph in its font.
    """
    check_name(name)
    check_corpus(corpus)
    for what, text in (("title", title), ("alt text", alt)):
        if not text.strip():
            raise InputError(f"The figure {name!r} has no {what}", remedy="say what it shows")
    figure: Any = chart.get_figure(root=True)
    missing = missing_glyphs(figure)
    if missing:
        shown = ", ".join(f"U+{ord(c):04X}" for c in missing)
        raise InputError(
            f"The font of the figure {name!r} has no glyph for {shown}",
            remedy="call use_style() before drawing, or take these characters out of its labels",
        )
    target = folder if folder is not None else figures_folder(corpus)
    record = FigureRecord(
        name=name,
        title=title,
        caption=caption,
        alt=alt,
        sources=tuple(sorted({str(s) for s in sources})),
        notebook=notebook,
        corpus=corpus,
        corpus_hash=corpus_hash,
        language=labels.checked(language),
        rows=len(data),
        columns=tuple(map(str, data.columns)),
    )
    for kind in ("png", "svg", "pdf"):
        write_bytes(target / f"{name}.{kind}", _render(figure, kind, record))
    write_bytes(target / f"{name}.csv", table_bytes(data))
    write_record(target, record)
    return record


def figures_folder(corpus: str) -> Path:
    """Return the folder of a corpus's figures."""
    return paths.reports() / check_corpus(corpus) / "figures"


def _render(figure: Any, kind: str, record: FigureRecord) -> bytes:  # noqa: ANN401
    import matplotlib as mpl

    # Whatever draws on screen, a file says the same of itself: no version, no date.
    about: dict[str, dict[str, Any]] = {
        "png": {"Software": MAKER, "Title": record.title, "Description": record.alt},
        "svg": {
            "Creator": MAKER,
            "Date": None,
            "Title": record.title,
            "Description": record.alt,
        },
        "pdf": {
            "Creator": MAKER,
            "Producer": None,
            "CreationDate": None,
            "Title": record.title,
            "Subject": record.alt,
        },
    }
    buffer = BytesIO()
    with mpl.rc_context(style.HOUSE):
        figure.savefig(buffer, format=kind, dpi=DPI, metadata=about[kind], bbox_inches=None)
    return buffer.getvalue()


@dataclass(frozen=True)
class Exporter:
    """Saves the figures of one notebook; made once, in its set-up cell.

    Args:
        corpus: The corpus that the notebook was run on.
        notebook: Name of the notebook, without ending.
        corpus_hash: Hash of the corpus.
        folder: Where to write; `reports/<corpus>/figures` when not given.
        language: Language of titles and captions; that of the style when not given.
    """

    corpus: str
    notebook: str
    corpus_hash: str = ""
    folder: Path | None = field(default=None, repr=False)
    language: str | None = None

    def save(
        self,
        chart: Axes | Figure,
        name: str,
        *,
        data: pd.DataFrame,
        title: str,
        caption: str,
        alt: str,
        sources: Iterable[str] = (),
    ) -> None:
        """Save a chart as `save_figure` does, and return nothing for a notebook to print."""
        save_figure(
            chart,
            name,
            corpus=self.corpus,
            data=data,
            title=title,
            caption=caption,
            alt=alt,
            sources=sources,
            notebook=self.notebook,
            corpus_hash=self.corpus_hash,
            folder=self.folder,
            language=self.language,
        )

    def save_page(self, page: bytes, name: str) -> None:
        """Save a page of HTML as `reports/<corpus>/pages/<name>.html`.

        Raises:
            InputError: The name cannot be used.
        """
        check_name(name, what="page")
        folder = self.folder if self.folder is not None else figures_folder(self.corpus)
        write_bytes(folder.parent / "pages" / f"{name}.html", page)
