"""Structure of vocabulary: what stands together, maps of words and groups, topics, new words."""

from helpers.statistics.structure.centrality import centrality
from helpers.statistics.structure.communities import communities
from helpers.statistics.structure.cooccurrence import cooccurrence, frequent, strongest
from helpers.statistics.structure.correspondence import Correspondence, correspondence
from helpers.statistics.structure.documents import Documents, documents, too_small_for
from helpers.statistics.structure.new_words import contexts, new_words
from helpers.statistics.structure.proposals import proposal_file, propose
from helpers.statistics.structure.regions import axis_stability, regions
from helpers.statistics.structure.topic_stability import topic_stability
from helpers.statistics.structure.topics import Topics, topics, typical_articles
from helpers.statistics.structure.units import occurrences

__all__ = [
    "Correspondence",
    "Documents",
    "Topics",
    "axis_stability",
    "centrality",
    "communities",
    "contexts",
    "cooccurrence",
    "correspondence",
    "documents",
    "frequent",
    "new_words",
    "occurrences",
    "proposal_file",
    "propose",
    "regions",
    "strongest",
    "too_small_for",
    "topic_stability",
    "topics",
    "typical_articles",
]
