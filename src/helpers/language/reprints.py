"""Articles printed again: word for word, with changes, or in part.

`fingerprint.candidates` proposes pairs; each is then compared exactly, by its runs of `GRAM`
characters, so that no hash decides anything.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import pandas as pd

from helpers.language.fingerprint import candidates
from helpers.language.plain import plain

#: Numbers of two texts, the first smaller; similarity, contained, shared characters, kind.
Found = tuple[int, int, float, float, int, str]

COLUMNS = (
    "article_id",
    "other_id",
    "similarity",
    "contained",
    "shared_characters",
    "kind",
    "first",
)
KINDS = ("identical", "near", "excerpt")
#: Runs of this many characters are compared.
GRAM = 5
#: Least Jaccard similarity of a near reprint; least share of the shorter text in an excerpt.
NEAR, CONTAINED = 0.5, 0.7
#: Texts shorter than this are compared whole only; shorter than the second, not at all.
LEAST, LEAST_IDENTICAL = 60, 20
DECIMALS = 3
#: The day in an article's id: q-2021-07-06-a01, q-2021-07-06-n88-a01; not q-undated-1a2b3c4d-a01.
RE_DAY = re.compile(r"-(\d{4}-\d{2}-\d{2})(?:-n\d+|-[0-9a-f]{8})?-a\d+$")
#: What does not count when texts are compared: white space and marks.
RE_MARKS = re.compile(r"[\W_]+")


def reprints(articles: pd.DataFrame) -> pd.DataFrame:
    """Find articles that were printed again.

    Args:
        articles: Frame with `article_id`, which tells the day, and `text`.

    Returns:
        One row for each pair (`COLUMNS`): `similarity` is the share of the different runs of
        `GRAM` characters of both that both have (Jaccard), `contained` the share of the shorter
        one's that the longer has, `shared_characters` how many characters of the shorter one
        stand in such runs. Each further copy of one text is paired with its first row alone.
        `first` is the one of the earlier day, missing if the days are the same or not known.
    """
    ids = [str(key) for key in articles["article_id"]]
    texts = [RE_MARKS.sub("", plain(str(text))) for text in articles["text"]]
    copies: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        if len(text) >= LEAST_IDENTICAL:
            copies[text].append(index)
    rows: list[Found] = [
        (same[0], other, 1.0, 1.0, len(text), "identical")
        for text, same in copies.items()
        for other in same[1:]
    ]
    unique = [same[0] for text, same in copies.items() if len(text) >= LEAST]
    rows += _compared(unique, [texts[i] for i in unique])
    records = [(ids[i], ids[j], *rest, _first(ids[i], ids[j])) for i, j, *rest in sorted(rows)]
    frame = pd.DataFrame(records, columns=list(COLUMNS))
    types = dict.fromkeys(("article_id", "other_id", "kind", "first"), "str")
    return frame.astype(
        {**types, "similarity": "float64", "contained": "float64", "shared_characters": "int64"}
    )


def grams(text: str) -> frozenset[str]:
    """Return the different runs of `GRAM` characters of a text."""
    return frozenset(text[i : i + GRAM] for i in range(len(text) - GRAM + 1))


def _compared(numbers: Sequence[int], texts: Sequence[str]) -> list[Found]:
    """Compare the candidates among different texts exactly; keep the reprints."""
    # Candidates come sorted by their first text, so few sets are needed again much later.
    of = lru_cache(maxsize=4096)(lambda index: grams(texts[index]))
    rows: list[Found] = []
    for i, j in candidates(texts):
        one, two = of(i), of(j)
        both = len(one & two)
        similarity = both / (len(one) + len(two) - both)
        contained = both / min(len(one), len(two))
        if similarity < NEAR and contained < CONTAINED:
            continue
        kind = "near" if similarity >= NEAR else "excerpt"
        shorter, longer = (i, two) if len(texts[i]) <= len(texts[j]) else (j, one)
        shared = _shared(texts[shorter], longer)
        # `numbers` ascends, so the order of the pair is kept.
        rows.append((numbers[i], numbers[j], _down(similarity), _down(contained), shared, kind))
    return rows


def _down(share: float) -> float:
    """Round a share down: only what is the same may be called the same (1.0)."""
    scale: int = 10**DECIMALS
    return int(share * scale + 1e-9) / scale


def _shared(text: str, others: frozenset[str]) -> int:
    """Count the characters of a text that stand in runs of the other."""
    count = until = 0
    for start in range(len(text) - GRAM + 1):
        if text[start : start + GRAM] in others:
            count += start + GRAM - max(start, until)
            until = start + GRAM
    return count


def _first(one: str, two: str) -> str | None:
    """Say which of two articles was printed on an earlier day, if their ids tell."""
    days = [RE_DAY.search(key) for key in (one, two)]
    if days[0] is None or days[1] is None or days[0][1] == days[1][1]:
        return None
    return one if days[0][1] < days[1][1] else two
