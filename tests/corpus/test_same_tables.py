"""One issue as text, as web pages, as a two-column PDF and as a scan of 200 dpi: the same tables.

`pytest -m slow -s tests/corpus/test_same_tables.py` prints the figures of every issue.
"""

from __future__ import annotations

import sys
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from PIL import Image
from rapidfuzz.distance import Levenshtein

from helpers.corpus.build import build
from helpers.reading.scan import can_recognise

sys.path.insert(0, str(Path(__file__).parents[1] / "reading"))

import make_html
import make_pdf

ISSUES = make_html.printed_issues()
KEYS = make_pdf.keys()
#: Articles and paragraphs of the twelve issues.
ARTICLES, PARAGRAPHS = 75, 264

Tables = dict[str, list[dict[str, Any]]]


def tables(raw: Path) -> Tables:
    """Build what lies in a folder, and read the tables of what was printed."""
    out = raw.with_name(f"{raw.name}-out")
    result = build("q", raw=raw, out=out)
    assert [problem for problem in result.problems if problem.lost] == []
    names = ("issues", "articles", "paragraphs", "bylines", "lines")
    return {name: pq.read_table(out / f"{name}.parquet").to_pylist() for name in names}


def folder(path: Path, name: str) -> Path:
    (path / name).mkdir(parents=True)
    # Web pages leave out what the masthead says; a corpus says it for them.
    (path / name / "corpus.toml").write_text('paper = "今日岚溪"\n', encoding="utf-8")
    return path / name


def as_text(number: int, path: Path) -> Tables:
    raw = folder(path, "txt")
    (raw / "issue.txt").write_bytes((make_html.RAW / ISSUES[number].file).read_bytes())
    return tables(raw)


def as_html(number: int, path: Path) -> Tables:
    raw = folder(path, "html")
    pages = raw / ISSUES[number].date
    pages.mkdir()
    for count, article in enumerate(ISSUES[number].articles, start=1):
        page = make_html.plain_page(ISSUES[number], article)
        (pages / f"content_{count}.html").write_text(page, encoding="utf-8")
    return tables(raw)


def as_pdf(number: int, path: Path) -> Tables:
    raw = folder(path, "pdf")
    make_pdf.write_pdf(make_pdf.set_issue(KEYS[number], make_pdf.TWO), raw / "issue.pdf")
    return tables(raw)


def as_scan(number: int, path: Path) -> Tables:
    """Every page as a picture of 200 dpi, bound into one PDF."""
    raw = folder(path, "scan")
    setter = make_pdf.set_issue(KEYS[number], make_pdf.TWO)
    pages = []
    for page in range(len(setter.pages)):
        picture = make_pdf.write_png(setter, path / f"{page}.png", page=page, dpi=200)
        pages.append(Image.open(picture).convert("RGB"))
    pages[0].save(raw / "issue.pdf", resolution=200, save_all=True, append_images=pages[1:])
    return tables(raw)


def squeezed(*texts: str | None) -> str:
    """Leave out white space: where a headline breaks is the page's, not the text's."""
    return "".join("".join(text or "" for text in texts).split())


def headlines(found: Tables) -> list[str]:
    """The headlines; which of its lines is a kicker, the text alone does not always say."""
    return [squeezed(row["kicker"], row["headline"]) for row in found["articles"]]


def paragraphs(found: Tables) -> Counter[str]:
    return Counter(squeezed(row["text"]) for row in found["paragraphs"])


def people(found: Tables) -> Counter[tuple[str, str]]:
    return Counter((row["role"], row["name"]) for row in found["bylines"])


def shared(one: Counter[Any], other: Counter[Any]) -> int:
    return (one & other).total()


def text_of(found: Tables) -> str:
    return squeezed(*(row["text"] for row in found["articles"]))


@pytest.mark.parametrize("number", [1, 8])
def test_pages_give_the_tables_of_the_text(number: int, tmp_path: Path) -> None:
    text, html = as_text(number, tmp_path), as_html(number, tmp_path)
    assert headlines(html) == headlines(text)
    assert paragraphs(html) == paragraphs(text)
    assert people(html) == people(text)
    assert [row["kind"] for row in html["articles"]] == [row["kind"] for row in text["articles"]]
    (one,), (other,) = html["issues"], text["issues"]
    for column in ("paper", "date", "n_articles"):
        assert one[column] == other[column]


@pytest.mark.parametrize("number", [1, 8])
@pytest.mark.slow
def test_a_pdf_gives_the_articles_and_paragraphs_of_the_text(number: int, tmp_path: Path) -> None:
    text, pdf = as_text(number, tmp_path), as_pdf(number, tmp_path)
    assert Counter(headlines(pdf)) == Counter(headlines(text))
    assert paragraphs(pdf) == paragraphs(text)
    assert people(pdf) == people(text)


@pytest.mark.slow
@pytest.mark.parametrize("way", [as_html, as_pdf], ids=["html", "pdf"])
def test_every_issue_gives_the_same_tables(way: Any, tmp_path: Path) -> None:
    total = Counter[str]()
    for number in range(len(KEYS)):
        text, other = as_text(number, tmp_path / f"{number}"), way(number, tmp_path / f"{number}")
        total["articles"] += shared(Counter(headlines(text)), Counter(headlines(other)))
        total["more articles"] += max(0, len(other["articles"]) - len(text["articles"]))
        total["paragraphs"] += shared(paragraphs(text), paragraphs(other))
        total["people"] += shared(people(text), people(other))
        total["of people"] += people(text).total()
    print(f"\n{way.__name__}: {dict(total)} of {ARTICLES} articles, {PARAGRAPHS} paragraphs")
    # Two headlines have a line that the text alone takes for a deck, or for a tag of the page.
    assert total["articles"] >= ARTICLES - 2
    assert total["paragraphs"] >= 0.98 * PARAGRAPHS
    assert total["people"] >= 0.98 * total["of people"]
    assert total["more articles"] == 0


@pytest.mark.slow
@pytest.mark.parametrize("number", [2])
def test_a_scan_gives_the_articles_of_the_text(number: int, tmp_path: Path) -> None:
    if not can_recognise():
        warnings.warn("SKIPPED: rapidocr is not installed, so no scan was tested", stacklevel=1)
        pytest.skip("the extra [ocr] is not installed: the tests of scans did not run")
    text, scan = as_text(number, tmp_path), as_scan(number, tmp_path)
    # Articles stand on a page as they were set; the text has them in the order of its columns.
    order = {headline: place for place, headline in enumerate(headlines(text))}
    wrong = [one for one in headlines(scan) if one not in order]
    want, got = text_of(text), text_of(scan)
    accuracy = 1 - Levenshtein.distance(want, got) / len(want)
    same = shared(paragraphs(text), paragraphs(scan))
    print(
        f"\nscan of {KEYS[number]['issue_id']}: character accuracy {accuracy:.4f}, "
        f"{len(scan['articles'])} of {len(text['articles'])} articles, "
        f"headlines read otherwise: {wrong}, "
        f"paragraphs without any error {same} of {paragraphs(text).total()}"
    )
    assert accuracy >= 0.98
    assert len(scan["articles"]) == len(text["articles"])
    assert len(wrong) <= 1
