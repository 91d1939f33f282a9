"""`add`: a corpus from a person's own files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from helpers.cli.telling import count, explained, short, show_all, tell


@click.command("add", short_help="Make a corpus from files of your own.")
@click.argument("name")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace files of the same name.")
@explained
def command(name: str, files: tuple[Path, ...], force: bool) -> None:
    """Copy FILES into the corpus NAME (data/raw/NAME), and write its corpus.toml.

    FILES are issues, tables of articles (.csv, .jsonl, .xlsx), and folders of e-paper pages.

    Files are copied byte for byte; yours are not touched. What corpus.toml says is read from the
    mastheads: look it over. A corpus.toml that is there already is left alone.
    """
    from helpers.corpus.adding import add_files

    added = add_files(name, files, force=force)
    show_all(added.problems)
    present = f", {len(added.present)} there already" if added.present else ""
    tell(f"{name}: {count(len(added.copied), 'file')} copied{present}")
    if added.wrote_settings:
        tell(f"{name}: look over {short(added.folder / 'corpus.toml')}")
    if added.copied or added.present:
        tell(f"next: python -m helpers report {name}")
    if added.problems:
        sys.exit(1)
