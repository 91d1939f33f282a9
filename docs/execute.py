"""Execute the committed notebooks again, in place, on the specimen.

    python docs/execute.py              all of them
    python docs/execute.py 03           those whose names begin so

What is committed holds outputs only: no times, no machine's paths, no injected parameters.
"""

from __future__ import annotations

import argparse
import tempfile

from nbclient import NotebookClient

from helpers import paths
from helpers.cli.notebooks import read_notebook, sources, without_traces, write_notebook


def main() -> None:
    """Execute the notebooks that the arguments name."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("beginnings", nargs="*", default=[""])
    beginnings = tuple(parser.parse_args().beginnings) or ("",)
    for path in sources():
        if not path.name.startswith(beginnings):
            continue
        notebook = read_notebook(path)
        with tempfile.TemporaryDirectory() as folder:
            NotebookClient(
                notebook,
                kernel_name="python3",
                resources={"metadata": {"path": folder}},
                extra_arguments=["--IPKernelApp.log_level=40"],
            ).execute()
        notebook.metadata["language_info"] = {"name": "python"}
        write_notebook(without_traces(notebook), path)
        print(path.relative_to(paths.root()))  # noqa: T201 - a command's answer


if __name__ == "__main__":
    main()
