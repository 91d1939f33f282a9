"""Comparing notebooks with their accepted run: nbval runs them, strictly, in its own process."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from helpers import paths
from helpers.cli.notebooks import (
    INJECTED,
    accepted_folder,
    read_notebook,
    sources,
    unexecuted,
    without_traces,
    workers,
    write_notebook,
)
from helpers.corpus.adding import SPECIMEN
from helpers.errors import InputError

#: The patterns of what may differ, beside this module.
SANITIZERS = Path(__file__).with_name("sanitize.cfg")
#: Colours of a terminal in nbval's messages, also as a JUnit file writes them.
RE_COLOUR = re.compile(r"(?:\x1b|#x1B)\[[0-9;]*m")
#: The first line that was (+) in the accepted output and the first that is (-) in today's.
RE_WAS = re.compile(r"^ *\+ +(.*\S)", re.M)
RE_IS = re.compile(r"^ *- +(.*\S)", re.M)
#: What nbval calls a code cell, counted from 0.
RE_CELL = re.compile(r"Cell (\d+)")
#: Seconds that one cell may take.
CELL_TIMEOUT = 600
#: How much of a difference is shown.
SHOWN = 150


def compare(corpus: str) -> tuple[int, list[InputError]]:
    """Run the notebooks on a corpus and compare them with its accepted run.

    Returns:
        How many notebooks were run, and the differences.

    Raises:
        InputError: No run was accepted yet.
    """
    accepted = _accepted(corpus)
    differences: list[InputError] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        prepared = []
        for source in sources():
            try:
                _prepare(source, accepted / source.name, folder / source.name, corpus)
                prepared.append(folder / source.name)
            except InputError as error:
                differences.append(error)
        if prepared:
            with ThreadPoolExecutor(workers(len(prepared))) as pool:
                for found in pool.map(_run, prepared):
                    differences += found
    return len(prepared), differences


def _accepted(corpus: str) -> Path:
    """Return the folder of accepted notebooks; the specimen's are the committed ones."""
    folder = accepted_folder(corpus)
    if any(folder.glob("*.ipynb")):
        return folder
    if corpus == SPECIMEN:
        return paths.notebooks()
    raise InputError(
        f"no run of '{corpus}' was accepted yet",
        remedy=f"run `python -m helpers report {corpus}`, look at it, then "
        f"`python -m helpers check {corpus} --accept`",
    )


def _prepare(source: Path, accepted: Path, target: Path, corpus: str) -> None:
    """Write a notebook of today's code and the accepted outputs."""
    from papermill.iorw import load_notebook_node
    from papermill.parameterize import parameterize_notebook

    if not accepted.is_file():
        raise InputError("was not in the accepted run", file=source, remedy="accept a new run")
    before = read_notebook(accepted)
    if missing := unexecuted(before):
        raise InputError(
            f"code cell {missing[0]} was never executed in order",
            file=accepted,
            remedy="run it from top to bottom, or accept a new run",
        )
    today = read_notebook(source)
    injected = [c for c in before.cells if INJECTED in c.metadata.get("tags", [])]
    if injected:
        today = parameterize_notebook(
            load_notebook_node(str(source)),
            {"corpus": corpus},
            kernel_name="python3",
            language="python",
        )
        # The parameters of the accepted run, its language among them.
        for cell in today.cells:
            if INJECTED in cell.metadata.get("tags", []):
                cell.source = injected[0].source
    old, new = _code(before), _code(today)
    if len(old) != len(new):
        first = next(
            (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a.source != b.source),
            min(len(old), len(new)),
        )
        raise InputError(
            f"code cell {first + 1}: cells were added or taken out since the accepted run",
            file=source,
            remedy="accept a new run",
        )
    for cell, known in zip(new, old, strict=True):
        cell.outputs, cell.execution_count = known.outputs, known.execution_count
    write_notebook(without_traces(today), target)


def _code(notebook: Any) -> list[Any]:  # noqa: ANN401
    """Return the code cells of a notebook."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _run(notebook: Path) -> list[InputError]:
    """Run nbval over one notebook, in a process of its own, and return the differences."""
    folder = notebook.parent
    results = notebook.with_suffix(".xml")
    settings = notebook.with_suffix(".ini")
    settings.write_text("[pytest]\njunit_family = xunit1\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-c", str(settings), "--rootdir", str(folder)]
    command += ["-p", "no:cacheprovider", "--nbval", "--nbval-current-env"]
    command += ["--nbval-sanitize-with", str(SANITIZERS)]
    command += [f"--nbval-cell-timeout={CELL_TIMEOUT}", f"--junitxml={results}", notebook.name]
    environment = {**os.environ, paths.ROOT_VARIABLE: str(paths.root()), "PYTEST_ADDOPTS": ""}
    run = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if not results.is_file() or run.returncode not in (0, 1):
        last = (run.stdout + run.stderr).strip().splitlines()[-1:]
        return [InputError(f"could not be compared: {' '.join(last)}", file=notebook.name)]
    return read_results(results)


def read_results(path: Path) -> list[InputError]:
    """Return the failures in a JUnit file as problems of notebook and cell."""
    found = []
    for case in ElementTree.parse(path).getroot().iter("testcase"):
        failure = case.find("failure") if case.find("failure") is not None else case.find("error")
        if failure is None:
            continue
        cell = RE_CELL.search(case.get("name", ""))
        where = f"code cell {int(cell.group(1)) + 1}" if cell else case.get("name", "")
        text = RE_COLOUR.sub("", failure.text or failure.get("message") or "")
        found.append(InputError(f"{where}: {_difference(text)}", file=case.get("file", "")))
    return found


def _difference(text: str) -> str:
    """Say in one line what nbval says in many: the first line that differs, was and is."""
    said = text.partition("Traceback:")[2] or text
    was, now = RE_WAS.search(said), RE_IS.search(said)
    if was or now:
        was_text, now_text = (m[1][:SHOWN] if m else "nothing" for m in (was, now))
        return f"the output differs: it was {was_text}, it is {now_text}"
    return " ".join(said.split())[:SHOWN]
