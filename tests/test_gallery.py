"""The committed gallery of the real issues against a fresh run on them."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
SPEC = importlib.util.spec_from_file_location("gallery", REPOSITORY / "docs" / "gallery.py")
assert SPEC is not None and SPEC.loader is not None
gallery = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(gallery)


def helpers(root: Path, *arguments: str | Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "helpers", *map(str, arguments)],
        env={**os.environ, "HELPERS_ROOT": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr


@pytest.mark.slow
@pytest.mark.shared
def test_real_issues_give_the_committed_tables(shared: Path, tmp_path: Path) -> None:
    helpers(tmp_path, "add", "kecheng", *sorted((shared / "issues" / "kecheng").glob("*.txt")))
    helpers(tmp_path, "report", "kecheng")
    made = {p.stem: gallery.table(p) for p in (tmp_path / "reports/kecheng/figures").glob("*.csv")}
    made.pop("manifest", None)
    known = {p.stem: gallery.table(p) for p in (REPOSITORY / "docs/kecheng").glob("*.csv")}
    assert made.keys() == known.keys()
    assert len(known) >= 10
    for name, table in known.items():
        assert made[name].equals(table), f"{name} differs from docs/kecheng/{name}.csv"


@pytest.mark.parametrize("corpus", ["kecheng", "specimen"])
def test_every_picture_has_its_table_and_its_place(corpus: str) -> None:
    folder = REPOSITORY / "docs" / corpus
    page = (folder / "README.md").read_text("utf-8")
    pictures = {p.stem for p in folder.glob("*.png")}
    assert pictures == {p.stem for p in folder.glob("*.csv")}
    assert all(f"({name}.png)" in page for name in pictures)
