"""`lab`: JupyterLab on copies of the notebooks that are set to a corpus."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click

from helpers.cli.telling import explained, short, tell


@click.command("lab", short_help="Open JupyterLab on a corpus.")
@click.argument("name", default="specimen")
@click.option("--language", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
@click.option("--port", type=int, help="The first port to try; 8888 when not given.")
@click.option("--no-browser", is_flag=True, help="Print the address, open no browser.")
@explained
def command(name: str, language: str, port: int | None, *, no_browser: bool) -> None:
    """Build the corpus NAME, and open JupyterLab on notebooks that are set to it.

    They are copies in reports/NAME/lab, so that the project's own stay as they are. A copy that
    you have changed is kept as you left it; others are brought up to date. The server answers this
    machine only, and asks for a token as Jupyter always does.
    """
    from helpers.cli.build import run_build
    from helpers.cli.copies import lab_copies

    run_build(name)
    folder, kept = lab_copies(name, language)
    for path in kept:
        tell(f"kept as you left it: {short(path)}")
    tell(f"notebooks: {short(folder)}")
    sys.exit(subprocess.call(server(str(folder), port=port, no_browser=no_browser)))


def server(folder: str, *, port: int | None, no_browser: bool) -> list[str]:
    """Return the command that starts JupyterLab on a folder."""
    line = [sys.executable, "-m", "jupyterlab", f"--notebook-dir={folder}", "--ip=127.0.0.1"]
    # No news are fetched and no versions looked up, and nobody is asked about it.
    line.append(f"--LabApp.app_settings_dir={Path(__file__).with_name('settings')}")
    if port is not None:
        line.append(f"--port={port}")
    if no_browser:
        line.append("--no-browser")
    # In a container everybody is root, and Jupyter would refuse.
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        line.append("--allow-root")
    return line
