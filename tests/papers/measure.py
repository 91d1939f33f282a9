"""Measure the parser on every answer key that there is, and print the README's table.

python tests/papers/measure.py            print it as Markdown
python tests/papers/measure.py --write    put it into README.md; wants ../shared
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

from helpers.audit.audit import Audit
from helpers.audit.key import KeyIssue
from helpers.audit.marked import load_marked
from helpers.audit.readings import load_annotation
from helpers.audit.telling import markdown
from helpers.parsing import parse_issue
from helpers.reading import read_issue

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
SHARED = Path(os.environ.get("HELPERS_SHARED", REPOSITORY.parent / "shared"))
README = REPOSITORY / "README.md"
BEGIN, END = "<!-- audit:begin -->\n", "<!-- audit:end -->"
RE_TABLE = re.compile(f"(?<={re.escape(BEGIN)}).*?(?={re.escape(END)})", re.DOTALL)
#: The columns of the table.
HELD_OUT, FITTED, SPECIMEN, REAL = (
    "test papers held out",
    "test papers fitted to",
    "specimen",
    "two real issues",
)


def paper_keys(*, held_out: bool) -> list[tuple[KeyIssue, tuple[str, ...]]]:
    """Load the keys of the papers that are held out, or of the others, with their raw lines."""
    out = set(json.loads((HERE / "held_out.json").read_text("utf-8")))
    paths = [p for p in sorted(HERE.glob("*/*.txt")) if (p.parent.name in out) == held_out]
    return [(key, key.raw or ()) for key in map(load_marked, paths)]


def annotated(key: Path, folder: Path) -> list[tuple[KeyIssue, tuple[str, ...]]]:
    """Load the issues of an annotation with their raw lines."""
    return [(k, read_issue(folder / f"{k.name}.txt").lines) for k in load_annotation(key)]


def measure(issues: list[tuple[KeyIssue, tuple[str, ...]]]) -> Audit:
    """Parse issues and hold each against its key."""
    audit = Audit()
    for key, lines in issues:
        audit.add(key, parse_issue(lines), lines)
    return audit


def columns() -> dict[str, Audit]:
    """Measure every column of the table; the real issues only where they are."""
    found = {
        HELD_OUT: measure(paper_keys(held_out=True)),
        FITTED: measure(paper_keys(held_out=False)),
        SPECIMEN: measure(
            annotated(
                REPOSITORY / "tests/specimen/key/structure.json", REPOSITORY / "data/raw/specimen"
            )
        ),
    }
    gold = SHARED / "gold/kecheng/structure.json"
    if gold.is_file():
        found[REAL] = measure(annotated(gold, SHARED / "issues/kecheng"))
    return found


def printed(text: str) -> dict[str, list[str]]:
    """Read the table between the markers of a page => {column: its cells}."""
    match = RE_TABLE.search(text)
    rows = [
        [c.strip() for c in r.strip("|").split("|")]
        for r in (match[0] if match else "").split("\n")
    ]
    head, _, *body = [row for row in rows if len(row) > 1] or [[], []]
    return {name: [row[i] for row in body] for i, name in enumerate(head)}


def main(arguments: list[str]) -> int:
    """Print the table, or write it."""
    found = columns()
    table = markdown(found)
    if "--write" not in arguments:
        sys.stdout.write(table)
        return 0
    if REAL not in found:
        sys.stderr.write("../shared is not there: the table would lose the real issues\n")
        return 1
    text = README.read_text("utf-8")
    README.write_text(RE_TABLE.sub(lambda _: table, text), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
