"""What says something only in company: a length with a gap, an end with the text that follows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from helpers.parsing.catalogue import (
    AHEAD,
    BETWEEN,
    GAPS,
    SIZE_AHEAD,
    SIZES,
    SORTS,
    SYMBOL_AHEAD,
    TOLD,
    TOPICS,
    WITH_GAPS,
    WITH_TOPIC,
)  # fmt: skip
from helpers.parsing.features import Ints
from helpers.parsing.sheet import Sheet


def see_together(
    sheet: Sheet,
    gaps: Ints,
    ahead: NDArray[np.int8],
    topics: NDArray[np.int8],
    credited: NDArray[np.bool_],
    signed: NDArray[np.bool_],
) -> None:
    """See the features of short lines that take two things.

    All are (lines,): `gaps` against the usual one (0, 1, 2), `ahead` and `topics` the levels of
    what lies ahead and of the topic, below 0 for none, `credited` whether a line ends with a
    credit, `signed` whether it has a byline.
    """
    seen, short = sheet.seen, np.flatnonzero(sheet.short)
    lengths = sheet.lengths
    size = np.searchsorted(SIZES, lengths[short])
    after = np.append(gaps[1:], len(GAPS) - 1)
    seen.put_levels(WITH_GAPS, (size * 3 + gaps[short]) * len(GAPS) + after[short], short)
    ends = np.select([credited, sheet.final, sheet.soft, lengths > 30], [1, 2, 3, 4], 5)
    before = np.concatenate([[0], ends[:-1]])[short]
    sorts = np.select(
        [signed, lengths > 30, sheet.final], [1, 2, 3], sheet.symbols + (len(SORTS) - len(TOLD))
    )
    behind = np.append(sorts[1:], 0)[short]
    seen.put_levels(BETWEEN, (before * 5 + size) * len(SORTS) + behind, short)
    known = ahead[short] >= 0
    some, level = short[known], ahead[short[known]]
    seen.put_levels(SIZE_AHEAD, size[known] * len(AHEAD) + level, some)
    seen.put_levels(SYMBOL_AHEAD, sheet.symbols[some] * len(AHEAD) + level, some)
    known = topics[short] >= 0
    some = short[known]
    seen.put_levels(WITH_TOPIC, size[known] * len(TOPICS) + topics[some], some)
