"""The rules for notebooks, held against every committed one; each rule has a sample that fails it."""

from __future__ import annotations

import ast
import re
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers import charts, paths

NOTEBOOKS = sorted(paths.notebooks().glob("*.ipynb"))
SECTIONS = ["Preparation", "Analysis", "Limits", "Output"]
PARAMETERS = 'corpus = "specimen"\nlanguage = "zh"'
CHARTS = set(charts.__all__) - {"missing_glyphs", "say", "use_style"}
MOST_LINES, MEDIAN_LINES, LEAST_CHARTS, MOST_MARKERS = 15, 5, 3, 2

RE_HEADING = re.compile(r"^(#{1,2}) +(.+?)\s*$", re.MULTILINE)
#: A literal that names a place on disk: ./x, ../x, ~/x, /home, C:\x, data/raw, table.csv.
RE_PATH = re.compile(
    r"^(?:\.{1,2}|~)?/\w|^[A-Za-z]:\\|^(?:data|reports|notebooks|src|tests)/"
    r"|\.(?:csv|json|txt|parquet|png|svg|pdf|toml|ipynb|html)$"
)
#: A path of some machine in what was printed; not a slash between words, nor in markup.
RE_MACHINE = re.compile(
    r"(?<![\w.:/<])/(?:home|root|work|tmp|usr|Users|var|opt|mnt|private)/|\b[A-Z]:\\\\?(?:Users|\w+\\)"
)
RE_WARNING = re.compile(r"\b\w*Warning\b")
RE_MARKER = re.compile(r"NBVAL_\w+")

Rule = Callable[[Any], Iterator[str]]


def code_cells(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def trees(notebook: Any) -> Iterator[tuple[Any, ast.Module]]:
    for cell in code_cells(notebook):
        yield cell, ast.parse(cell.source)


def outputs(notebook: Any) -> Iterator[Any]:
    for cell in code_cells(notebook):
        yield from cell.outputs


def printed(output: Any) -> str:
    data = {k: v for k, v in output.get("data", {}).items() if k.startswith("text/")}
    return "\n".join([output.get("text", ""), *data.values(), *output.get("traceback", [])])


def headings(notebook: Any) -> list[tuple[int, int, str]]:
    return [
        (number, len(mark), text)
        for number, cell in enumerate(notebook.cells)
        if cell.cell_type == "markdown"
        for mark, text in RE_HEADING.findall(cell.source)
    ]


def opens_with_question(notebook: Any) -> Iterator[str]:
    titles = [number for number, level, _ in headings(notebook) if level == 1]
    if titles != [0]:
        yield f"one H1, in cell 0, is wanted; there are H1 in cells {titles}"
    first = notebook.cells[0].source
    for wanted in ("?", "Inputs:", "Outputs:"):
        if wanted not in first:
            yield f"cell 0 has no {wanted!r}"


def has_its_sections(notebook: Any) -> Iterator[str]:
    found = [text for _, level, text in headings(notebook) if level == 2]
    if found != SECTIONS:
        yield f"the sections are {found}, not {SECTIONS}"


def has_its_parameters(notebook: Any) -> Iterator[str]:
    tagged = [c for c in notebook.cells if "parameters" in c.metadata.get("tags", [])]
    if [cell.source.strip() for cell in tagged] != [PARAMETERS]:
        yield "one cell tagged 'parameters' with corpus and language is wanted"
    if any("injected-parameters" in c.metadata.get("tags", []) for c in notebook.cells):
        yield "injected parameters were committed"


def imports_in_one_cell(notebook: Any) -> Iterator[str]:
    cells = [
        cell.source
        for cell, tree in trees(notebook)
        if any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(tree))
    ]
    if len(cells) != 1:
        yield f"{len(cells)} cells import, not one"
    elif "use_style(" not in cells[0]:
        yield "the set-up cell does not call use_style"


def defines_nothing(notebook: Any) -> Iterator[str]:
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    for _, tree in trees(notebook):
        yield from (f"defines {n.name}" for n in ast.walk(tree) if isinstance(n, kinds))


def names_no_path(notebook: Any) -> Iterator[str]:
    for _, tree in trees(notebook):
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if RE_PATH.search(node.value):
                    yield f"path literal {node.value!r}"


def keeps_cells_short(notebook: Any) -> Iterator[str]:
    sizes = [len(cell.source.strip().splitlines()) for cell in code_cells(notebook)]
    yield from (f"a cell has {size} lines" for size in sizes if size > MOST_LINES)
    if sizes and statistics.median(sizes) > MEDIAN_LINES:
        yield f"the median cell has {statistics.median(sizes):g} lines"


