"""Places and organisations: which of them an article names, at what level, under what name.

Three steps, each in linear time: `infer_setting` completes the county of the paper from what is
printed, `Names.learn` reads all articles once for the places that only this paper knows, and
`find_places` and `find_organisations` read one article with both.
"""

from __future__ import annotations

from helpers.extraction.places.find import find_places
from helpers.extraction.places.gazetteer import Gazetteer, read_gazetteer
from helpers.extraction.places.learned import Names
from helpers.extraction.places.organisations import find_names, find_organisations
from helpers.extraction.places.rows import Organisation, PlaceName
from helpers.extraction.places.settings import infer_setting

__all__ = [
    "Gazetteer",
    "Names",
    "Organisation",
    "PlaceName",
    "find_names",
    "find_organisations",
    "find_places",
    "infer_setting",
    "read_gazetteer",
]
