"""The report of a corpus: one page with every figure, its data, its sources and its limits."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from markupsafe import Markup

from helpers import paths
from helpers.charts.labels import Language, checked, number
from helpers.corpus.config import check_name as check_corpus
from helpers.export.facts import corpus_facts
from helpers.export.linked import line_link, linked_issues
from helpers.export.manifest import FigureRecord, read_records
from helpers.export.names import check_name
from helpers.export.notebookpage import NotebookText, notebook_page, notebook_text, read_notebook
from helpers.export.pages import make_page
from helpers.export.rawpage import raw_page_file
from helpers.export.safe import data_uri
from helpers.export.words import say
from helpers.export.writing import write_bytes

#: Rows of data shown under a figure; the file has them all.
SHOWN_ROWS = 20
#: A vector picture larger than this is put in the page as a bitmap.
_MOST_BYTES = 400_000
_PAGE_PIXELS = 1500
_SOURCES = 6


@dataclass(frozen=True, slots=True)
class Section:
    """The figures of one notebook, and the notebook if it is there."""

    key: str
    title: str
    limits: Markup
    figures: list[dict[str, object]]
    page: str | None
    file: str | None


def write_report(
    corpus: str,
    *,
    tables: Mapping[str, pd.DataFrame],
    notebooks: Sequence[Path] = (),
    folder: Path | None = None,
    corpus_hash: str = "",
    fictional: bool = False,
    problems: Iterable[str] = (),
    language: str | None = None,
) -> list[Path]:
    """Write `index.html`, and a page for each notebook, around the figures saved before.

    Args:
        corpus: The corpus.
        tables: Its tables by name; `issues` gives the facts at the head of the page.
        notebooks: Executed notebooks, in order; a copy is put in `notebooks/`.
        folder: The folder of the report, whose `figures/` is read; `reports/<corpus>` when not
            given.
        corpus_hash: Hash of the corpus.
        fictional: Say at the head that nothing in the corpus is real.
        problems: What went wrong in reading, in sentences.
        language: 'zh' or 'en'; that of the style when not given.

    Returns:
        The files written.

    Raises:
        InputError: A figure's record or a notebook cannot be read, or a name cannot be used.
    """
    check_corpus(corpus)
    spoken = checked(language)
    target = folder if folder is not None else paths.reports() / corpus
    records = read_records(target / "figures")
    texts, written = _write_notebooks(notebooks, target, spoken)
    sections = _sections(records, texts, target, spoken)
    shown = [path.read_text("utf-8") for path in written if path.suffix == ".html"]
    shown += [str(row) for s in sections for f in s.figures for row in _rows(f)]
    written += _write_linked(shown, tables, target, fictional, spoken)
    facts = corpus_facts(corpus, tables, corpus_hash, len(records), language=spoken)
    listed = [
        {"name": name, "rows": number(len(table)), "columns": ", ".join(map(str, table.columns))}
        for name, table in tables.items()
    ]
    title = facts[0][1]
    headings = [title, say("report", language=spoken), *(r.title for r in records)]
    headings += [*(s.title for s in sections), *(v for _, v in facts), "0123456789,–."]
    headed = ("limits", "contents", "tables", "notebooks", "pages")
    headings += [say(key, language=spoken) for key in headed]
    page = make_page(
        "report.html",
        language=spoken,
        headings=" ".join(headings),
        title=title,
        corpus=corpus,
        facts=facts,
        fictional=fictional,
        sections=sections,
        tables=listed,
        problems=list(problems),
        pages=[path.stem for path in sorted((target / "pages").glob("*.html"))],
    )
    index = target / "index.html"
    write_bytes(index, page)
    return [index, *written]


def _write_notebooks(
    notebooks: Sequence[Path], target: Path, language: Language
) -> tuple[list[NotebookText], list[Path]]:
    """Copy the notebooks beside the report, each with a page to read it on."""
    texts, written = [], []
    for path in notebooks:
        name = check_name(path.stem, what="notebook")
        notebook = read_notebook(path)
        copy = target / "notebooks" / f"{name}.ipynb"
        copy.parent.mkdir(parents=True, exist_ok=True)
        if copy.resolve() != path.resolve():
            shutil.copyfile(path, copy)
        page = copy.with_suffix(".html")
        write_bytes(page, notebook_page(notebook, name, language=language))
        texts.append(notebook_text(notebook, name))
        written += [copy, page]
    return texts, written


def _write_linked(
    shown: list[str],
    tables: Mapping[str, pd.DataFrame],
    target: Path,
    fictional: bool,
    language: Language,
) -> list[Path]:
    """Write the pages of raw issues that tables lead to and no notebook has written."""
    if "lines" not in tables:
        return []
    known = set(tables["issues"]["issue_id"])
    written = []
    for issue in linked_issues(shown):
        path = target / "pages" / f"{issue}.html"
        if issue not in known or path.exists():
            continue
        page = raw_page_file(
            tables["lines"][tables["lines"]["issue_id"] == issue],
            tables["articles"],
            title=issue,
            fictional=fictional,
            language=language,
        )
        write_bytes(path, page)
        written.append(path)
    return written


def _sections(
    records: Sequence[FigureRecord], texts: Sequence[NotebookText], target: Path, language: Language
) -> list[Section]:
    """Return a section for each notebook in order, then one for each other maker of figures."""
    known = {t.name: t for t in texts}
    others = sorted({r.notebook for r in records} - set(known))
    sections = []
    count = 0
    for name in [*known, *others]:
        own = [r for r in records if r.notebook == name]
        text = known.get(name)
        figures = []
        for record in own:
            count += 1
            figures.append(_figure(record, count, target / "figures", language))
        if text is None and not own:
            continue
        title = text.title if text else name or say("elsewhere", language=language)
        sections.append(
            Section(
                key=f"s-{name or 'other'}",
                title=title,
                limits=text.limits if text else Markup(""),
                figures=figures,
                page=f"notebooks/{name}.html" if text else None,
                file=f"notebooks/{name}.ipynb" if text else None,
            )
        )
    return sections


def _figure(
    record: FigureRecord, order: int, folder: Path, language: Language
) -> dict[str, object]:
    """Return what the page shows of one figure."""
    data = read_data(folder / f"{record.name}.csv", rows=SHOWN_ROWS)
    header = data[0] if data else []
    return {
        "record": record,
        "order": order,
        "picture": _picture(folder, record.name),
        "sources": cite(record.sources, language=language),
        "header": header,
        "rows": [_linked_row(header, row) for row in data[1:]],
        "shown": say(
            "rows", language=language, shown=min(record.rows, SHOWN_ROWS), n=number(record.rows)
        ),
        "files": [
            (kind.upper(), f"figures/{record.name}.{kind}")
            for kind in ("csv", "svg", "pdf", "png")
            if (folder / f"{record.name}.{kind}").is_file()
        ],
    }


def _linked_row(header: Sequence[str], row: Sequence[str]) -> list[str]:
    """Return the cells of a row, its line leading to the page that prints it."""
    cells = list(row)
    if {"issue_id", "line"} <= set(header) and len(cells) == len(header):
        at = header.index("line")
        cells[at] = line_link(cells[header.index("issue_id")], cells[at], base="") or cells[at]
    return cells


def _rows(figure: Mapping[str, object]) -> Sequence[object]:
    """Return the cells of the rows that the page shows of a figure."""
    rows = figure["rows"]
    assert isinstance(rows, list)
    return [cell for row in rows for cell in row]


def cite(sources: Sequence[str], *, language: Language) -> str:
    """Return the first sources by id and, when there are more, how many there are."""
    named = "、" if language == "zh" else ", "
    text = named.join(sources[:_SOURCES])
    if len(sources) > _SOURCES:
        more = say("sources_more", language=language, n=len(sources))
        text += more if language == "zh" else f" {more}"
    return text


def read_data(path: Path, *, rows: int) -> list[list[str]]:
    """Return the header and first rows of a figure's table as text; nothing when it is gone."""
    import csv
    from itertools import islice

    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(islice(csv.reader(file), rows + 1))


def _picture(folder: Path, name: str) -> str:
    """Return a figure as a data URI: vector when it is small enough, else a bitmap for a page."""
    from io import BytesIO

    vector = folder / f"{name}.svg"
    if vector.is_file() and vector.stat().st_size <= _MOST_BYTES:
        return data_uri(vector.read_bytes(), "image/svg+xml")
    from PIL import Image

    bitmap = folder / f"{name}.png"
    if not bitmap.is_file():
        return ""
    with Image.open(bitmap) as picture:
        picture.thumbnail((_PAGE_PIXELS, _PAGE_PIXELS * 2))
        buffer = BytesIO()
        picture.convert("RGB").save(buffer, format="PNG", optimize=True)
    return data_uri(buffer.getvalue(), "image/png")
