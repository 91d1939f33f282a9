"""`build`: raw issues to tables."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from helpers.cli.telling import count, explained, progress, short, show_all, tell


@click.command("build", short_help="Make the tables of a corpus.")
@click.argument("name", default="specimen")
@click.option("--raw", type=click.Path(path_type=Path), help="Folder of issues to use instead.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="Folder for the tables to use instead."
)
@explained
def command(name: str, raw: Path | None, out: Path | None) -> None:
    """Make the tables of the corpus NAME (data/raw/NAME) in data/processed/NAME.

    Only what is missing or stale is made. Files with problems are named and left out; the others
    come through, and the exit status is 1.
    """
    if not run_build(name, raw=raw, out=out):
        sys.exit(1)


def run_build(name: str, *, raw: Path | None = None, out: Path | None = None) -> bool:
    """Build a corpus, say what happened, and return whether every file came through."""
    from helpers.corpus.build import build

    with progress() as update:
        result = build(name, raw=raw, out=out, progress=update)
    show_all(problem.error(result.config.folder) for problem in result.problems)
    lost = len({problem.file for problem in result.problems if problem.lost})
    counts = ", ".join(count(result.rows[f"{what}s"], what) for what in ("issue", "article"))
    state = "built" if result.rebuilt else "up to date"
    tell(f"{name}: {counts} ({state}) in {short(result.folder)}")
    if lost:
        tell(f"{name}: {count(lost, 'file')} could not be used, see above")
    return not lost
