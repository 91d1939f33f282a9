"""Every string of Chinese characters that a corpus repeats, with its neighbours: by numpy alone.

Strings grow by one character at a time, and only where both shorter ones are repeated often
enough, so a million characters take a second or two.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Vector = NDArray[np.float64]
#: Chinese characters; everything else ends a string.
FIRST_HAN, LAST_HAN = 0x4E00, 0x9FFF
#: Figures: before a string they are all one, for 12户人家 and 三户人家 make 户人家 no word; behind
#: it they are a border, as marks are: 办结率98%.
FIGURES = "0123456789０１２３４５６７８９〇零一二三四五六七八九十百千万亿两几多余数%％."


@dataclass(frozen=True)
class Line:
    """A corpus on one long line.

    Args:
        text: The line; paragraphs, and words that do not touch, are parted by a line feed.
        codes: A number for each character, from 1; 0 for what is no Chinese character.
        beside: The same as a neighbour: all Latin letters are one more, all figures the last.
        edges: Whether a token starts at each place, or the line ends (one longer than the text).
        article: The number of the article of each place.
        offset: The offset of each place in the text of its article.
        articles: The articles' ids by number.
    """

    text: str
    codes: Integers
    beside: Integers
    edges: NDArray[np.bool_]
    article: Integers
    offset: Integers
    articles: list[str]

    @property
    def size(self) -> int:
        """Return how many Chinese characters there are."""
        return int(np.count_nonzero(self.codes))


def one_line(tokens: pd.DataFrame) -> Line:
    """Lay the tokens of a corpus on one line, in the order of the text.

    Args:
        tokens: `corpus.tokens` or rows of it: article_id, paragraph, start, end, term. The terms
            are in simplified characters whatever was printed, so one word has one form.
    """
    terms = tokens["term"].astype(str).tolist()
    numbers, articles = pd.factorize(tokens["article_id"])
    start = tokens["start"].to_numpy(dtype=np.int64)
    end = tokens["end"].to_numpy(dtype=np.int64)
    paragraph = tokens["paragraph"].to_numpy(dtype=np.int64)
    parted = np.ones(len(terms), dtype=bool)
    if len(terms):
        parted[1:] = (
            (numbers[1:] != numbers[:-1])
            | (paragraph[1:] != paragraph[:-1])
            | (start[1:] != end[:-1])
        )
    pieces = [
        "\n" + term if new else term for term, new in zip(terms, parted.tolist(), strict=True)
    ]
    text = "".join(pieces)
    lengths = np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces))
    before = np.cumsum(lengths) - lengths
    edges = np.zeros(len(text) + 1, dtype=bool)
    edges[before + parted], edges[-1] = True, True
    owner = np.repeat(np.arange(len(pieces)), lengths)
    inside = np.arange(len(text)) - before[owner] - parted[owner]
    points = np.frombuffer(text.encode("utf-32-le"), dtype="<u4").astype(np.int64)
    codes = np.zeros(len(points), dtype=np.int64)
    han = (points >= FIRST_HAN) & (points <= LAST_HAN)
    # A token's end is an edge, too: what follows it may be a line feed.
    edges[1:][np.flatnonzero(~han)] = True
    edges[:-1][~han] = True
    codes[han] = pd.factorize(points[han])[0] + 1
    beside, kinds = codes.copy(), int(codes.max(initial=0))
    small = points | 0x20
    beside[(small >= ord("a")) & (small <= ord("z"))] = kinds + 1
    beside[np.isin(points, [ord(figure) for figure in FIGURES])] = kinds + 2
    return Line(
        text,
        codes,
        beside,
        edges,
        numbers.astype(np.int64)[owner],
        start[owner] + np.maximum(inside, 0),
        [str(name) for name in articles],
    )


def repeated(line: Line, *, longest: int, least: int) -> pd.DataFrame:
    """List the strings of two characters and more that stand as often as `least`.

    Returns:
        term, length, count, n_articles, first (place of the first one on the line), cohesion,
        left_entropy and right_entropy (bits), and cut_share: the share of occurrences at whose
        ends the tokens of the corpus begin and end as well.

        `cohesion` is the least pointwise mutual information over all ways to cut the string in
        two, log2(P(string) / (P(head) P(tail))). The entropies are those of the characters that
        stand before and after it, the branching of Harris (1955) as Jin and Tanaka-Ishii (2006)
        measure it; a mark or the end of a paragraph is a neighbour of its own each time, since a
        word certainly ends there.
    """
    ids: list[Integers] = [line.codes - 1]
    counts: list[Integers] = [np.bincount(line.codes[line.codes > 0] - 1)]
    frames = []
    for length in range(2, longest + 1):
        grown, places = _grow(ids[-1], ids[0], length)
        if not len(places):
            break
        codes, _ = pd.factorize(grown)
        total = np.bincount(codes)
        kept = total >= least
        renumbered = np.cumsum(kept) - 1
        alive = kept[codes]
        number = np.full(len(line.codes), -1, dtype=np.int64)
        number[places[alive]] = renumbered[codes[alive]]
        ids.append(number)
        counts.append(total[kept])
        if not kept.any():
            break
        frames.append(_describe(line, places[alive], ids, counts))
    if not frames:
        names = "term length count n_articles first cohesion left_entropy right_entropy cut_share"
        return pd.DataFrame({name: [] for name in names.split()}).astype({"term": "str"})
    return pd.concat(frames, ignore_index=True)


def _grow(shorter: Integers, single: Integers, length: int) -> tuple[Integers, Integers]:
    """Return a key for each string of `length`, and where it starts: both its parts are alive."""
    last = len(shorter) - length + 1
    if last <= 0:
        return np.array([], dtype=np.int64), np.array([], dtype=np.int64)
    places = np.flatnonzero((shorter[:last] >= 0) & (shorter[1 : last + 1] >= 0))
    width = int(single.max()) + 1 if len(single) else 1
    return shorter[places] * width + single[places + length - 1], places


def _describe(
    line: Line, places: Integers, ids: list[Integers], counts: list[Integers]
) -> pd.DataFrame:
    """Measure all strings of one length; `places` are where they stand."""
    length, number, total = len(ids), ids[-1][places], counts[-1]
    first = np.full(len(total), len(line.codes), dtype=np.int64)
    np.minimum.at(first, number, places)
    share = total / max(line.size, 1)
    cohesion = np.full(len(total), np.inf)
    for cut in range(1, length):
        head = counts[cut - 1][ids[cut - 1][first]]
        tail = counts[length - cut - 1][ids[length - cut - 1][first + cut]]
        cohesion = np.minimum(cohesion, np.log2(share * line.size**2 / (head * tail)))
    padded = np.concatenate([[0], line.beside, [0]])
    behind = np.where(padded == int(line.codes.max()) + 2, 0, padded)
    both_edges = line.edges[places] & line.edges[places + length]
    holding = pd.DataFrame({"n": number, "a": line.article[places]}).drop_duplicates()["n"]
    return pd.DataFrame(
        {
            "term": pd.Series([line.text[i : i + length] for i in first.tolist()], dtype="str"),
            "length": length,
            "count": total,
            "n_articles": np.bincount(holding, minlength=len(total)),
            "first": first,
            "cohesion": cohesion,
            "left_entropy": _entropy(number, padded[places], total),
            "right_entropy": _entropy(number, behind[places + length + 1], total),
            "cut_share": np.bincount(number, weights=both_edges, minlength=len(total)) / total,
        }
    )


def _entropy(number: Integers, neighbour: Integers, total: Integers) -> Vector:
    """Return the entropy, in bits, of the neighbours of each string; 0 is a neighbour by itself."""
    inner = neighbour > 0
    width = int(neighbour.max()) + 1 if len(neighbour) else 1
    keys, met = np.unique(number[inner] * width + neighbour[inner], return_counts=True)
    owner = keys // width
    share = met / total[owner]
    out = np.bincount(owner, weights=-share * np.log2(share), minlength=len(total))
    border = np.bincount(number[~inner], minlength=len(total)) / total
    return np.asarray(out + border * np.log2(total))


def occurrences_of(line: Line, term: str, *, most: int) -> list[int]:
    """Return the first places of a string on the line."""
    found: list[int] = []
    place = line.text.find(term)
    while place >= 0 and len(found) < most:
        found.append(place)
        place = line.text.find(term, place + len(term))
    return found
