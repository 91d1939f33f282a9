"""Structure of vocabulary: what stands together, maps of words and groups, topics, new words."""

from helpers.statistics.structure.centrality import centrality
from helpers.statistics.structure.communities import communities
from helpers.statistics.structure.cooccurrence import cooccurrence, frequent, strongest
from helpers.statistics.structure.correspondence import Correspondence, correspondence
from helpers.statistics.structure.regions import axis_stability, regions
from helpers.statistics.structure.units import occurrences

__all__ = [
    "Correspondence",
    "axis_stability",
    "centrality",
    "communities",
    "cooccurrence",
    "correspondence",
    "frequent",
    "occurrences",
    "regions",
    "strongest",
]
