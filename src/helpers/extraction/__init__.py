"""Extraction: text to figures, and where they stand."""
