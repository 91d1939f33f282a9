"""Figures: every quantity of an article with value, unit, kind, hedge, and what it counts."""
