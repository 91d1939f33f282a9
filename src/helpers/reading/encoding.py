"""From bytes to text: the encoding is established, recorded, and never guessed silently."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from charset_normalizer import from_bytes

from helpers.errors import InputError

#: Byte order marks, longest first: UTF-32's little-endian mark begins with UTF-16's.
BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: What Chinese text is found in when it is not UTF-8.
CANDIDATES = ["gb18030", "big5", "utf_16_le", "utf_16_be"]
#: Files that are often put among texts by mistake, by their first bytes.
MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
)
#: Control characters that no text has; tab, line ends and form feed may stand in one.
RE_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
#: The same, and halves of characters, which no file can be written with.
RE_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\ud800-\udfff]")


def printable(text: str) -> str:
    r"""Put U+FFFD for what cannot be printed: 'a\x00b' => 'a\ufffdb'."""
    return RE_UNPRINTABLE.sub("\ufffd", text) if RE_UNPRINTABLE.search(text) else text


def decode(data: bytes, *, file: Path | None = None) -> tuple[str, str]:
    r"""Decode the bytes of a text file => (text, name of the encoding).

    `b"\xef\xbb\xbf..."` => (text, "utf-8-sig"). UTF-8 is tried strictly first; what is not UTF-8
    is decided by charset-normalizer among the encodings of Chinese text.

    Raises:
        InputError: The bytes are not text, or fit none of the encodings.
    """
    for magic, what in MAGIC:
        if data.startswith(magic):
            raise InputError(
                f"this is {what}, not a text file",
                file=file,
                remedy="save its text as a UTF-8 .txt file and add that",
            )
    for bom, name in BOMS:
        if data.startswith(bom):
            return _strict(data, name, file), name
    try:
        text, name = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        text, name = _other(data, error, file)
    if RE_CONTROL.search(text):
        raise InputError(
            "the file holds control bytes, so it is not text",
            file=file,
            line=next(
                i for i, line in enumerate(text.split("\n"), start=1) if RE_CONTROL.search(line)
            ),
            remedy="save the issue as plain UTF-8 text",
        )
    return text, name


def _strict(data: bytes, name: str, file: Path | None) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error, file) from error


def _other(data: bytes, error: UnicodeDecodeError, file: Path | None) -> tuple[str, str]:
    """Decide among the other encodings; what none of them explains is refused."""
    # Mostly valid UTF-8 with a few broken bytes is a damaged file, not another encoding.
    damaged = data.decode("utf-8", errors="replace").count("\ufffd")
    if damaged * 50 < len(data):
        raise _undecodable(data, error, file)
    best = from_bytes(data, cp_isolation=CANDIDATES, threshold=0.4).best()
    if best is None:
        raise _undecodable(data, error, file)
    return str(best), best.encoding.replace("_", "-")


def _undecodable(data: bytes, error: UnicodeDecodeError, file: Path | None) -> InputError:
    line = data.count(b"\n", 0, error.start) + 1
    return InputError(
        f"byte {error.start} cannot be decoded as text",
        file=file,
        line=line,
        remedy="open the file in its own encoding, save it as UTF-8 and add it again",
    )
