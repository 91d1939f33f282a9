"""Audit: what a parse gets right, measured against an answer key that a person made."""
