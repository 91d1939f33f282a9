"""Grades of terms by the share of articles that print them, from boiling to cold.

The China Media Project grades the terms of the People's Daily in six steps (沸 烫 热 暖 温 冷) by
the articles that print them, or by their share where years of different size are compared (China
Media Project, China's Political Discourse in 2020; Discourse Climate Report, July 2018). Its first
grade begins at 2,000 articles a year, about one in twenty of the paper's. The steps below that are
this project's own: each begins at half the share of the one above it.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers.statistics.shares import wilson

#: Grade, Chinese, English, and the share of articles from which it holds.
GRADES: tuple[tuple[int, str, str, float], ...] = (
    (1, "沸", "boiling", 0.05),
    (2, "烫", "scalding", 0.025),
    (3, "热", "hot", 0.0125),
    (4, "暖", "warm", 0.00625),
    (5, "温", "tepid", 0.003125),
    (6, "冷", "cold", 0.0),
)
#: The shares alone.
BEGINS = tuple(begin for _, _, _, begin in GRADES)
#: For a paper that prints hundreds of articles a year, of which one in twenty is soon reached.
BEGINS_SMALL = tuple(8 * begin for begin in BEGINS)


def grade(share: float, begins: Sequence[float] = BEGINS) -> int:
    """Return the grade of a share of articles, from 1 to 6: 0.03 => 2."""
    return next(n for n, begin in enumerate(begins, start=1) if share >= begin)


def grade_names(language: str) -> dict[int, str]:
    """Name the grades: {1: '沸', 2: '烫', …} or {1: 'boiling', …}."""
    return {number: zh if language == "zh" else en for number, zh, en, _ in GRADES}


def tiers(trends: pd.DataFrame, begins: Sequence[float] = BEGINS) -> pd.DataFrame:
    """Grade terms in each period.

    Args:
        trends: Frame with `term`, `period`, `n_with` and `n_articles`, as from `trend`.
        begins: The share from which each grade holds, falling to 0. Those of a daily of the Centre
            put most of a county paper's terms into the first; `BEGINS_SMALL` does not.

    Returns:
        The frame with `grade`, and `grade_low` and `grade_high`, the coldest and hottest grade
        within Wilson's interval of the share; `certain` where both are the same. A term that no
        article prints is graded cold, with the interval telling how warm it may have been.
    """
    cold, hot = [], []
    for count, total in zip(trends["n_with"], trends["n_articles"], strict=True):
        low, high = wilson(int(count), int(total))
        cold.append(grade(low, begins))
        hot.append(grade(high, begins))
    shares = trends["n_with"] / trends["n_articles"].where(trends["n_articles"] > 0, 1)
    out = trends.assign(grade=[grade(share, begins) for share in shares])
    out = out.assign(grade_low=cold, grade_high=hot)
    return out.assign(certain=out["grade_low"] == out["grade_high"])
