"""Direct speech: told apart from quoted terms, with who speaks, as what, and by which verb."""

from helpers.extraction.voices.find import Quotation, find_quotations

__all__ = ["Quotation", "find_quotations"]
