"""Copy the charts and tables of a report into the gallery of the repository.

    python docs/gallery.py kecheng      from reports/kecheng/figures to docs/kecheng

Charts come as PNG at screen size, tables as CSV without the columns that hold running text, so that
no sentence of a newspaper in copyright gets into the repository.
"""

from __future__ import annotations

import argparse
import re
import shutil
from pathlib import Path

import pandas as pd
from PIL import Image

from helpers import paths
from helpers.export.manifest import FigureRecord, read_records

DOCS = Path(__file__).resolve().parent
#: Columns that hold running text of the newspaper.
RUNNING = {
    *("left", "right", "hit", "match", "clause", "context", "text", "sentence", "statement"),
    *("evidence", "expansion", "headline", "deck"),
}
#: Names that run on for longer are cut: the longest are half a sentence.
LONGEST = 12
RE_LONG = re.compile(rf"[\u4e00-\u9fff（）“”‘’、，《》·\d]{{{LONGEST + 1},}}")
#: Width of a picture in the gallery.
WIDTH = 1200
INTRODUCTION = {
    "kecheng": "Two real issues of 今日柯城 (2019-12-10 and 2020-12-30): charts and tables of "
    "figures. The newspaper's text is in copyright and is not here.",
    "specimen": "The specimen, twelve issues of a county paper that does not exist: its people, "
    "places and figures are made up.",
}


def table(path: Path) -> pd.DataFrame:
    """Read a figure's table without its running text."""
    frame = pd.read_csv(path, encoding="utf-8-sig", dtype=str, keep_default_na=False)
    frame = frame.drop(columns=[c for c in frame.columns if c.lower() in RUNNING])
    return frame.map(lambda cell: RE_LONG.sub(lambda m: m[0][:LONGEST] + "…", cell))


def picture(source: Path, target: Path) -> None:
    """Write a chart at screen size, in few colours."""
    with Image.open(source) as image:
        small = image.convert("RGB")
        small = small.resize((WIDTH, round(small.height * WIDTH / small.width)))
        small.quantize(128, dither=Image.Dither.NONE).save(target, optimize=True)


def page(corpus: str, records: list[FigureRecord]) -> str:
    """Make the page of the gallery."""
    parts = [f"# {corpus}", INTRODUCTION.get(corpus, "")]
    parts.append(f"Made by `make gallery CORPUS={corpus}`; {len(records)} figures.")
    notebook = ""
    for record in records:
        if record.notebook != notebook:
            notebook = record.notebook
            parts.append(f"## {notebook}")
        parts.append(f"### {record.title}")
        parts.append(f"![{record.alt}]({record.name}.png)".replace("\n", " "))
        parts.append(f"{record.caption} ([table]({record.name}.csv))")
    return "\n\n".join(parts) + "\n"


def main() -> None:
    """Copy a corpus's figures and write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("corpus")
    corpus = parser.parse_args().corpus
    source, target = paths.reports() / corpus / "figures", DOCS / corpus
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    records = sorted(read_records(source), key=lambda r: r.name)
    for record in records:
        picture(source / f"{record.name}.png", target / f"{record.name}.png")
        table(source / f"{record.name}.csv").to_csv(
            target / f"{record.name}.csv", index=False, lineterminator="\n"
        )
    (target / "README.md").write_text(page(corpus, records), encoding="utf-8")


if __name__ == "__main__":
    main()
