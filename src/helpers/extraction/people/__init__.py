"""People and their offices, the same person throughout a corpus, and who signs what."""

from helpers.extraction.people.find import Person, find_people

__all__ = ["Person", "find_people"]
