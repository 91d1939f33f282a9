"""Extraction: text to figures, speech and quoted terms, and where they stand."""

from helpers.extraction.effects import changes, effects
from helpers.extraction.measures import MEASURE_NAMES
from helpers.extraction.programmes import KIND_NAMES, nearest_name, programmes

__all__ = [
    "KIND_NAMES",
    "MEASURE_NAMES",
    "changes",
    "effects",
    "nearest_name",
    "programmes",
]
