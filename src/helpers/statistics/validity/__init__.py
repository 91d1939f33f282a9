"""Validity: how far counts of themes depend on method, on single terms, and on what is missing."""

from helpers.statistics.validity.agreement import against_labels, alpha_of_themes
from helpers.statistics.validity.influence import concentration, influence
from helpers.statistics.validity.labels import labels_of_key, read_labels
from helpers.statistics.validity.matching import READINGS, theme_matches
from helpers.statistics.validity.reliability import Alpha, nominal_alpha
from helpers.statistics.validity.sensitivity import (
    differing_lines,
    differing_terms,
    ranges,
    sensitivity,
)

__all__ = [
    "READINGS",
    "Alpha",
    "against_labels",
    "alpha_of_themes",
    "concentration",
    "differing_lines",
    "differing_terms",
    "influence",
    "labels_of_key",
    "nominal_alpha",
    "ranges",
    "read_labels",
    "sensitivity",
    "theme_matches",
]
