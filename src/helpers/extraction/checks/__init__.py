"""Arithmetic that a text invites: what it states is computed again, and the calculation shown."""

from helpers.extraction.checks.find import find_checks
from helpers.extraction.checks.model import Check

__all__ = ["Check", "find_checks"]
