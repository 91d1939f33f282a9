"""The command line: `python -m helpers COMMAND`."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from helpers.cli import app

    app(prog_name="python -m helpers")


if __name__ == "__main__":
    main()
