"""Corrections from an answer key: followed by a build, they give what the key says."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from helpers import paths
from helpers.audit.key import KeyIssue
from helpers.audit.marked import load_marked
from helpers.audit.readings import of_parse
from helpers.audit.score import compare
from helpers.corpus.corrections_apply import parse_corrected
from helpers.corpus.corrections_lines import LineCorrection, read_correction
from helpers.corpus.reparse import parse_raw
from helpers.parsing.model import ParsedIssue
from helpers.reading.model import RawIssue
from helpers.statistics.mending import mends_by_key

PAPERS = sorted((paths.root() / "tests" / "papers").glob("*/*.txt"))


def exact(key: KeyIssue, parsed: ParsedIssue, lines: tuple[str, ...]) -> int:
    return compare(key, of_parse(parsed, key.name), lines).tallies["exact"].right


def corrections(key: KeyIssue, parsed: ParsedIssue, raw: RawIssue) -> list[LineCorrection]:
    out = []
    for text in mends_by_key(key, of_parse(parsed, key.name), raw.lines, file="x.txt"):
        ((_, table),) = tomllib.loads(text).items()
        correction = read_correction(table["lines"][0], None)
        assert isinstance(correction, LineCorrection), correction
        assert correction.misfit(raw.lines) is None
        out.append(correction)
    return out


@pytest.mark.parametrize("path", PAPERS[::4], ids=lambda path: path.parent.name)
def test_what_the_key_asks_for_mends_the_parse(path: Path) -> None:
    key = load_marked(path)
    assert key.raw is not None
    raw = RawIssue(Path("x.txt"), "0" * 64, "utf-8", key.raw)
    before = parse_raw(raw)
    after, failed = parse_corrected(raw, corrections(key, before, raw))
    assert len(failed) <= 1
    assert exact(key, after, key.raw) >= exact(key, before, key.raw)
    assert exact(key, after, key.raw) >= 0.75 * len(key.articles)


def test_a_parse_that_agrees_needs_nothing() -> None:
    lines = ("水渠修好了", "本报讯（记者 甲乙）昨日，东村的水渠修好了。")
    raw = RawIssue(Path("x.txt"), "0" * 64, "utf-8", lines)
    parsed = parse_raw(raw)
    assert corrections(of_parse(parsed, "x"), parsed, raw) == []
