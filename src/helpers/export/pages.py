"""Make pages from the templates of this package, in the house style and self-contained."""

from __future__ import annotations

from functools import cache
from typing import Any

from markupsafe import Markup

from helpers.charts import style
from helpers.charts.labels import Language
from helpers.export.safe import POLICY
from helpers.export.webfont import font_faces
from helpers.export.words import say

#: Where the fonts go once it is known which glyphs the page needs.
_FONTS = "/*fonts*/"
#: No escaped text can hold this tag, so the first one is the template's.
_STYLES = "<style>"


@cache
def _environment() -> Any:  # noqa: ANN401 - an untyped template engine's environment
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("helpers.export", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def make_page(template: str, *, language: Language, headings: str, **values: object) -> bytes:
    """Return a page as UTF-8, its styles and fonts inside it.

    Args:
        template: Name of a template of this package.
        language: Language of the words that the template adds.
        headings: All text that the page sets in the serif.
        values: What the template shows; text is escaped.
    """
    page = (
        _environment()
        .get_template(template)
        .render(
            language=language,
            say=lambda key, **parts: say(key, language=language, **parts),
            policy=Markup(POLICY),
            styles=Markup(_styles()),
            **values,
        )
    )
    fonts = font_faces(page, headings=headings)
    return str(page.replace(_STYLES + _FONTS, _STYLES + fonts, 1)).encode("utf-8", errors="replace")


@cache
def _styles() -> str:
    """Return the style sheet of every page."""
    from helpers.export.rawpage import styles

    return f"{_FONTS}\n{template_text('style.css')}\n{styles()}"


def template_text(name: str) -> str:
    """Return a style sheet of this package, its colours those of the charts."""
    source = str(_environment().loader.get_source(_environment(), name)[0])
    for colour in ("INK", "SOFT", "FAINT", "GRID", "EMPTY", "NAVY", "ACCENT", "PALE"):
        source = source.replace(f"${colour}$", getattr(style, colour))
    return source
