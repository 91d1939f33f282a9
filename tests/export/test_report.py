"""The report page, the pages of notebooks and the Word document, with hostile text in all."""

from __future__ import annotations

import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import matplotlib as mpl
import nbformat as nf
import pandas as pd
import pytest

from helpers.charts import bars
from helpers.errors import InputError
from helpers.export import Exporter, write_report, write_word
from helpers.export.safe import clean, markdown

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>/*fonts*/{{ 7*7 }}"
DATA = pd.DataFrame({"label": [f"平台{i}{HOSTILE if i == 3 else ''}" for i in range(30)]}).assign(
    value=range(30, 0, -1)
)
TABLES = {
    "issues": pd.DataFrame(
        {
            "paper": ["青溪日报"] * 2,
            "date": pd.to_datetime(["2031-01-08", "2031-02-20"]),
            "n_articles": [12, 15],
            "n_characters": [9800, 10203],
        }
    ),
    "articles": pd.DataFrame({"article_id": ["a"], HOSTILE: ["x"]}),
}


class Reader(HTMLParser):
    """Collects tags with their attributes, and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def read(path: Path) -> Reader:
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


def notebook(path: Path) -> Path:
    cell = nf.v4.new_code_cell("bars(platforms, title='<b>')", execution_count=1)
    table = f"<style>a{{}}</style><table><tr><td onclick=x>数字{HOSTILE}</td></tr></table>"
    cell.outputs = [
        nf.v4.new_output("execute_result", {"text/html": table, "text/plain": "x"}),
        nf.v4.new_output("display_data", {"application/javascript": "alert(3)"}),
        nf.v4.new_output("stream", text=HOSTILE),
    ]
    words = (
        f"# 数字治理：哪些平台？\n\n{HOSTILE} [x](javascript:alert(1))\n\n"
        "## 局限\n\n见报不等于使用。\n\n## 输出"
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    nf.write(nf.v4.new_notebook(cells=[nf.v4.new_markdown_cell(words), cell]), path)
    return path


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    mpl.use("Agg")
    tmp_path = tmp_path_factory.mktemp("run")
    folder = tmp_path / "report"
    exporter = Exporter("qingxi", "03_digital_governance", "abc123", folder / "figures")
    exporter.save(
        bars(DATA.head(5), title="平台"),
        "platforms",
        data=DATA,
        title=f"平台 {HOSTILE}",
        caption=HOSTILE,
        alt=f'"> {HOSTILE}',
        sources=[f"qingxi-2031-01-0{i}" for i in range(1, 9)] + [HOSTILE],
    )
    Exporter("qingxi", "99_other", "abc123", folder / "figures").save(
        bars(DATA.head(2)), "other", data=DATA.head(2), title="另一张", caption="c", alt="a"
    )
    exporter.save_page(b"<p>page</p>", "qingxi-2031-01-08")
    write_report(
        "qingxi",
        tables=TABLES,
        notebooks=[notebook(tmp_path / "run" / "03_digital_governance.ipynb")],
        folder=folder,
        corpus_hash="abc123",
        fictional=True,
        problems=[HOSTILE],
        language="zh",
    )
    return folder


def pages(folder: Path) -> list[Path]:
    return [folder / "index.html", folder / "notebooks" / "03_digital_governance.html"]


def test_nothing_hostile_becomes_markup(report: Path) -> None:
    for path in pages(report):
        reader = read(path)
        assert "script" not in {tag for tag, _ in reader.tags}
        for tag, attributes in reader.tags:
            assert not [a for a in attributes if a.startswith("on")], tag
            for where in ("src", "href"):
                assert "javascript" not in (attributes.get(where) or "")
        assert "<script>alert(1)</script>" in reader.text
        assert "{{ 7*7 }}" in reader.text


def test_nothing_is_loaded_from_elsewhere(report: Path) -> None:
    for path in pages(report):
        reader = read(path)
        policies = [
            a.get("content")
            for t, a in reader.tags
            if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"
        ]
        assert len(policies) == 1
        assert policies[0].startswith("default-src 'none'")
        assert "script-src" not in policies[0]
        assert all(
            (a.get("src") or "data:").startswith("data:") for t, a in reader.tags if t == "img"
        )
        assert "link" not in {t for t, _ in reader.tags}
        styles = re.search(r"<style>(.*?)</style>", path.read_text(encoding="utf-8"), re.DOTALL)
        assert styles is not None
        assert "http" not in re.sub(r"base64,[^)]*", "", styles.group(1))
        assert styles.group(1).count("@font-face") == 2


def test_the_page_holds_figures_facts_and_limits(report: Path) -> None:
    reader = read(report / "index.html")
    for words in ("青溪日报", "2031-01-08 至 2031-02-20", "27", "20,003", "abc123", "虚构"):
        assert words in reader.text
    assert "前20行，共30行" in reader.text
    assert "等9期" in reader.text
    assert "见报不等于使用。" in reader.text
    assert [a["id"] for t, a in reader.tags if t == "figure"] == ["f-platforms", "f-other"]
    assert len([1 for t, _ in reader.tags if t == "img"]) == 2


def test_every_link_leads_to_a_file_or_a_place_on_the_page(report: Path) -> None:
    for path in pages(report):
        reader = read(path)
        places = {a.get("id") for _, a in reader.tags}
        links = [a["href"] for t, a in reader.tags if t == "a" and a.get("href")]
        assert links
        for link in links:
            assert link is not None
            if link.startswith("#"):
                assert link[1:] in places
            else:
                assert (path.parent / link).is_file(), link


def test_a_report_is_the_same_every_time(report: Path) -> None:
    before = [p.read_bytes() for p in pages(report)]
    kept = report / "notebooks" / "03_digital_governance.ipynb"
    write_report(
        "qingxi",
        tables=TABLES,
        notebooks=[kept],
        folder=report,
        corpus_hash="abc123",
        fictional=True,
        problems=[HOSTILE],
        language="zh",
    )
    assert [p.read_bytes() for p in pages(report)] == before


def test_a_report_without_figures_says_so(tmp_path: Path) -> None:
    (index,) = write_report("qingxi", tables={}, folder=tmp_path, language="en")
    assert "No figures yet" in read(index).text
    assert 'lang="en"' in index.read_text(encoding="utf-8")


def test_a_file_that_is_no_notebook_is_named(tmp_path: Path) -> None:
    bad = tmp_path / "01_parsing.ipynb"
    bad.write_text("no")
    with pytest.raises(InputError, match="not a notebook"):
        write_report("qingxi", tables={}, notebooks=[bad], folder=tmp_path)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("<b>好</b>", "<b>好</b>"),
        ('<a href="javascript:x">a</a>', "<a>a</a>"),
        ('<a href="data:text/html,x">a</a>', "<a>a</a>"),
        ('<img src="https://example.org/x.png">', "<img>"),
        ("<iframe></iframe>", "&lt;iframe&gt;&lt;/iframe&gt;"),
        ('<p style="x" onclick="y">p</p>', "<p>p</p>"),
    ],
)
def test_only_harmless_html_is_kept(given: str, kept: str) -> None:
    assert clean(given) == kept


def test_markdown_keeps_tables_and_escapes_markup() -> None:
    html = markdown("| a |\n|---|\n| 甲 |\n\n<u onclick=x>x</u>")
    assert "<td>甲</td>" in html
    assert "&lt;u onclick=x&gt;" in html


def test_the_word_document_has_styles_captions_and_alt_text(report: Path) -> None:
    from docx import Document

    path = write_word(
        "qingxi",
        tables=TABLES,
        folder=report,
        corpus_hash="abc123",
        titles={"03_digital_governance": "数字治理"},
        language="zh",
    )
    document = Document(str(path))
    by_style: dict[str, list[str]] = {}
    for paragraph in document.paragraphs:
        by_style.setdefault(paragraph.style.name, []).append(paragraph.text)
    assert by_style["Title"] == ["青溪日报"]
    assert by_style["Heading 1"] == ["数字治理", "99_other", "局限"]
    assert by_style["Heading 2"] == ["另一张", f"平台 {HOSTILE}"][::-1]
    assert any(HOSTILE in text for text in by_style["Caption"])
    assert len(document.inline_shapes) == 2
    with zipfile.ZipFile(path) as archive:
        body = archive.read("word/document.xml").decode()
        styles = archive.read("word/styles.xml").decode()
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "SEQ Figure" in body
    assert 'descr="&quot;&gt; &lt;script&gt;' in body
    assert "<script" not in body
    assert 'w:eastAsia="宋体"' in styles
    assert 'w:eastAsia="黑体"' in styles
    cells = [c.text for row in document.tables[0].rows for c in row.cells]
    assert {"qingxi", "abc123"} <= set(cells)


def test_a_word_document_is_the_same_every_time(report: Path) -> None:
    path = write_word("qingxi", tables=TABLES, folder=report, language="en")
    before = path.read_bytes()
    assert write_word("qingxi", tables=TABLES, folder=report, language="en").read_bytes() == before
