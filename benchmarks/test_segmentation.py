"""How fast text is cut and themed: rjieba against jieba, in one run on one text."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pandas as pd
import pytest

from helpers import paths
from helpers.language import reference
from helpers.language.lexicon import load_lexicon
from helpers.language.segment import Segmenter
from helpers.language.themes import load_themes, score_themes

#: How many times jieba's speed the segmenter must have.
LEAST_RATIO = 10
SIZE = 300_000
SEED = 20_201_230


def specimen_text() -> list[str]:
    """Return the lines of the fictional issues, repeated to the wanted size."""
    files = sorted((paths.raw() / "specimen").glob("*.txt"))
    if not files:
        pytest.skip("the specimen issues are not there")
    lines = [x for f in files for x in f.read_text(encoding="utf-8-sig").splitlines() if x]
    return fill(lines)


def made_up_text() -> list[str]:
    """Return lines of terms and common characters in random order."""
    chance = random.Random(SEED)
    parts = [*load_lexicon().terms, *"的了在是有和与为对把被从到上下中今年村里人们工作，。、"]
    return fill(["".join(chance.choices(parts, k=30)) + "。" for _ in range(2000)])


def fill(lines: list[str]) -> list[str]:
    """Repeat lines until they hold `SIZE` characters."""
    total = sum(map(len, lines))
    return lines * max(1, -(-SIZE // total))


TEXTS: dict[str, Callable[[], list[str]]] = {"specimen": specimen_text, "made up": made_up_text}


def megabytes(lines: list[str]) -> float:
    return sum(len(line.encode()) for line in lines) / 1e6


def seconds(work: Callable[[], object], times: int) -> float:
    """Return the shortest of some runs."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.parametrize("name", TEXTS)
def test_segmenter(benchmark, name: str) -> None:
    lines = TEXTS[name]()
    segmenter = Segmenter(load_lexicon())
    segmenter.cut(lines[0])
    benchmark.extra_info["megabytes"] = megabytes(lines)
    words = benchmark(segmenter.cut_many, lines)
    assert "".join(words[0]) == lines[0]


@pytest.mark.parametrize("name", TEXTS)
def test_segmenter_is_many_times_as_fast_as_jieba(benchmark, name: str) -> None:
    lines = TEXTS[name]()
    lexicon = load_lexicon()
    segmenter = Segmenter(lexicon)
    reference.reference_cut(lines[0], lexicon=lexicon)
    segmenter.cut(lines[0])
    # Both are timed here, in one run, so that the ratio does not depend on the machine's mood.
    theirs = seconds(lambda: [reference.reference_cut(x, lexicon=lexicon) for x in lines], 2)
    ours = seconds(lambda: segmenter.cut_many(lines), 5)
    benchmark.extra_info["times jieba"] = round(theirs / ours, 1)
    benchmark.pedantic(segmenter.cut_many, args=(lines,), rounds=3)
    size = megabytes(lines)
    print(f"\n{name}: {size / ours:.1f} MB/s, jieba {size / theirs:.2f}, {theirs / ours:.1f} times")
    assert theirs / ours >= LEAST_RATIO


@pytest.mark.parametrize("name", TEXTS)
def test_themes(benchmark, name: str) -> None:
    lines = TEXTS[name]()
    articles = pd.DataFrame(
        [
            {"article_id": str(i), "headline": lines[i], "text": "\n".join(lines[i + 1 : i + 9])}
            for i in range(0, len(lines), 9)
        ]
    )
    dictionary = load_themes()
    dictionary.hits("")
    benchmark.extra_info["megabytes"] = megabytes(lines)
    benchmark(score_themes, articles, dictionary=dictionary)
    if benchmark.stats is not None:  # none when benchmarks are only tried, not timed
        print(f"\n{name}: {megabytes(lines) / benchmark.stats.stats.min:.1f} MB/s")
