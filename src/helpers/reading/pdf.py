"""Born-digital PDF to raw issue: type in reading order, with what its places and sizes say."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.errors import InputError
from helpers.reading.issue import read_bytes
from helpers.reading.layout import Page, lay_out
from helpers.reading.layout_type import STATED
from helpers.reading.model import RawIssue
from helpers.reading.pdf_type import Glyph, read_glyphs, runs_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

#: Limits: bytes of a file, pages of an issue, characters of a page, seconds for a file.
MAX_BYTES, MAX_PAGES, MAX_CHARACTERS, MAX_SECONDS = 300_000_000, 120, 30_000, 120.0
#: A page with less text than this and a picture on it was scanned; a page number is text, too.
LEAST_TEXT = 8
#: Of the characters at most this part may be unreadable: private ones and the replacement mark.
UNREADABLE = 0.2


class NoTextError(InputError):
    """The PDF is a picture of text: nothing in it can be read without recognising characters."""


def read_pdf(path: Path) -> RawIssue:
    """Read a PDF: its text, or, where it is a scan, its pictures.

    Raises:
        InputError: It is no whole PDF, locked, empty, or beyond the limits; or a scan, and the
            packages that recognise characters are missing.
    """
    try:
        return read_text_layer(path)
    except NoTextError:
        from helpers.reading.scan import can_recognise, read_scan

        if not can_recognise():
            raise
        return read_scan(path)


def read_text_layer(path: Path) -> RawIssue:
    """Read a PDF with text in it.

    Raises:
        NoTextError: It, or a page of it, is a scan.
        InputError: It is no whole PDF, locked, without any text, or beyond the limits.
    """
    data = read_bytes(path, limit=MAX_BYTES)
    deadline = time.monotonic() + MAX_SECONDS
    with open_pdf(data, path) as document:
        pages = [_read_page(document, n, path, deadline) for n in range(len(document))]
    if not any(page.runs for page in pages):
        raise InputError("the PDF is empty", file=path, remedy="check that it is the right file")
    laid = lay_out(pages, tolerance=STATED)
    return RawIssue(path, hashlib.sha256(data).hexdigest(), "pdf", laid.lines, laid.hints)


@contextmanager
def open_pdf(data: bytes, path: Path) -> Iterator[PdfDocument]:
    """Open a PDF.

    Raises:
        InputError: It is broken, locked, or has no or too many pages.
    """
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise InputError(
                "the PDF is locked by a password",
                file=path,
                remedy="open it with the password, print it to a new PDF and add that",
            ) from error
        raise InputError(
            "this is no whole PDF", file=path, remedy="download it again, or save it anew"
        ) from error
    try:
        count = len(document)
        if not 0 < count <= MAX_PAGES:
            raise InputError(
                f"the PDF has {count:,} pages" if count else "the PDF has no pages",
                file=path,
                remedy=f"add a file of 1 to {MAX_PAGES} pages: one issue",
            )
        yield document
    finally:
        document.close()


def _read_page(document: PdfDocument, index: int, path: Path, deadline: float) -> Page:
    """Read the type of one page."""
    import pypdfium2

    def check(number: int) -> None:
        if number >= MAX_CHARACTERS:
            raise InputError(
                f"page {index + 1} has more than {MAX_CHARACTERS:,} characters",
                file=path,
                remedy="divide the page, or add its text as .txt",
            )
        if number % 1000 == 0 and time.monotonic() > deadline:
            raise InputError(
                f"page {index + 1} is still being read after {MAX_SECONDS:.0f} seconds",
                file=path,
                remedy="divide the PDF, or add its text as .txt",
            )

    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise _broken(index, path) from error
    try:
        glyphs = read_glyphs(page, check=check)
        _check_readable(glyphs, page, index, path)
        width, height = page.get_size()
    except pypdfium2.PdfiumError as error:
        raise _broken(index, path) from error
    finally:
        page.close()
    return Page(width, height, runs_of(glyphs))


def _broken(index: int, path: Path) -> InputError:
    return InputError(
        f"page {index + 1} is broken", file=path, remedy="download the PDF again, or save it anew"
    )


def _check_readable(glyphs: list[Glyph], page: PdfPage, index: int, path: Path) -> None:
    """Refuse a page whose text is only in its pictures, or in a code of its own."""
    seen = [g.text for g in glyphs if not g.text.isspace()]
    unreadable = sum(is_unreadable(text) for text in seen)
    if seen and unreadable > UNREADABLE * len(seen):
        raise NoTextError(
            f"page {index + 1}: the fonts do not say which characters they print",
            file=path,
            remedy="save the page as a picture (.png, 300 dpi) and add that",
        )
    if len(seen) < LEAST_TEXT and has_picture(page):
        raise NoTextError(
            f"page {index + 1} has no text layer: it is a scan",
            file=path,
            remedy="have its characters recognised (`pip install rapidocr onnxruntime`)",
        )


def is_unreadable(character: str) -> bool:
    """Say whether a character stands for none: private, a control, or the replacement mark."""
    return (
        "\ue000" <= character <= "\uf8ff"
        or character >= "\U000f0000"
        or character == "\ufffd"
        or character < " "
        or "\x7f" <= character < "\xa0"
    )


def has_picture(page: PdfPage) -> bool:
    """Say whether there is a picture on a page, large enough to hold text."""
    from pypdfium2 import raw

    width, height = page.get_size()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) > 0.2 * width * height:
            return True
    return False
