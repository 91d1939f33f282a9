"""Extraction: text to figures, speech and quoted terms, and where they stand."""

from helpers.extraction.effects import changes, effects
from helpers.extraction.measures import MEASURE_NAMES
from helpers.extraction.programmes import KIND_NAMES, nearest_name, programmes
from helpers.extraction.quantities import quantities, quantities_near
from helpers.extraction.quoted import DIGITAL, quoted_terms
from helpers.extraction.speech import CATEGORY_NAMES, speech

__all__ = [
    "CATEGORY_NAMES",
    "DIGITAL",
    "KIND_NAMES",
    "MEASURE_NAMES",
    "changes",
    "effects",
    "nearest_name",
    "programmes",
    "quantities",
    "quantities_near",
    "quoted_terms",
    "speech",
]
