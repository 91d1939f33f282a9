"""Extraction: text to people, places, speech, figures, programmes and coinages."""

from helpers.extraction.effects import changes, effects
from helpers.extraction.measures import MEASURE_NAMES

__all__ = [
    "MEASURE_NAMES",
    "changes",
    "effects",
]
