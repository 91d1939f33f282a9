"""Concordance: every occurrence of what is looked for with its context, from an index.

`Index` answers over millions of characters at once; `concordance` lists the matches of a regular
expression in a few articles, without one.
"""

from helpers.statistics.concordance.company import collocates_of
from helpers.statistics.concordance.index import Index
from helpers.statistics.concordance.listing import concordance
from helpers.statistics.concordance.opening import open_index
from helpers.statistics.concordance.places import with_places
from helpers.statistics.concordance.selections import keyness_between, selection_counts
from helpers.statistics.concordance.spread import dispersion_of

__all__ = [
    "Index",
    "collocates_of",
    "concordance",
    "dispersion_of",
    "keyness_between",
    "open_index",
    "selection_counts",
    "with_places",
]
