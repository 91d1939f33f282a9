"""Concordance over ten million characters: building, loading, every kind of query, selections.

The text is made: words of jieba's dictionary by Zipf's law, so that some are everywhere and most
are rare; and, where ../shared is, the government's work reports repeated. Run with `make bench`,
or `pytest benchmarks/test_concordance.py --benchmark-only -s` for the figures.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from helpers.language.lexicon import Lexicon, LexiconEntry
from helpers.language.plain import plain
from helpers.language.segment import dictionary_tags
from helpers.statistics.concordance import (
    Index,
    collocates_of,
    concordance,
    dispersion_of,
    keyness_between,
)

REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("HELPERS_SHARED", REPOSITORY.parent / "shared"))
REPORTS = SHARED / "corpora" / "gov_work_reports" / "reports_only.jsonl"
CHARACTERS, ARTICLE = 10_000_000, 800
#: Different words, Zipf's exponent, and Mandelbrot's shift, which flattens the first ranks.
VOCABULARY, EXPONENT, SHIFT = 50_000, 1.05, 2.7
#: What must be reached: seconds of a query and of keyness, MB of UTF-8 a second when built.
QUERY, KEYNESS, BUILD = 0.2, 2.0, 2.0
#: Terms of the class that is looked for, and the ranks of the words they are.
CLASS = range(100, 2100, 50)

#: Loads an index in a process of its own, asks it, and prints what it took.
PROBE = """
import re, sys
from pathlib import Path
import pandas as pd
from helpers.statistics.concordance import Index
if sys.argv[1] == "build":
    Index.of(pd.read_parquet(sys.argv[2])).save(sys.argv[3])
else:
    Index.load(sys.argv[3]).find(sys.argv[2], sort="right")
