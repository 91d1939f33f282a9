"""Fingerprints of texts by winnowing, and the pairs of texts that share enough of them.

Schleimer, Wilkerson and Aiken (2003), Winnowing: local algorithms for document fingerprinting,
SIGMOD. Of each `WINDOW` hashes in a row the smallest is kept, so that two texts with a run of
`GRAM + WINDOW - 1` characters in common always share a fingerprint, wherever the run stands.
MinHash, the usual way, promises this for whole texts only and loses an excerpt in a long article.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Hashes = npt.NDArray[np.uint64]
    Integers = npt.NDArray[np.int64]

GRAM, WINDOW = 6, 5
#: A fingerprint links a text with the next texts that have it, this many: so a stock phrase of
#: thousands of articles costs no more than its length, and a weekly notice still forms a chain.
REACH = 6
#: The least share of the shorter text's fingerprints that makes a pair worth comparing.
SHARE = 0.08
#: An odd multiplier without pattern, and the last step of splitmix64 (Steele et al. 2014).
BASE = 0x9E3779B97F4A7C15
MIX = 0xBF58476D1CE4E5B9


def fingerprints(text: str) -> Hashes:
    """Return the different fingerprints of a text, sorted; a text under `GRAM` has none."""
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    count = len(codes) - GRAM + 1
    if count < 1:
        return np.empty(0, dtype=np.uint64)
    hashes = np.zeros(count, dtype=np.uint64)
    for i in range(GRAM):
        # Arithmetic of unsigned integers wraps around, as it is meant to.
        hashes = hashes * np.uint64(BASE) + codes[i : i + count].astype(np.uint64)
    hashes = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(MIX)
    hashes ^= hashes >> np.uint64(27)
    if count > WINDOW:
        windows = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW)
        hashes = windows.min(axis=1)
    return np.unique(hashes)


def candidates(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of texts that share enough fingerprints to be compared, i < j, sorted."""
    import numpy as np

    found = [fingerprints(text) for text in texts]
    if not found:
        return []
    sizes = np.array([len(f) for f in found], dtype=np.int64)
    owner = np.repeat(np.arange(len(found)), sizes)
    hashes = np.concatenate(found)
    order = np.lexsort((owner, hashes))
    owner, hashes = owner[order], hashes[order]
    links = [
        owner[:-lag][same] * len(texts) + owner[lag:][same]
        for lag in range(1, REACH + 1)
        for same in [hashes[:-lag] == hashes[lag:]]
    ]
    pairs, shared = np.unique(np.concatenate(links), return_counts=True)
    one, two = pairs // len(texts), pairs % len(texts)
    enough = shared >= np.maximum(1, SHARE * np.minimum(sizes[one], sizes[two]))
    return list(zip(one[enough].tolist(), two[enough].tolist(), strict=True))
