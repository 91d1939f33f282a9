"""Command line: one module a command, loaded only when the command is called for."""

from __future__ import annotations

import importlib

import click

#: The commands in the order of the work, each with the line that `--help` shows for it.
COMMANDS = {
    "add": "Make a corpus from files of your own.",
    "parse": "Print one JSON object for each issue.",
    "build": "Make the tables of a corpus.",
    "report": "Build, run every notebook, write charts and report.",
    "lab": "Open JupyterLab on a corpus.",
    "audit": "Measure the parser against an answer key.",
    "check": "Compare the notebooks with their last accepted run.",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, so that `--help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"helpers.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="county-newspaper-notebooks", message="%(version)s")
def app() -> None:
    """Raw issues of a county newspaper to tables, notebooks, charts and a report.

    \b
    Start with your own issues:
      python -m helpers add mypaper issues/*.txt
      python -m helpers report mypaper
    Without a NAME, a command works on the specimen, a fictional paper.
    """  # noqa: D301 - click reads the backspace character
