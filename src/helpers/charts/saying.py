"""Words in the language of the style: one call site, both languages side by side."""

from __future__ import annotations

from helpers.charts.labels import current_language


def say(zh: str, en: str) -> str:
    """Return the text in the language that `use_style` chose: ('征地', 'Land') => '征地'."""
    return zh if current_language() == "zh" else en