def was_run_in_order(notebook: Any) -> Iterator[str]:
    counts = [cell.execution_count for cell in code_cells(notebook)]
    if counts != list(range(1, len(counts) + 1)):
        yield f"the execution counts are {counts}"


def is_quiet(notebook: Any) -> Iterator[str]:
    for output in outputs(notebook):
        if output.output_type == "error" or output.get("name") == "stderr":
            yield f"{output.output_type}: {printed(output)[:80]}"
        elif RE_WARNING.search(printed(output)):
            yield "a warning was printed"


def prints_no_path(notebook: Any) -> Iterator[str]:
    for output in outputs(notebook):
        if found := RE_MACHINE.search(printed(output)):
            yield f"a path of a machine was printed: {found[0]}"


def follows_charts_with_tables(notebook: Any) -> Iterator[str]:
    waiting = False
    for cell in code_cells(notebook):
        has_table = any("<table" in printed(output) for output in cell.outputs)
        has_chart = any("image/png" in output.get("data", {}) for output in cell.outputs)
        if waiting and has_chart:
            yield f"no table stands between two charts, before {cell.source[:50]!r}"
        if has_chart and "plt.show()" not in cell.source.splitlines()[-1]:
            yield f"a chart cell does not end in plt.show(): {cell.source[:50]!r}"
        waiting = has_chart or (waiting and not has_table)
    if waiting:
        yield "no table follows the last chart"


def draws_different_charts(notebook: Any) -> Iterator[str]:
    called = {
        node.func.id
        for _, tree in trees(notebook)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    if len(called & CHARTS) < LEAST_CHARTS:
        yield f"only {sorted(called & CHARTS)} are drawn"


def gives_reasons_for_markers(notebook: Any) -> Iterator[str]:
    for cell in code_cells(notebook):
        lines = cell.source.splitlines()
        for line, after in zip(lines, [*lines[1:], ""], strict=True):
            if RE_MARKER.search(line) and not re.match(r"#\s*\w+ \w+", after):
                yield f"{line.strip()} has no reason on the next line"


RULES: list[Rule] = [
    opens_with_question,
    has_its_sections,
    has_its_parameters,
    imports_in_one_cell,
    defines_nothing,
    names_no_path,
    keeps_cells_short,
    was_run_in_order,
    is_quiet,
    prints_no_path,
    follows_charts_with_tables,
    draws_different_charts,
    gives_reasons_for_markers,
]


def count_markers(files: list[Path]) -> int:
    cells = [c for f in files for c in code_cells(nbformat.read(f, as_version=4))]
    return sum(len(RE_MARKER.findall(cell.source)) for cell in cells)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_committed_notebooks_keep_the_rules(path: Path, rule: Rule) -> None:
    assert list(rule(nbformat.read(path, as_version=4))) == []


def test_there_are_notebooks_and_few_markers() -> None:
    assert NOTEBOOKS
    assert count_markers(NOTEBOOKS) <= MOST_MARKERS


def chart_output() -> Any:
    return new_output("display_data", data={"image/png": "aGk="})


def table_output(text: str = "1") -> Any:
    return new_output("display_data", data={"text/html": f"<table><td>{text}</td></table>"})


def good() -> Any:
    """Make a notebook that keeps every rule."""
    cells = [
        new_markdown_cell("# How much?\n\nHow much is it?\n\nInputs: a.\n\nOutputs: b."),
        new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]}),
        new_code_cell("from helpers.charts import bars\nuse_style(language)"),
        new_markdown_cell("## Preparation"),
        new_markdown_cell("## Analysis"),
    ]
    for chart in ("bars", "heatmap", "timeline"):
        cells.append(new_code_cell(f"ax = {chart}(data)\nplt.show()", outputs=[chart_output()]))
        cells.append(new_code_cell("data", outputs=[table_output()]))
    cells += [new_markdown_cell("## Limits"), new_markdown_cell("## Output")]
    notebook = new_notebook(cells=cells)
    for number, cell in enumerate(code_cells(notebook), start=1):
        cell.execution_count = number
    return notebook


def add(notebook: Any, source: str, *outs: Any) -> None:
    """Put a code cell at the end, run after all others."""
    count = len(code_cells(notebook)) + 1
    notebook.cells.append(new_code_cell(source, outputs=list(outs), execution_count=count))


def change(notebook: Any, number: int, old: str, new: str) -> None:
    cell = notebook.cells[number]
    assert old in cell.source
    cell.source = cell.source.replace(old, new)


def stderr() -> Any:
    return new_output("stream", name="stderr", text="loading")


