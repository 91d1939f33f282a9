"""PDF pages: specimen issues set as newspapers read like their text, bad files are refused."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make_pdf import FOUR, TWO, keys, set_issue, write_pdf
from matplotlib.figure import Figure

from helpers.errors import InputError
from helpers.parsing import parse_issue
from helpers.reading import RawIssue, read_issues
from helpers.reading import pdf as module
from helpers.reading.layout import Page, lay_out
from helpers.reading.layout_type import STATED, Run
from helpers.reading.pdf import NoTextError, read_pdf, read_text_layer
from helpers.reading.pdf_type import Glyph, runs_of

#: What the key counts and the narrow columns must reproduce, of 75 articles and 264 paragraphs.
ARTICLES, PARAGRAPHS = 75, 264


def squeezed(text: str | None) -> str:
    """Leave out white space: where a headline breaks is the page's, not the text's."""
    return "".join((text or "").split())


@pytest.fixture(scope="module")
def specimen(tmp_path_factory) -> Path:
    """One issue as a two-column PDF."""
    return write_pdf(set_issue(keys()[0], TWO), tmp_path_factory.mktemp("pdf") / "issue.pdf")


@pytest.mark.slow
def test_an_issue_comes_back_from_four_columns(tmp_path):
    """Two columns: see tests/corpus/test_same_tables.py."""
    assert compare(keys()[4], FOUR, tmp_path) == []


@pytest.mark.slow
def test_every_specimen_issue_comes_back_from_four_columns(tmp_path):
    """Two columns, of every issue too: see tests/corpus/test_same_tables.py."""
    wrong = [found for key in keys() for found in compare(key, FOUR, tmp_path)]
    assert len(wrong) <= 0.02 * (ARTICLES + PARAGRAPHS), wrong


def compare(key, sheet, folder) -> list[str]:
    """List what of an issue's key is missing in the reading of its PDF."""
    raw = read_pdf(write_pdf(set_issue(key, sheet), folder / "issue.pdf"))
    assert raw.encoding == "pdf"
    issue = parse_issue(raw.lines, raw.hints, raw.known)
    found = []
    lines = squeezed("".join(body_of(raw)))
    heads = {squeezed((a.kicker or "") + a.headline) for a in issue.articles}
    heads |= {squeezed(a.headline) for a in issue.articles}
    texts = {squeezed(p.text) for a in issue.articles for p in a.paragraphs}
    if (str(issue.masthead.date), issue.masthead.paper) != (key["masthead"]["date"], "今日岚溪"):
        found.append("masthead")
    if len(issue.articles) != len(key["articles"]):
        found.append(f"{len(issue.articles)} articles")
    for article in key["articles"]:
        if squeezed(article["headline"]) not in heads:
            found.append(f"{article['id']}: headline")
        for number, text in enumerate(article["paragraph_texts"], start=1):
            assert squeezed(text) in lines, f"{article['id']}: paragraph {number} is out of order"
            if squeezed(text) not in texts:
                found.append(f"{article['id']}: paragraph {number}")
    return found


def body_of(raw: RawIssue) -> list[str]:
    return [
        line
        for line, hint in zip(raw.lines, raw.hints, strict=True)
        if hint is None or hint.role not in ("page_header", "headline", "slogan")
    ]


@pytest.mark.slow
def test_dispatch_goes_by_the_first_bytes(specimen, tmp_path):
    renamed = tmp_path / "issue.txt"
    renamed.write_bytes(specimen.read_bytes())
    (raw,) = read_issues(renamed)
    assert raw.encoding == "pdf"
    assert raw.lines == read_pdf(specimen).lines


def test_not_a_whole_pdf(specimen, tmp_path):
    path = tmp_path / "cut.pdf"
    path.write_bytes(b"%PDF-1.7\n" + b"nothing")
    with pytest.raises(InputError, match="no whole PDF"):
        read_pdf(path)


def test_locked(tmp_path):
    path = tmp_path / "locked.pdf"
    path.write_bytes(LOCKED)
    with pytest.raises(InputError, match="locked"):
        read_pdf(path)


def pdf_of(*figures: Figure) -> bytes:
    from matplotlib.backends.backend_pdf import PdfPages

    stream = io.BytesIO()
    with PdfPages(stream) as pages:
        for figure in figures:
            pages.savefig(figure)
    return stream.getvalue()


