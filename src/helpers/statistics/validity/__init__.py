"""Validity: how far counts of themes depend on method, on single terms, and on what is missing."""

from helpers.statistics.validity.agreement import against_labels, alpha_of_themes
from helpers.statistics.validity.expected import Expected, expected_issues
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
from helpers.statistics.validity.silence import STATES, Silence, silence, unread_issues

__all__ = [
    "READINGS",
    "STATES",
    "Alpha",
    "Expected",
    "Silence",
    "against_labels",
    "alpha_of_themes",
    "concentration",
    "differing_lines",
    "differing_terms",
    "expected_issues",
    "influence",
    "labels_of_key",
    "nominal_alpha",
    "ranges",
    "read_labels",
    "sensitivity",
    "silence",
    "theme_matches",
    "unread_issues",
]
