"""Scanned pages to raw issue: a picture, or a PDF of pictures, its characters recognised.

`rapidocr` is an extra; its models come inside its wheel, so that nothing is fetched at run time.
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.errors import InputError
from helpers.reading.issue import read_bytes
from helpers.reading.layout import Page, lay_out
from helpers.reading.layout_type import MEASURED
from helpers.reading.model import RawIssue
from helpers.reading.pdf import MAX_BYTES, open_pdf
from helpers.reading.scan_type import recognise

if TYPE_CHECKING:
    from PIL.Image import Image

#: Limits: pixels of a picture (a broadsheet page at 300 dpi has 60 million), pages of a PDF.
MAX_PIXELS, MAX_PAGES = 80_000_000, 40
#: The smallest picture that can hold a page, in pixels on its shorter side.
LEAST_SIDE = 200
#: What a PDF of pictures is rendered at: nine-point type is then 25 pixels high.
DPI = 200
#: The longest side that is recognised at once; beyond it a picture is made smaller.
LONGEST = 4400
#: The packages of the extra.
NEEDED = ("rapidocr", "onnxruntime")


def can_recognise() -> bool:
    """Say whether the packages that recognise characters are installed."""
    return all(importlib.util.find_spec(name) is not None for name in NEEDED)


def read_scan(path: Path) -> RawIssue:
    """Read a scanned page, or a PDF of scanned pages.

    Raises:
        InputError: The packages are missing; it is no picture, or beyond the limits; or no
            characters were found on it.
    """
    if not can_recognise():
        raise InputError(
            "this is a scan, and the packages that recognise characters are not installed",
            file=path,
            remedy="`pip install rapidocr onnxruntime`, or add the text as .txt",
        )
    data = read_bytes(path, limit=MAX_BYTES)
    pages = []
    for picture in _pictures(data, path):
        pages.append(Page(picture.width, picture.height, recognise(picture)))
    if not any(page.runs for page in pages):
        raise InputError(
            "no characters were found on the picture",
            file=path,
            remedy="scan it at 200 to 300 dpi, upright, and add it again",
        )
    laid = lay_out(pages, tolerance=MEASURED)
    return RawIssue(path, hashlib.sha256(data).hexdigest(), "ocr", laid.lines, laid.hints)


def _pictures(data: bytes, path: Path) -> Iterator[Image]:
    """Yield the pages one at a time, as grey pictures turned into colour as the models want it."""
    if not data.startswith(b"%PDF"):
        yield open_picture(data, path)
        return
    import pypdfium2

    with open_pdf(data, path) as document:
        if len(document) > MAX_PAGES:
            raise InputError(
                f"the scan has {len(document)} pages",
                file=path,
                remedy=f"divide it into files of at most {MAX_PAGES} pages: one issue each",
            )
        for number in range(len(document)):
            try:
                page = document[number]
                width, height = page.get_size()
                scale = min(DPI / 72, LONGEST / max(width, height, 1.0))
                picture: Image = page.render(scale=scale).to_pil().convert("RGB")
                page.close()
            except (pypdfium2.PdfiumError, ValueError, MemoryError) as error:
                raise InputError(
                    f"page {number + 1} is broken", file=path, remedy="save the PDF anew"
                ) from error
            yield picture


def open_picture(data: bytes, path: Path) -> Image:
    """Open a picture, turned upright as its camera noted, and not larger than can be read at once.

    Raises:
        InputError: It is no picture, broken, or has too many or too few pixels.
    """
    from PIL import Image, ImageOps

    remedy = f"save it as .png at 200 to 300 dpi, with at most {MAX_PIXELS // 1_000_000} megapixels"
    try:
        with warnings.catch_warnings():
            # The limit below is stricter where it matters; Pillow's own warns to stderr.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as opened:
                if opened.width * opened.height > MAX_PIXELS:
                    raise InputError(
                        f"the picture has {opened.width:,} by {opened.height:,} pixels",
                        file=path,
                        remedy=remedy,
                    )
                if min(opened.size) < LEAST_SIDE:
                    raise InputError(
                        f"the picture has only {opened.width} by {opened.height} pixels",
                        file=path,
                        remedy=remedy,
                    )
                picture = _on_white(ImageOps.exif_transpose(opened))
    except InputError:
        raise
    except Image.DecompressionBombError as error:
        raise InputError("the picture is too large", file=path, remedy=remedy) from error
    except Exception as error:  # a broken picture raises whatever its decoder meets first
        raise InputError("this is no whole picture", file=path, remedy=remedy) from error
    picture.thumbnail((LONGEST, LONGEST))
    return picture


def _on_white(picture: Image) -> Image:
    """Lay a picture on white, for what is transparent would else turn black."""
    from PIL import Image

    if picture.mode not in ("RGBA", "LA", "PA") and "transparency" not in picture.info:
        return picture.convert("RGB")
    colour = picture.convert("RGBA")
    white = Image.new("RGBA", colour.size, "white")
    return Image.alpha_composite(white, colour).convert("RGB")
