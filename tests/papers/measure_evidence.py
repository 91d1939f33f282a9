"""Measure the extraction of evidence on every answer key, and print the README's table.

python tests/papers/measure_evidence.py            print it as Markdown
python tests/papers/measure_evidence.py --write    put it into README.md; wants ../shared

The four papers of FIRST were annotated before any rule was run on them, and are not looked at
while rules are written: what stands in their column is first contact.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from helpers.audit.evidence.key import load_evidence_key
from helpers.audit.evidence.measure import Score
from helpers.audit.evidence.report import markdown, measure_key, pool

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
SHARED = Path(os.environ.get("HELPERS_SHARED", REPOSITORY.parent / "shared"))
README = REPOSITORY / "README.md"
BEGIN, END = "<!-- evidence:begin -->\n", "<!-- evidence:end -->"
RE_TABLE = re.compile(f"(?<={re.escape(BEGIN)}).*?(?={re.escape(END)})", re.DOTALL)
#: Papers that no rule was ever looked at on, and papers that rules were written with.
FIRST = ("beihe", "kangning", "liangshui", "nanpu")
KNOWN = ("luochuan", "yunzhou", "boye", "caohai", "chengxi", "jiangwan")
REAL = "two real issues"


def papers(names: tuple[str, ...]) -> dict[str, Score]:
    """Measure the keys of some papers together."""
    return pool(measure_key(load_evidence_key(HERE / name)) for name in names)


def columns(*, first: bool = True) -> dict[str, dict[str, Score]]:
    """Measure every column of the table; the real issues only where they are."""
    found = {
        "specimen": measure_key(load_evidence_key(REPOSITORY / "tests/specimen/key")),
        "six papers known": papers(KNOWN),
    }
    gold = SHARED / "gold/kecheng"
    if (gold / "structure.json").is_file():
        found = {REAL: measure_key(load_evidence_key(gold))} | found
    if first:
        found["four papers unseen"] = papers(FIRST)
    return found


def printed(text: str) -> dict[str, list[str]]:
    """Read the table between the markers of a page => {column: its cells}."""
    match = RE_TABLE.search(text)
    rows = [
        [cell.strip() for cell in row.strip("|").split("|")]
        for row in (match[0] if match else "").split("\n")
    ]
    head, _, *body = [row for row in rows if len(row) > 1] or [[], []]
    return {name: [row[i] for row in body] for i, name in enumerate(head)}


def main(arguments: list[str]) -> int:
    """Print the table, or write it."""
    found = columns(first="--known" not in arguments)
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