#: What fails each rule: the rule, and how a good notebook is spoiled.
BAD: dict[str, tuple[Rule, Callable[[Any], object]]] = {
    "no title": (opens_with_question, lambda n: change(n, 0, "# How much?", "How much?")),
    "two titles": (opens_with_question, lambda n: change(n, 3, "## Prep", "# Prep")),
    "no question": (opens_with_question, lambda n: change(n, 0, "?", ".")),
    "no inputs": (opens_with_question, lambda n: change(n, 0, "Inputs:", "From")),
    "no outputs": (opens_with_question, lambda n: change(n, 0, "Outputs:", "To")),
    "no limits": (has_its_sections, lambda n: n.cells.pop(-2)),
    "sections out of order": (has_its_sections, lambda n: n.cells.reverse()),
    "no parameters": (has_its_parameters, lambda n: n.cells[1].metadata.clear()),
    "other parameters": (has_its_parameters, lambda n: change(n, 1, "specimen", "mine")),
    "injected parameters": (
        has_its_parameters,
        lambda n: n.cells[2].metadata.update(tags=["injected-parameters"]),
    ),
    "imports twice": (imports_in_one_cell, lambda n: add(n, "import os")),
    "no style": (imports_in_one_cell, lambda n: change(n, 2, "use_style(language)", "")),
    "a function": (defines_nothing, lambda n: add(n, "def f():\n    return 1")),
    "a class": (defines_nothing, lambda n: add(n, "class A:\n    pass")),
    "a folder": (names_no_path, lambda n: add(n, 'x = "../data"')),
    "a file": (names_no_path, lambda n: add(n, 'x = "table.csv"')),
    "raw data": (names_no_path, lambda n: add(n, 'x = "data/raw"')),
    "a long cell": (keeps_cells_short, lambda n: add(n, "\n".join(["x = 1"] * 16))),
    "long cells": (keeps_cells_short, lambda n: [add(n, "x = 1\n" * 6) for _ in range(20)]),
    "not run": (was_run_in_order, lambda n: n.cells[2].update(execution_count=None)),
    "run out of order": (was_run_in_order, lambda n: n.cells[2].update(execution_count=9)),
    "stderr": (is_quiet, lambda n: add(n, "f()", stderr())),
    "an error": (is_quiet, lambda n: add(n, "f()", new_output("error", ename="E", evalue="e"))),
    "a warning": (is_quiet, lambda n: add(n, "f()", table_output("FutureWarning: soon"))),
    "a home": (prints_no_path, lambda n: add(n, "f()", table_output("in /" + "home/someone/x"))),
    "a chart without table": (
        follows_charts_with_tables,
        lambda n: add(n, "ax\nplt.show()", chart_output()),
    ),
    "two charts, one table": (follows_charts_with_tables, lambda n: n.cells.pop(6)),
    "a chart not shown": (
        follows_charts_with_tables,
        lambda n: (add(n, "bars(data);", chart_output()), add(n, "data", table_output())),
    ),
    "two kinds of chart": (draws_different_charts, lambda n: change(n, 7, "heatmap", "bars")),
    "a marker without reason": (
        gives_reasons_for_markers,
        lambda n: add(n, "# NBVAL_SKIP\nf()"),
    ),
}


def saved(notebook: Any, folder: Path) -> Any:
    """Write a notebook and read it again, as a committed one is read."""
    nbformat.write(notebook, folder / "sample.ipynb")
    return nbformat.read(folder / "sample.ipynb", as_version=4)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_good_notebook_keeps_every_rule(rule: Rule, tmp_path: Path) -> None:
    assert list(rule(saved(good(), tmp_path))) == []


@pytest.mark.parametrize(("rule", "spoil"), BAD.values(), ids=BAD)
def test_a_spoiled_notebook_fails_its_rule(
    rule: Rule, spoil: Callable[[Any], object], tmp_path: Path
) -> None:
    notebook = good()
    spoil(notebook)
    assert list(rule(saved(notebook, tmp_path)))


def test_every_rule_has_a_sample_that_fails_it() -> None:
    assert {rule for rule, _ in BAD.values()} == set(RULES)


def test_a_marker_with_its_reason_passes_and_three_are_too_many(tmp_path: Path) -> None:
    notebook = good()
    for _ in range(3):
        add(notebook, "# NBVAL_IGNORE_OUTPUT\n# the engine reports its own version\nf()")
    assert list(gives_reasons_for_markers(notebook)) == []
    saved(notebook, tmp_path)
    assert count_markers([tmp_path / "sample.ipynb"]) > MOST_MARKERS
