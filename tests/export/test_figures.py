"""Saved figures: their files, their bytes, their names and their record."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import pandas as pd
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import pyplot as plt
from PIL import Image

from helpers.charts import bars
from helpers.errors import InputError
from helpers.export import Exporter, save_figure
from helpers.export.manifest import read_records
from helpers.export.names import NAME, check_name

DATA = pd.DataFrame({"label": ["数字乡村一张图", "=1+1", "邻里通"], "value": [9, 4, 2]})
TITLE = "“一张图”平台被提到最多"


def save(folder: Path, name: str = "platforms", **changes: object) -> None:
    asked: dict = {
        "data": DATA,
        "title": TITLE,
        "caption": "每千篇报道中的篇数。",
        "alt": "横条图，最长的是数字乡村一张图。",
        "sources": ["qingxi-2031-02-20", "qingxi-2031-01-08"],
    }
    exporter = Exporter("qingxi", "03_digital_governance", "abc123", folder)
    chart = bars(DATA, title=TITLE, subtitle="每千篇", source="虚构数据")
    assert exporter.save(chart, name, **(asked | changes)) is None


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    mpl.use("Agg")
    folder = tmp_path_factory.mktemp("saved")
    save(folder)
    return folder


def test_every_file_is_written_and_listed(tmp_path: Path, saved: Path) -> None:
    shutil.copytree(saved, tmp_path, dirs_exist_ok=True)
    save(tmp_path, "a_first")
    kinds = {p.name for p in tmp_path.iterdir()}
    assert {f"a_first.{k}" for k in ("png", "svg", "pdf", "csv")} <= kinds
    assert not [k for k in kinds if k.startswith(".")]
    listed = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert [r["name"] for r in listed] == ["a_first", "platforms"]
    assert listed[0]["sources"] == ["qingxi-2031-01-08", "qingxi-2031-02-20"]
    assert listed[0]["columns"] == ["label", "value"]
    table = pd.read_csv(tmp_path / "manifest.csv", encoding="utf-8-sig")
    assert table["title"].tolist() == [TITLE, TITLE]
    assert table["sources"][0] == "qingxi-2031-01-08;qingxi-2031-02-20"


def test_a_name_saved_again_replaces_its_row(tmp_path: Path, saved: Path) -> None:
    shutil.copytree(saved, tmp_path, dirs_exist_ok=True)
    save(tmp_path, caption="改过的图注。")
    (record,) = read_records(tmp_path)
    assert record.caption == "改过的图注。"
    assert record.notebook == "03_digital_governance"


def test_the_same_chart_gives_the_same_bytes(tmp_path: Path, saved: Path) -> None:
    save(tmp_path)
    digests = [
        {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}
        for folder in (saved, tmp_path)
    ]
    assert digests[0] == digests[1]


def test_no_file_holds_a_path_or_a_date(saved: Path) -> None:
    for path in saved.iterdir():
        content = path.read_bytes()
        assert str(saved).encode() not in content
        assert b"CreationDate" not in content
        assert b"<dc:date>" not in content


def test_the_pdf_can_be_searched_in_chinese(saved: Path) -> None:
    page = pypdfium2.PdfDocument(saved / "platforms.pdf")[0]
    text = page.get_textpage().get_text_range()
    assert TITLE in text
    assert "数字乡村一张图" in text
    assert "每千篇" in text


def test_the_png_prints_and_tells_what_it_shows(saved: Path) -> None:
    with Image.open(saved / "platforms.png") as picture:
        assert round(picture.info["dpi"][0]) == 300
        assert picture.width == 2160
        assert picture.info["Title"] == TITLE
        assert picture.info["Description"] == "横条图，最长的是数字乡村一张图。"


def test_the_svg_needs_no_font(saved: Path) -> None:
    text = (saved / "platforms.svg").read_text(encoding="utf-8")
    assert "<text" not in text
    assert "font-family" not in text
    assert f"<title>{TITLE}</title>" in text


def test_nothing_in_an_svg_can_run(tmp_path: Path) -> None:
    hostile = '"><script>alert(1)</script><a href="javascript:alert(2)" onclick="x">甲</a>'
    save(tmp_path, title=hostile, alt=hostile, caption=hostile)
    root = ElementTree.parse(tmp_path / "platforms.svg").getroot()
    assert hostile in "".join(root.itertext())
    for element in root.iter():
        assert element.tag.rpartition("}")[2] not in ("script", "a", "foreignObject")
        for name, value in element.attrib.items():
            assert not name.rpartition("}")[2].startswith("on")
            assert "javascript" not in value


def test_the_csv_opens_in_a_spreadsheet_and_runs_nothing(saved: Path) -> None:
    content = (saved / "platforms.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").split("\r\n") == [
        "label,value",
        "数字乡村一张图,9",
        "'=1+1,4",
        "邻里通,2",
        "",
    ]


@pytest.mark.parametrize(
    "name",
    ["", "../out", "a/b", "a\\b", "a.b", "图", "a b", "a\n", "-a", "x" * 81, "CON", "manifest"],
)
def test_hostile_names_write_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot name a figure"):
        save(tmp_path / "figures", name)
    assert list(tmp_path.iterdir()) == []


@given(st.text(max_size=90))
def test_a_name_that_passes_stays_in_its_folder(name: str) -> None:
    try:
        check_name(name)
    except InputError:
        return
    assert NAME.fullmatch(name)
    assert Path(name).name == name


def test_a_corpus_cannot_lead_out_of_reports() -> None:
    with pytest.raises(InputError, match="cannot name a corpus"):
        save_figure(plt.figure(), "a", corpus="../x", data=DATA, title="t", caption="", alt="t")


@pytest.mark.parametrize("what", ["title", "alt"])
def test_a_figure_needs_words(tmp_path: Path, what: str) -> None:
    with pytest.raises(InputError, match="has no"):
        save(tmp_path, **{what: "  "})


def test_a_character_without_a_glyph_is_refused(tmp_path: Path) -> None:
    figure = plt.figure()
    figure.text(0.1, 0.1, "村\ue000")
    with pytest.raises(InputError, match=r"no glyph for U\+E000"):
        save_figure(
            figure, "a", corpus="c", data=DATA, title="t", caption="", alt="t", folder=tmp_path
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("corpus", ["qingxi", "清溪"])
def test_figures_go_under_reports_by_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, corpus: str
) -> None:
    monkeypatch.setenv("HELPERS_ROOT", str(tmp_path))
    save_figure(bars(DATA), "a", corpus=corpus, data=DATA, title="t", caption="", alt="t")
    assert (tmp_path / "reports" / corpus / "figures" / "a.svg").is_file()


def test_an_exporter_shows_no_path_of_the_machine(tmp_path: Path) -> None:
    assert str(tmp_path) not in repr(Exporter("qingxi", "03", "abc", tmp_path))


def test_a_broken_record_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.figure.json").write_text("[1]")
    with pytest.raises(InputError, match="cannot be read"):
        read_records(tmp_path)
