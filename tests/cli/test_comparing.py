"""What nbval says in many lines is told in one."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from helpers.cli.comparing import read_results

DIFFERENT = """#x1B[91mNotebook cell execution failed#x1B[0m
Cell 1: Cell outputs differ

Input:
len(frame) - 1

Traceback:
 mismatch 'text/plain'

 assert reference_output == test_output failed:

  '3' == '2'

  - 2
  + 3
#x1B[0m
"""


@pytest.mark.parametrize(
    ("text_in", "said"),
    [
        (DIFFERENT, "code cell 2: the output differs: it was 3, it is 2"),
        ("Traceback:\n#x1B[91mKeyError: 'land'#x1B[0m", "code cell 2: KeyError: 'land'"),
        ("Cell died", "code cell 2: Cell died"),
    ],
)
def test_read_results(tmp_path: Path, text_in: str, said: str) -> None:
    results = tmp_path / "results.xml"
    results.write_text(
        '<testsuites><testsuite><testcase name="ipynb::Cell 1" file="a.ipynb">'
        f"<failure>{escape(text_in)}</failure></testcase>"
        '<testcase name="ipynb::Cell 2" file="a.ipynb"/></testsuite></testsuites>',
        "utf-8",
    )
    (found,) = read_results(results)
    assert found.problem == said
    assert str(found.file) == "a.ipynb"
