"""Running notebooks on a corpus, and the folders that runs are kept in."""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path
from typing import Any

from helpers import paths
from helpers.errors import InputError

#: The tag of the cell that papermill puts in.
INJECTED = "injected-parameters"
#: How many notebooks run at once at most.
MOST_WORKERS = 4


def present_folder(corpus: str) -> Path:
    """Return the folder of a corpus's last executed notebooks."""
    return paths.reports() / corpus / "notebooks"


def accepted_folder(corpus: str) -> Path:
    """Return the folder of a corpus's accepted notebooks."""
    return paths.reports() / corpus / "accepted"


def workers(notebooks: int) -> int:
    """Return how many notebooks to run at once: each takes a core and some hundred megabytes."""
    return max(1, min(notebooks, os.cpu_count() or 1, MOST_WORKERS))


def sources() -> list[Path]:
    """Return the notebooks of the project in order.

    Raises:
        InputError: There are none.
    """
    found = sorted(paths.notebooks().glob("[0-9]*.ipynb"))
    if not found:
        raise InputError("there are no notebooks", file=paths.notebooks())
    return found


def run_notebook(source: Path, target: Path, **parameters: str) -> None:
    """Execute a notebook with parameters and keep it with its outputs, failed or not.

    Raises:
        InputError: A cell failed, and the error names it; or the kernel died.
    """
    import papermill
    from nbclient.exceptions import DeadKernelError
    from papermill.exceptions import PapermillExecutionError

    logging.getLogger("papermill").setLevel(logging.ERROR)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        papermill.execute_notebook(
            str(source),
            str(target),
            parameters=parameters,
            kernel_name="python3",
            language="python",
            progress_bar=False,
            # The kernel would warn on stderr that it talks over TCP, to this machine only.
            extra_arguments=["--IPKernelApp.log_level=40"],
            cwd=str(target.parent),
        )
    except PapermillExecutionError as error:
        raise InputError(
            f"cell {error.exec_count}: {error.ename}: {error.evalue}",
            file=source,
            remedy=f"open {target.name} in JupyterLab to see it",
        ) from error
    except DeadKernelError as error:
        raise InputError(
            "the kernel died", file=source, remedy="see that there is memory enough"
        ) from error
    finally:
        if target.is_file():
            write_notebook(without_traces(read_notebook(target)), target)


def read_notebook(path: Path) -> Any:  # noqa: ANN401
    """Read a notebook.

    Raises:
        InputError: It is not one.
    """
    import nbformat

    try:
        return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read as a notebook ({error})", file=path) from error


def write_notebook(notebook: Any, path: Path) -> None:  # noqa: ANN401
    """Write a notebook."""
    import nbformat

    nbformat.write(notebook, path)  # type: ignore[no-untyped-call]


def without_traces(notebook: Any) -> Any:  # noqa: ANN401
    """Take out times and paths of the machine, so that equal runs leave equal files."""
    notebook.metadata.pop("papermill", None)
    for cell in notebook.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
    return notebook


def unexecuted(notebook: Any) -> list[int]:  # noqa: ANN401
    """Return the code cells, counted from 1, that do not stand executed from top to bottom."""
    cells = [c for c in notebook.cells if c.cell_type == "code" and c.source.strip()]
    return [n for n, cell in enumerate(cells, start=1) if cell.execution_count != n]


def accept(corpus: str) -> int:
    """Make the present run of a corpus the accepted one, and return how many notebooks it has.

    Raises:
        InputError: There is no present run, or a notebook of it failed.
    """
    present = sorted(present_folder(corpus).glob("*.ipynb"))
    if not present:
        raise InputError(
            f"there is no run of '{corpus}' to accept",
            remedy=f"run `python -m helpers report {corpus}` first",
        )
    for path in present:
        _refuse_failed(path)
    accepted = accepted_folder(corpus)
    fresh = accepted.with_name("accepted.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for notebook in present:
        shutil.copyfile(notebook, fresh / notebook.name)
    shutil.rmtree(accepted, ignore_errors=True)
    fresh.rename(accepted)
    return len(present)


def _refuse_failed(path: Path) -> None:
    """Raise if a cell of an executed notebook failed, or was never executed."""
    notebook = read_notebook(path)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for number, cell in enumerate(cells, start=1):
        if any(output.output_type == "error" for output in cell.outputs):
            raise InputError(
                f"code cell {number} failed, so this run cannot be accepted",
                file=path,
                remedy="correct it and run `report` again",
            )
    if missing := unexecuted(notebook):
        raise InputError(
            f"code cell {missing[0]} was not executed in order, so this run cannot be accepted",
            file=path,
            remedy="run `report` again",
        )
