"""Programmes: systems, platforms, mechanisms, campaigns, projects, with their evidence."""

from helpers.extraction.initiatives.find import find_initiatives
from helpers.extraction.initiatives.initiative import Indicator, Initiative, Mention, Tier

__all__ = ["Indicator", "Initiative", "Mention", "Tier", "find_initiatives"]
