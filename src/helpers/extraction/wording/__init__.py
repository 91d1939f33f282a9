"""Official wording: coinages, number-slogans, parallel phrases, and what is only formula."""

from helpers.extraction.wording.find import Coinage, find_coinages

__all__ = ["Coinage", "find_coinages"]
