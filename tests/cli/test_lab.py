"""`lab`: copies of the notebooks that keep what a person changed, and a server for them alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from helpers import paths
from helpers.cli import app, copies, lab
from helpers.cli.notebooks import read_notebook, write_notebook

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HELPERS_ROOT", str(tmp_path))
    return tmp_path


def parameters(path: Path) -> str:
    cells = read_notebook(path).cells
    return next(c.source for c in cells if "parameters" in c.metadata.get("tags", []))


def test_copies_are_set_to_the_corpus_and_have_no_outputs(root: Path) -> None:
    folder, kept = copies.lab_copies("mine", "en")
    assert folder == root / "reports/mine/lab"
    assert kept == []
    found = sorted(folder.glob("*.ipynb"))
    assert [p.name for p in found] == [p.name for p in sorted(paths.notebooks().glob("*.ipynb"))]
    for path in found:
        assert parameters(path) == 'corpus = "mine"\nlanguage = "en"'
        cells = [c for c in read_notebook(path).cells if c.cell_type == "code"]
        assert all(c.outputs == [] and c.execution_count is None for c in cells)


def test_what_a_person_changed_is_kept_and_the_rest_renewed(root: Path) -> None:
    folder, _ = copies.lab_copies("mine", "zh")
    one, two, three = sorted(folder.glob("*.ipynb"))[:3]
    changed = read_notebook(one)
    changed.cells[2].source += "\nmine = 1"
    write_notebook(changed, one)
    # Run, but not changed: outputs stay.
    run = read_notebook(two)
    next(c for c in run.cells if c.cell_type == "code").execution_count = 7
    write_notebook(run, two)
    # A copy of an older notebook of the project, not changed since.
    old = read_notebook(three)
    old.cells[0].source = "# Older"
    old.metadata[copies.MARK] = copies.cells_hash(old)
    write_notebook(old, three)
    _, kept = copies.lab_copies("mine", "zh")
    assert kept == [one]
    assert "mine = 1" in read_notebook(one).cells[2].source
    assert any(c.get("execution_count") == 7 for c in read_notebook(two).cells)
    assert read_notebook(three).cells[0].source != "# Older"


def test_the_server_is_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    line = lab.server("folder", port=9999, no_browser=True)
    assert "--ip=127.0.0.1" in line and "--port=9999" in line and "--no-browser" in line
    assert not any("token" in part for part in line)
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    assert "--allow-root" not in lab.server("folder", port=None, no_browser=False)


def test_an_unknown_corpus_is_named(root: Path) -> None:
    (root / "data/raw").mkdir(parents=True)
    result = CliRunner().invoke(app, ["lab", "nowhere"])
    assert result.exit_code != 0
    assert "nowhere" in result.output


def answered(address: str) -> list[dict[str, str]]:
    """What a server lists that prints its address before it listens."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=20) as answer:
                listed: list[dict[str, str]] = json.load(answer)["content"]
                return listed
        except urllib.error.HTTPError:
            raise
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server does not answer")


@pytest.mark.slow
def test_it_opens_with_a_token_and_not_without(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "data/raw/specimen", tmp_path / "data/raw/specimen")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {k: v for k, v in os.environ.items() if k != "JUPYTER_TOKEN"}
    server = subprocess.Popen(
        [sys.executable, "-m", "helpers", "lab", "--no-browser", f"--port={port}"],
        env={**environment, "HELPERS_ROOT": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        assert server.stderr is not None
        address = next(m for line in server.stderr if (m := re.search(r"http://127\S+", line)))[0]
        base, token = address.split("/lab?token=")
        names = {entry["name"] for entry in answered(f"{base}/api/contents?token={token}")}
        assert "10_workbench.ipynb" in names
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(f"{base}/api/contents", timeout=20)
    finally:
        os.killpg(server.pid, 15)
        server.wait(30)
        server.stderr.close()