def test_empty_page(tmp_path):
    path = tmp_path / "empty.pdf"
    path.write_bytes(pdf_of(Figure((3, 4))))
    with pytest.raises(InputError, match="empty"):
        read_pdf(path)


def test_a_scan_has_no_text_layer(tmp_path):
    figure = Figure((3, 4))
    figure.add_axes((0, 0, 1, 1)).imshow([[0, 1], [1, 0]])
    path = tmp_path / "scan.pdf"
    figure.axes[0].axis("off")
    path.write_bytes(pdf_of(figure))
    with pytest.raises(NoTextError, match=r"page 1 .*scan.*pip install rapidocr"):
        read_text_layer(path)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("MAX_PAGES", 1, "pages"),
        ("MAX_CHARACTERS", 50, "characters"),
        ("MAX_SECONDS", -1.0, "seconds"),
        ("MAX_BYTES", 1000, "larger"),
    ],
)
def test_limits(name, value, says, specimen, monkeypatch):
    monkeypatch.setattr(module, name, value)
    with pytest.raises(InputError, match=says) as caught:
        read_pdf(specimen)
    assert caught.value.file == specimen
    assert caught.value.remedy


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_broken_bytes_raise_nothing_but_input_error(specimen, tmp_path, data):
    content = bytearray(specimen.read_bytes())
    for _ in range(data.draw(st.integers(1, 30))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    path = tmp_path / "broken.pdf"
    path.write_bytes(content[:cut] if data.draw(st.booleans()) else content)
    try:
        raw = read_text_layer(path)
    except InputError as error:
        assert error.file == path
        assert error.remedy
    else:
        assert len(raw.lines) == len(raw.hints)


def glyphs(text: str, x: float, y: float, size: float = 10, *, step: float = 1.0) -> list[Glyph]:
    return [
        Glyph(c, x + i * size * step, x + (i * step + 1) * size, y, size, 0.0)
        for i, c in enumerate(text)
    ]


@pytest.mark.parametrize(
    ("given_glyphs", "texts"),
    [
        (glyphs("甲乙丙", 0, 10), ["甲乙丙"]),
        (glyphs("甲乙", 0, 10) + glyphs("丙丁", 22.5, 10), ["甲乙 丙丁"]),
        (glyphs("甲乙", 0, 10) + glyphs("丙丁", 35, 10), ["甲乙", "丙丁"]),
        (glyphs("甲乙丙丁", 0, 10, step=1.3), ["甲乙丙丁"]),
        (glyphs("甲 乙", 0, 10), ["甲", "乙"]),
        (glyphs("甲", 0, 10) + glyphs("乙", 0, 22) + glyphs("丙", 0, 34), ["甲乙丙"]),
        ([Glyph("甲", 0, 10, 10, 10, 1.57), Glyph("乙", 0, 10, 20, 10, 1.57)], ["甲乙"]),
    ],
)
def test_glyphs_to_runs(given_glyphs, texts):
    assert [r.text for r in runs_of(given_glyphs)] == texts


def test_turned_and_downward_type_is_marked():
    assert runs_of([Glyph("甲", 0, 10, 10, 10, 1.57)])[0].sideways
    down = glyphs("甲", 0, 10) + glyphs("乙", 0, 22) + glyphs("丙", 0, 34)
    assert not runs_of(down)[0].upright


@pytest.mark.slow
def test_a_crowded_page_does_not_take_for_ever():
    runs = [
        Run("甲乙", (i * 37) % 900, (i * 37) % 900 + 15, (i * 53) % 1200, (i * 53) % 1200 + 8, 8)
        for i in range(6000)
    ]
    start = time.monotonic()
    lay_out([Page(900, 1200, runs)], tolerance=STATED)
    assert time.monotonic() - start < 20


#: A PDF without pages whose trailer asks for a password that nobody has given.
LOCKED = b"".join(
    [
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
        b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n",
        b"3 0 obj<</Filter/Standard/V 1/R 2/P -4/O<",
        b"41" * 32,
        b">/U<",
        b"42" * 32,
        b">>>endobj\ntrailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]/Size 4>>\n%%EOF\n",
    ]
)