# Not ru_maxrss: that goes on from the process which started this one.
print(int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) / 1024)
"""


def made() -> tuple[pd.DataFrame, list[str]]:
    """Return articles of words by Zipf's law, and the words by rank."""
    generator = np.random.default_rng(20200101)
    known = [w for w in dictionary_tags() if re.fullmatch("[\u4e00-\u9fff]{1,4}", w)]
    # Simplified words alone, so that a search without the plain reading finds the same.
    known = [word for word in known if plain(word) == word and word.encode("gb2312", "ignore")]
    words = generator.permutation(np.array(known, dtype=object))[:VOCABULARY]
    weights = (np.arange(1, len(words) + 1) + SHIFT) ** -EXPONENT
    # About one token in nine is a mark.
    drawn = generator.choice(len(words), CHARACTERS // 2, p=weights / weights.sum())
    marks = generator.choice(
        np.array(["，", "。", "、", "。\n", "12"], dtype=object), len(drawn) // 8
    )
    tokens = words[drawn]
    tokens[4::8] = tokens[4::8] + marks[: len(tokens[4::8])]
    text = "".join(tokens)[:CHARACTERS]
    return framed([text[i : i + ARTICLE] for i in range(0, len(text), ARTICLE)]), list(words)


def framed(texts: list[str]) -> pd.DataFrame:
    rows = {
        "article_id": [f"x-{i:05d}" for i in range(len(texts))],
        "issue_id": [f"x-{i // 12:04d}" for i in range(len(texts))],
        "text": texts,
    }
    return pd.DataFrame(rows).astype("str")


def reports() -> pd.DataFrame:
    """Return the work reports, cut to articles, again and again until there is enough."""
    contents = [json.loads(line)["content"] for line in REPORTS.read_text("utf-8").splitlines()]
    whole = "\n".join(contents)
    parts = [whole[i : i + ARTICLE] for i in range(0, len(whole), ARTICLE)]
    return framed(parts * (CHARACTERS // len(whole) + 1))


class Bench:
    """Articles, their index, and what to look for in them."""

    def __init__(self, name: str, folder: Path) -> None:
        self.articles, self.words = made() if name == "made" else (reports(), [])
        lexicon = None
        if self.words:
            terms = tuple(LexiconEntry(self.words[n], "office", "") for n in CLASS)
            lexicon = Lexicon(terms)
        self.bytes = sum(len(text.encode()) for text in self.articles["text"])
        self.folder, self.parquet = folder / "index", folder / "articles.parquet"
        self.articles.to_parquet(self.parquet)
        Index.of(self.articles.head(10), lexicon)
        begun = time.perf_counter()
        index = Index.of(self.articles, lexicon)
        self.seconds = time.perf_counter() - begun
        index.save(self.folder)
        self.index = Index.load(self.folder)
        self.queries = self._queries()

    def _queries(self) -> dict[str, dict[str, str]]:
        if not self.words:
            return {
                "rare": {"query": "数字经济"},
                "frequent": {"query": "发展", "sort": "right"},
                "words": {"query": "改革", "how": "words", "sort": "left"},
                "regex": {"query": r"(?:推进|深化)\w{0,4}改革", "how": "regex", "sort": "right"},
                "class": {"query": "lexicon:office", "how": "class", "sort": "right"},
            }
        counts = {w: self.index.store.text.count(w) for w in self.words[:60]}
        often = min((n, w) for w, n in counts.items() if n >= 50_000)[1]
        a, b = self.words[20], self.words[31]
        return {
            "rare": {"query": self.words[40_000]},
            "frequent": {"query": often, "sort": "right"},
            "words": {"query": self.words[12], "how": "words", "sort": "left"},
            "regex": {"query": rf"(?:{a}|{b})\w{{0,4}}[，。]", "how": "regex", "sort": "right"},
            "class": {"query": "lexicon:office", "how": "class", "sort": "right"},
        }


NAMES = [
    "made",
    pytest.param("reports", marks=pytest.mark.skipif(not REPORTS.is_file(), reason="")),
]


@pytest.fixture(scope="module", params=NAMES)
def bench(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(request.param, tmp_path_factory.mktemp(request.param))


def peak(what: str, argument: str, folder: Path) -> float:
    """Return the most memory, in MB, that a process of its own took."""
    command = [sys.executable, "-c", PROBE, what, argument, str(folder)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def naive(bench: Bench, asked: dict[str, str]) -> Callable[[], pd.DataFrame] | None:
    """Return what one would write without an index: `re` over every article, then a sort."""
    how = asked.get("how", "string")
    if how == "words":
        return None
    pattern = asked["query"] if how == "regex" else re.escape(asked["query"])
    if how == "class":
        terms = sorted(bench.index.terms_of(asked["query"]), key=len, reverse=True)
        pattern = "|".join(map(re.escape, terms))

    def search() -> pd.DataFrame:
        found = concordance(bench.articles, pattern, width=20)
        side = asked.get("sort")
        return found if side is None else found.sort_values(side, kind="stable")

    return search


@pytest.mark.parametrize("kind", ["rare", "frequent", "words", "regex", "class"])
def test_a_query(benchmark, bench: Bench, kind: str) -> None:
    asked = bench.queries[kind]
    found = benchmark.pedantic(lambda: bench.index.find(**asked), rounds=7, warmup_rounds=1)
    benchmark.extra_info["hits"] = len(found)
    fastest = benchmark.stats.stats.min
    said = f"\n{kind} {asked}: {len(found):,} hits in {fastest * 1000:.0f} ms"
    search = naive(bench, asked)
    if search is not None:
        begun = time.perf_counter()
        other = search()
        seconds = time.perf_counter() - begun
        benchmark.extra_info["naive, times as long"] = round(seconds / fastest, 1)
        said += f"; without an index {seconds * 1000:.0f} ms ({seconds / fastest:.1f} times)"
        if bench.words:
            assert len(other) == len(found)
    print(said)
    if kind == "frequent" and bench.words:
        assert len(found) >= 50_000
    assert fastest < QUERY


def test_a_first_query_after_loading(benchmark, bench: Bench) -> None:
    asked = bench.queries["frequent"]

    def fresh() -> tuple[tuple[Index], dict[str, str]]:
        return (Index.load(bench.folder),), {}

    benchmark.pedantic(lambda index: index.find(**asked), setup=fresh, rounds=5)
    begun = time.perf_counter()
    Index.load(bench.folder)
    benchmark.extra_info["loading, ms"] = round((time.perf_counter() - begun) * 1000)
    print(f"\nfirst query {benchmark.stats.stats.min * 1000:.0f} ms, {benchmark.extra_info}")
    assert benchmark.stats.stats.min < QUERY


def test_keyness_over_two_halves(benchmark, bench: Bench) -> None:
    ids = bench.articles["article_id"].tolist()
    half = len(ids) // 2
    run = lambda: keyness_between(bench.index, ids[:half], ids[half:])  # noqa: E731
    found = benchmark.pedantic(run, rounds=5, warmup_rounds=1)
    print(f"\nkeyness of {len(found):,} terms in {benchmark.stats.stats.min * 1000:.0f} ms")
    assert benchmark.stats.stats.min < KEYNESS


def test_dispersion(benchmark, bench: Bench) -> None:
    benchmark.pedantic(lambda: dispersion_of(bench.index, least=5), rounds=3, warmup_rounds=1)


@pytest.mark.parametrize("window", [5, None])
def test_collocates(benchmark, bench: Bench, window: int | None) -> None:
    within = "article" if window else "sentence"
    node = bench.queries["words"]["query"]
    run = lambda: collocates_of(bench.index, node, window=window, within=within)  # noqa: E731
    benchmark.pedantic(run, rounds=3, warmup_rounds=1)


def test_building(benchmark, bench: Bench) -> None:
    """The speed of one build, segmentation included, and the peak of building and of asking."""
    speed = bench.bytes / 1e6 / bench.seconds
    query = bench.queries["frequent"]["query"]
    benchmark.pedantic(lambda: bench.index.save(bench.folder), rounds=1)
    size = sum(path.stat().st_size for path in bench.folder.iterdir()) / 1e6
    building = peak("build", str(bench.parquet), bench.folder)
    asking = peak("ask", query, bench.folder)
    benchmark.extra_info["built, MB/s"] = round(speed, 2)
    benchmark.extra_info["on disk, MB"] = round(size)
    benchmark.extra_info["peak memory, MB"] = {"building": building, "asking": asking}
    print(f"\nbuilt {bench.bytes / 1e6:.0f} MB at {speed:.1f} MB/s; {benchmark.extra_info}")
    assert speed >= BUILD
