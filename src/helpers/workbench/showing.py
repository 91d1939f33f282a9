"""Whether somebody sits before the notebook, and the widgets if so."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpers.workbench.bench import Workbench
    from helpers.workbench.query import Query

#: Variables that front ends with widgets give to the kernels they start: JupyterLab, VS Code.
FRONT_ENDS = ("JPY_SESSION_NAME", "VSCODE_PID")


def is_live() -> bool:
    """Say whether a front end shows this notebook; a report or a test runs it without one."""
    return any(os.environ.get(name) for name in FRONT_ENDS)


def show(bench: Workbench, query: Query) -> None:
    """Show the widgets of the workbench; nothing where nobody could use them.

    A report, a test or a page on the web has no kernel to answer a widget, and its id would differ
    with every run: there the results under it stand for themselves.

    Args:
        bench: The workbench.
        query: What to begin with.
    """
    if not is_live():
        return
    from IPython.display import display

    from helpers.workbench.panel import Panel

    display(Panel(bench, query).widget)  # type: ignore[no-untyped-call]
