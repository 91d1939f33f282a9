"""Validity: how far counts of themes depend on method, on single terms, and on what is missing."""

from helpers.statistics.validity.influence import concentration, influence
from helpers.statistics.validity.matching import READINGS, theme_matches
from helpers.statistics.validity.sensitivity import (
    differing_lines,
    differing_terms,
    ranges,
    sensitivity,
)

__all__ = [
    "READINGS",
    "concentration",
    "differing_lines",
    "differing_terms",
    "influence",
    "ranges",
    "sensitivity",
    "theme_matches",
]
