"""`check`: the notebooks of a corpus as regression tests."""

from __future__ import annotations

import sys

import click

from helpers.cli.telling import count, explained, progress, show_all, tell


@click.command("check", short_help="Compare the notebooks with their last accepted run.")
@click.argument("name", default="specimen")
@click.option("--accept", "accepting", is_flag=True, help="Accept the present run of `report`.")
@explained
def command(name: str, accepting: bool) -> None:
    """Run the notebooks on the corpus NAME again and compare every output with the accepted one.

    A difference is named by notebook and cell, and the exit status is 1. With --accept, the last
    run of `report` becomes the accepted one.
    """
    from helpers.cli.comparing import compare
    from helpers.cli.notebooks import accept
    from helpers.corpus.build import build
    from helpers.corpus.config import find_folder

    find_folder(name)
    if accepting:
        tell(f"{name}: {count(accept(name), 'notebook')} accepted")
        return
    with progress() as update:
        build(name, progress=update)
    checked, differences = compare(name)
    show_all(differences)
    if differences:
        tell(f"{name}: {count(len(differences), 'difference')}; if wanted: {_how(name)}")
        sys.exit(1)
    tell(f"{name}: {count(checked, 'notebook')} compared, no difference")


def _how(name: str) -> str:
    """Return what a person types to accept the present outputs."""
    return f"python -m helpers report {name} && python -m helpers check {name} --accept"
