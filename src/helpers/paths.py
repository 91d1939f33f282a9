"""Where things are: every path of the project starts from one root."""

from __future__ import annotations

import os
from pathlib import Path

#: Set this variable to work on a folder other than the checkout (it holds data/ and reports/).
ROOT_VARIABLE = "HELPERS_ROOT"


def root() -> Path:
    """Return the project folder, which holds `data/`, `notebooks/` and `reports/`."""
    chosen = os.environ.get(ROOT_VARIABLE)
    return Path(chosen).resolve() if chosen else Path(__file__).resolve().parents[2]


def raw() -> Path:
    """Return the folder of raw corpora, never written to except by `add`."""
    return root() / "data" / "raw"


def processed() -> Path:
    """Return the folder of built tables."""
    return root() / "data" / "processed"


def reports() -> Path:
    """Return the folder of reports."""
    return root() / "reports"


def notebooks() -> Path:
    """Return the folder of the committed notebooks."""
    return Path(__file__).resolve().parents[2] / "notebooks"


def cache() -> Path:
    """Return the project's own cache folder, made if need be, readable by its owner only."""
    folder = root() / ".cache"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
