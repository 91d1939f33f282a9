"""HTML that may be shown: what comes from notebooks and newspapers runs nothing and loads nothing.

Every page also says so to the browser, by its Content-Security-Policy.
"""

from __future__ import annotations

import base64
import re
from typing import Any

from markupsafe import Markup

#: Nothing but what is in the page: no script, no frame, no request to anywhere.
POLICY = (
    "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'"
)

_TAGS = frozenset(
    "a abbr b blockquote br caption code col colgroup dd del details div dl dt em h1 h2 h3 h4 h5 h6"
    " hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td"
    " tfoot th thead tr tt u ul".split()
)
_ATTRIBUTES = {
    "img": {"alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
}
#: Classes of raw pages, which the style sheet knows, and the anchors of their lines.
_CLASSES = re.compile(r"rp(?:-[a-z_]+)*(?: rp(?:-[a-z_]+)*)*")
_ANCHOR = re.compile(r"line-[\w-]+")
#: Pictures that are in the page itself.
_PICTURES = ("data:image/png;base64,", "data:image/jpeg;base64,", "data:image/svg+xml;base64,")


def _allowed(tag: str, name: str, value: str) -> bool:
    """Say whether a tag may keep an attribute: links lead out, pictures are in the page."""
    if (tag, name) == ("a", "href"):
        return not value.strip().lower().startswith("data:")
    if (tag, name) == ("img", "src"):
        return value.startswith(_PICTURES)
    if name == "class":
        return _CLASSES.fullmatch(value) is not None
    if (tag, name) == ("tr", "id"):
        return _ANCHOR.fullmatch(value) is not None
    return name in _ATTRIBUTES.get(tag, ()) or name in ("title", "lang")


def clean(html: str) -> Markup:
    """Return HTML with only harmless tags; anything else is shown as the text that it is."""
    import bleach

    return Markup(
        bleach.clean(
            html,
            tags=_TAGS,
            attributes=_allowed,
            protocols=frozenset({"http", "https", "mailto", "data"}),
            strip=False,
            strip_comments=True,
        )
    )


def markdown(text: str) -> Markup:
    """Return Markdown as harmless HTML."""
    import mistune

    render: Any = mistune.create_markdown(escape=True, plugins=["table", "strikethrough"])
    return clean(str(render(text)))


def data_uri(content: bytes, kind: str) -> str:
    """Return bytes as a data URI of a media type."""
    return f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"
