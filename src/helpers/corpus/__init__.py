"""Corpus: the tidy tables of one newspaper, built, validated, stored and loaded."""
