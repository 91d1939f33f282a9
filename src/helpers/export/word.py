"""The figures of a corpus as a Word document: headings, captions, alt text and sources.

Made with Word's own styles, so that a reader can restyle it; the file holds no date.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd

from helpers import paths
from helpers.charts.labels import Language, checked
from helpers.corpus.config import check_name as check_corpus
from helpers.export.facts import corpus_facts
from helpers.export.figures import MAKER
from helpers.export.manifest import FigureRecord, read_records
from helpers.export.report import cite
from helpers.export.words import say
from helpers.export.writing import write_bytes

#: Fonts that Word has in Chinese and English: for Latin letters and for Chinese characters.
_BODY = ("Calibri", "宋体")
_HEAD = ("Calibri", "黑体")
_EPOCH = datetime(1980, 1, 1)
_PIXELS_PER_INCH = 200


def write_word(
    corpus: str,
    *,
    tables: Mapping[str, pd.DataFrame],
    folder: Path | None = None,
    corpus_hash: str = "",
    fictional: bool = False,
    titles: Mapping[str, str] | None = None,
    language: str | None = None,
) -> Path:
    """Write `report.docx` with every figure saved before, under a heading for each notebook.

    Args:
        corpus: The corpus.
        tables: Its tables by name; `issues` gives the facts of the title page.
        folder: The folder of the report, whose `figures/` is read; `reports/<corpus>` when not
            given.
        corpus_hash: Hash of the corpus, for the title page.
        fictional: Say on the title page that nothing in the corpus is real.
        titles: Heading of each notebook by name; its name when not given.
        language: 'zh' or 'en'; that of the style when not given.

    Returns:
        The file written.
    """
    from docx import Document

    check_corpus(corpus)
    spoken = checked(language)
    target = folder if folder is not None else paths.reports() / corpus
    records = read_records(target / "figures")
    document = Document()
    _set_styles(document, spoken)
    facts = corpus_facts(corpus, tables, corpus_hash, len(records), language=spoken)
    _title_page(document, facts, fictional, spoken)
    for name in sorted({r.notebook for r in records}):
        heading = (titles or {}).get(name, name) or say("elsewhere", language=spoken)
        document.add_heading(_clean(heading), level=1)
        for record in records:
            if record.notebook == name:
                _add_figure(document, record, target / "figures", spoken)
    _limits(document, spoken)
    path = target / "report.docx"
    write_bytes(path, _bytes(document, facts[0][1]))
    return path


def _set_styles(document: Any, language: Language) -> None:  # noqa: ANN401
    """Give the styles Chinese fonts as well: Word looks for them apart, as East Asian."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    sizes = {"Normal": 10.5, "Caption": 9.5, "Title": 28.0, "Subtitle": 12.0}
    sizes |= {"Heading 1": 17.0, "Heading 2": 13.0}
    for name, size in sizes.items():
        style = document.styles[name]
        latin, chinese = _BODY if name in ("Normal", "Caption") else _HEAD
        style.font.name = latin
        style.font.size = Pt(size)
        style.font.italic = False
        style.font.color.rgb = RGBColor(0x1C, 0x1B, 0x19)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), chinese)
        fonts.set(qn("w:hAnsi"), latin)
    document.styles["Caption"].font.bold = False
    document.styles["Normal"].paragraph_format.line_spacing = 1.3
    languages = document.styles.element.find(f".//{qn('w:lang')}")
    if languages is not None:
        languages.set(qn("w:val"), "zh-CN" if language == "zh" else "en-GB")
        languages.set(qn("w:eastAsia"), "zh-CN")


def _title_page(
    document: Any,  # noqa: ANN401
    facts: list[tuple[str, str]],
    fictional: bool,
    language: Language,
) -> None:
    document.add_paragraph(_clean(facts[0][1]), style="Title")
    document.add_paragraph(say("report", language=language), style="Subtitle")
    if fictional:
        document.add_paragraph(say("fictional", language=language))
    table = document.add_table(rows=0, cols=2)
    for name, value in facts:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, _clean(value)
    document.add_page_break()


def _add_figure(
    document: Any,  # noqa: ANN401
    record: FigureRecord,
    folder: Path,
    language: Language,
) -> None:
    from docx.shared import Cm

    document.add_heading(_clean(record.title), level=2)
    picture = folder / f"{record.name}.png"
    if picture.is_file():
        document.add_picture(_smaller(picture), width=Cm(15.2))
        drawn = document.paragraphs[-1]
        drawn.paragraph_format.keep_with_next = True
        # Word reads the alternative text from the drawing's own properties.
        properties = drawn._p.xpath(".//wp:docPr")[0]
        properties.set("descr", _clean(record.alt))
        properties.set("name", record.name)
    caption = document.add_paragraph(style="Caption")
    caption.add_run(say("figure", language=language) + " ")
    _number(caption)
    caption.add_run("  " + _clean(record.caption))
    if record.sources:
        sources = cite(record.sources, language=language)
        colon = "：" if language == "zh" else ": "
        document.add_paragraph(
            say("sources", language=language) + colon + _clean(sources), style="Caption"
        )


def _number(paragraph: Any) -> None:  # noqa: ANN401
    """Add a figure number that Word counts itself, and lists in a table of figures."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    count = len(paragraph.part.element.xpath("//w:fldSimple")) + 1
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " SEQ Figure \\* ARABIC ")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = str(count)
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _limits(document: Any, language: Language) -> None:  # noqa: ANN401
    document.add_heading(say("limits", language=language), level=1)
    for key in ("limit_press", "limit_issues", "limit_method"):
        document.add_paragraph(say(key, language=language), style="List Bullet")


def _smaller(path: Path) -> BytesIO:
    """Return a picture at a resolution that prints well and keeps the document small."""
    from PIL import Image

    buffer = BytesIO()
    with Image.open(path) as picture:
        width = round(6 * _PIXELS_PER_INCH)
        picture.thumbnail((width, width * 3))
        picture.convert("RGB").save(buffer, format="PNG", optimize=True)
    buffer.seek(0)
    return buffer


def _clean(text: str) -> str:
    """Return text without the control characters that XML cannot hold."""
    return "".join(c for c in text if c >= " " or c in "\n\t").replace("￾", "").replace("￿", "")


def _bytes(document: Any, title: str) -> bytes:  # noqa: ANN401
    """Return the document with fixed dates inside and in its archive."""
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.comments = title, MAKER, MAKER, ""
    about.created = about.modified = _EPOCH
    first = BytesIO()
    document.save(first)
    second = BytesIO()
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, date_time=(1980, 1, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, old.read(entry))
    return second.getvalue()
