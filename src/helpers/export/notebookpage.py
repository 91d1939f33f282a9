"""An executed notebook as a page of its own: its prose, code and outputs; nothing in it can run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from helpers.charts.labels import Language
from helpers.errors import InputError
from helpers.export.pages import make_page
from helpers.export.safe import clean, data_uri, markdown

#: A heading of Markdown: its level and text. Must not match a hash in the middle of a line.
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)
#: What a section on limits is called, in the languages of the notebooks.
_LIMITS = re.compile(r"limits?\b|局限|限度", re.IGNORECASE)
#: Colours and other orders to a terminal, in tracebacks.
_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_IMAGES = ("image/png", "image/jpeg")


@dataclass(frozen=True, slots=True)
class NotebookText:
    """What the report shows of a notebook: its name, title, and what it says of its limits."""

    name: str
    title: str
    limits: Markup


def read_notebook(path: Path) -> Any:  # noqa: ANN401 - nbformat's nodes carry no types
    """Read a notebook.

    Raises:
        InputError: The file is not a notebook.
    """
    import nbformat

    try:
        return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, AttributeError, KeyError, TypeError) as error:
        raise InputError(
            "This is not a notebook that can be read", file=path, remedy="run it again"
        ) from error


def notebook_text(notebook: Any, name: str) -> NotebookText:  # noqa: ANN401
    """Return the title of a notebook and what it says under a heading 'Limits' or '局限'."""
    prose = [str(c.source) for c in notebook.cells if c.cell_type == "markdown"]
    titles = [m.group(2) for text in prose for m in _HEADING.finditer(text)]
    return NotebookText(name, titles[0] if titles else name, markdown(_limits("\n\n".join(prose))))


def _limits(text: str) -> str:
    """Return the text under the heading on limits, up to the next heading as high."""
    headings = list(_HEADING.finditer(text))
    for i, found in enumerate(headings):
        if not _LIMITS.search(found.group(2)):
            continue
        after = [h for h in headings[i + 1 :] if len(h.group(1)) <= len(found.group(1))]
        return text[found.end() : after[0].start() if after else len(text)].strip()
    return ""


def notebook_page(notebook: Any, name: str, *, language: Language) -> bytes:  # noqa: ANN401
    """Return a notebook as a self-contained page."""
    cells = [_cell(cell, language) for cell in notebook.cells]
    text = notebook_text(notebook, name)
    headings = " ".join(
        [
            text.title,
            *(
                m.group(2)
                for c in notebook.cells
                if c.cell_type == "markdown"
                for m in _HEADING.finditer(str(c.source))
            ),
        ]
    )
    return make_page(
        "notebook.html",
        language=language,
        headings=headings,
        title=text.title,
        cells=[c for c in cells if c is not None],
    )


def _cell(cell: Any, language: str) -> dict[str, Any] | None:  # noqa: ANN401
    if cell.cell_type == "markdown":
        return {"kind": "prose", "html": markdown(str(cell.source))}
    if cell.cell_type == "code" and str(cell.source).strip():
        outputs = [_output(o) for o in cell.get("outputs", [])]
        return {
            "kind": "code",
            "source": str(cell.source),
            "count": cell.get("execution_count") or "",
            "outputs": [o for o in outputs if o],
        }
    return None


def _output(output: Any) -> Markup:  # noqa: ANN401
    """Return one output as harmless HTML: a picture, a table or text."""
    if output.output_type == "stream":
        return _text(str(output.text))
    if output.output_type == "error":
        return _text("\n".join(map(str, output.traceback)))
    data = output.get("data", {})
    for kind in _IMAGES:
        if kind in data:
            source = f"data:{kind};base64,{''.join(str(data[kind]).split())}"
            return Markup('<img src="{}" alt="">').format(source)
    if "image/svg+xml" in data:
        source = data_uri(str(data["image/svg+xml"]).encode(), "image/svg+xml")
        return Markup('<img src="{}" alt="">').format(source)
    if "text/html" in data:
        return clean(_without_styles(str(data["text/html"])))
    if "text/markdown" in data:
        return markdown(str(data["text/markdown"]))
    return _text(str(data.get("text/plain", "")))


#: The style sheet that pandas puts before each table; the page has its own.
_STYLE = re.compile(r"<style\b[^>]*>.*?</style>", re.DOTALL | re.IGNORECASE)


def _without_styles(html: str) -> str:
    return _STYLE.sub("", html)


def _text(text: str) -> Markup:
    text = _ANSI.sub("", text).rstrip()
    return Markup("<pre>{}</pre>").format(escape(text)) if text else Markup("")
