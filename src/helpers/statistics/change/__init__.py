"""Change over time: trends, grades of terms, lags behind a reference, first appearances."""

from helpers.statistics.change.appearance import appearances
from helpers.statistics.change.lag import first_reached, lag_behind, shifted
from helpers.statistics.change.tiers import BEGINS_SMALL, GRADES, grade, grade_names, tiers
from helpers.statistics.change.trend import monotone, trend

__all__ = [
    "BEGINS_SMALL",
    "GRADES",
    "appearances",
    "first_reached",
    "grade",
    "grade_names",
    "lag_behind",
    "monotone",
    "shifted",
    "tiers",
    "trend",
]
