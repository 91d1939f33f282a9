"""Statistics: tables to measures, with their uncertainty."""

from helpers.statistics.concordance import concordance
from helpers.statistics.frequency import first_appearances, term_frequency
from helpers.statistics.series import not_printed, numbering, per_issue, too_few, too_thin
from helpers.statistics.shares import shares, together, wilson

__all__ = [
    "concordance",
    "first_appearances",
    "not_printed",
    "numbering",
    "per_issue",
    "shares",
    "term_frequency",
    "together",
    "too_few",
    "too_thin",
    "wilson",
]
