"""Statistics: tables to measures, with their uncertainty."""

from helpers.statistics.concordance import concordance
from helpers.statistics.frequency import first_appearances, term_frequency
from helpers.statistics.series import numbering, per_issue, too_few
from helpers.statistics.shares import shares, together, wilson

__all__ = [
    "concordance",
    "first_appearances",
    "numbering",
    "per_issue",
    "shares",
    "term_frequency",
    "together",
    "too_few",
    "wilson",
]
