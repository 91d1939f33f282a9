"""The bytes of a page to text: byte order mark, UTF-8, the page's own word, then the evidence."""

from __future__ import annotations

import re
from pathlib import Path

from helpers.reading.encoding import BOMS, MAGIC, RE_CONTROL, decode

#: The charset that a page names of itself, in a meta tag or an XML declaration.
RE_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,20})""")
#: How many bytes of a page are searched for it; the standard says 1024, old pages need more.
REACH = 8192
#: What pages call Chinese encodings, and what they are read as: GB 2312 is a part of GB 18030.
NAMES = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}


def decode_page(data: bytes, *, file: Path | None = None) -> tuple[str, str]:
    """Decode the bytes of a page => (text, name of the encoding).

    UTF-8 goes before what the page says: a page that a browser saved anew often still names the
    old charset, and Chinese text in another encoding is never valid UTF-8 by chance.

    Raises:
        InputError: The bytes are no text, or fit no encoding.
    """
    if not _marked(data) and not _is_utf8(data):
        match = RE_CHARSET.search(data[:REACH])
        name = NAMES.get(match[1].decode("ascii").lower()) if match else None
        if name is not None:
            try:
                text = data.decode(name)
            except UnicodeDecodeError:
                text = "\0"
            if not RE_CONTROL.search(text):
                return text, name
    return decode(data, file=file)


def _marked(data: bytes) -> bool:
    """Return whether the first bytes already say what this is."""
    return any(data.startswith(mark) for mark, _ in (*BOMS, *MAGIC))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
