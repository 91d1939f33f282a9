"""Names of files that an export may write: no way out of its folder, none that a system keeps."""

from __future__ import annotations

import re

from helpers.errors import InputError

#: Latin letters, digits, hyphen and underscore, 80 at most. Must not match a dot, a slash, a
#: space or a line feed at the end.
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}", re.ASCII)
#: Names that Windows keeps for devices, and those of the export's own files.
_KEPT = re.compile(r"con|prn|aux|nul|com\d|lpt\d|manifest|index", re.ASCII | re.IGNORECASE)


def check_name(name: str, *, what: str = "figure") -> str:
    """Return a name that can be used for files, unchanged.

    Raises:
        InputError: It has other characters, or is a name that is kept.
    """
    if not NAME.fullmatch(name):
        raise InputError(
            f"{name!r} cannot name a {what}",
            remedy="use Latin letters, digits, - and _, beginning with a letter or digit",
        )
    if _KEPT.fullmatch(name):
        raise InputError(f"{name!r} cannot name a {what}: it is kept for other files")
    return name
