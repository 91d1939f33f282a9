"""The places of one article, with level, parent and full name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from helpers.extraction.document import Document, Setting
from helpers.extraction.places.candidate import Candidate
from helpers.extraction.places.candidates import find_candidates
from helpers.extraction.places.echoes import find_echoes, taken_by
from helpers.extraction.places.gazetteer import Gazetteer
from helpers.extraction.places.learned import Names
from helpers.extraction.places.levels import LEVELS, ZONES
from helpers.extraction.places.rows import PlaceName
from helpers.extraction.places.word_lists import endings
from helpers.extraction.places.words import Words, words_of

#: 我区, 全县, 市里, 县内, 全乡, 全国: the paper's own county, city or province, the town that was
#: named last, the country. Not 全区域, 我市场, 县里程.
RE_DEICTIC = re.compile(
    r"[我全本省市县区州旗乡镇](?:(?<=[我全本])[国省市县区州旗乡镇]|(?<=[省市县区州旗])里|(?<=[省市县])内"
    r"|(?<=(?<![我全本家古小城集水山])[乡镇])里(?![弄程巷乡人]|外))"
)


def find_places(
    document: Document,
    setting: Setting,
    gazetteer: Gazetteer | None = None,
    names: Names | None = None,
) -> list[PlaceName]:
    """Find the places of an article.

    Args:
        document: The article.
        setting: The county of the paper; what is None resolves nothing.
        gazetteer: The corpus's own.
        names: What all articles of the issue or corpus know (`Names.learn`); without it, what
            this one does.

    Returns:
        The places by field and offset, those inside a longer place's name included.
    """
    names = names if names is not None else Names.learn([document], setting, gazetteer)
    found: list[PlaceName] = []
    sites: dict[str, str] = _own_zone(setting)
    for field, text in document.fields.items():
        words = words_of(text)
        candidates = find_candidates(text, names, words)
        rows = [_row(field, one, before, names) for before, one in _pairs(candidates)]
        rows.extend(_deictic(field, words, setting, rows))
        sites.update(_sites(rows))
        taken = taken_by(len(text), [(row.start, row.end) for row in rows])
        for start, end, name in find_echoes(words, sites, taken):
            printed = text[start:end]
            rows.append(PlaceName(field, start, end, printed, name, "other", deictic=True))
        found.extend(sorted(rows, key=lambda row: (row.start, row.end)))
    return found


def _own_zone(setting: Setting) -> dict[str, str]:
    """Return the bare words for a paper's own place if it is a zone: 开发区 → 清溪经济开发区."""
    county = setting.county or ""
    return {zone: county for zone in ZONES if county.endswith(zone) and county != zone}


def _sites(rows: list[PlaceName]) -> dict[str, str]:
    """Return the bare words that take up sites of these names: 开发区 → 清溪经济开发区."""
    ends = endings("echo_site")
    return {
        word: row.canonical
        for row in rows
        if row.level == "other" and not row.deictic
        if row.text.endswith(ends)
        for word in ends
        if row.text.endswith(word) and len(row.text) > len(word)
    }


def _pairs(candidates: Sequence[Candidate]) -> list[tuple[Candidate | None, Candidate]]:
    """Return each place with the one before it."""
    return list(zip([None, *candidates[:-1]], candidates, strict=True)) if candidates else []


def _row(field: str, one: Candidate, before: Candidate | None, names: Names) -> PlaceName:
    parent = one.parent
    if parent is None and before is not None and before.end == one.start:
        larger = LEVELS.index(before.level) < LEVELS.index(one.level)
        parent = before.canonical if larger else None
    if parent is None:
        parent = names.parent_of(one.canonical, one.level)
    return PlaceName(field, one.start, one.end, one.name, one.canonical, one.level, parent)


def _deictic(field: str, words: Words, setting: Setting, taken: list[PlaceName]) -> list[PlaceName]:
    """Find the short forms that only the county of the paper explains."""
    found = []
    text = words.text
    inside = bytearray(len(text) + 1)
    for row in taken:
        inside[row.start : row.end] = b"\x01" * (row.end - row.start)
    towns = [row for row in taken if row.level in ("乡", "镇")]
    for match in RE_DEICTIC.finditer(text):
        start, end = match.span()
        if inside[start] or inside[end - 1] or words.cuts(start) or words.cuts(end):
            continue
        printed = match.group()
        seat = printed[1] if printed[0] in "我全本" else printed[0]
        if seat in "乡镇":
            at = bisect_left(towns, start, key=lambda row: row.start)
            town = towns[at - 1] if at else None
            if town is None and printed[1:] == "里":
                continue  # 镇里: no town was named that it could mean
            name, level = (town.canonical, town.level) if town else (None, seat)
            parent = town.parent if town else setting.county
        else:
            name, level, parent = resolve_seat(seat, setting)
        row = PlaceName(field, start, end, printed, name or printed, level, parent, deictic=True)
        found.append(row)
    return found


def resolve_seat(seat: str, setting: Setting) -> tuple[str | None, str, str | None]:
    """Resolve the word of a level to the place of the paper: 区 → 青溪区, 区, 清州市.

    In a paper of a county-level city, 市 is that city.
    """
    level = {"州": "市", "旗": "县"}.get(seat, seat)
    if seat == "国":
        return "中国", "国", None
    if seat == "省":
        return setting.province, level, None
    if setting.seat == seat:
        return setting.county, level, setting.city
    if seat in "市州":
        return setting.city, level, setting.province
    return None, level, None
