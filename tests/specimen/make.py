"""Make the specimen: raw issues and answer keys, both from the sources in `source/`.

    python tests/specimen/make.py               write everything
    python tests/specimen/make.py --check       exit 1 and say what is not as the sources have it
    python tests/specimen/make.py --lint FILE…  say what is wrong in a source, line by line

The county, its people and its newspaper are made up; README.md says how a source is written.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# The modules beside this one are no package: tests load this file by its path too.
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))

import specimen_answers as answers  # noqa: E402
import specimen_names as names  # noqa: E402
from specimen_entities import entities  # noqa: E402
from specimen_initiatives import initiatives  # noqa: E402
from specimen_keys import Record, structure_issue  # noqa: E402
from specimen_layout import Page, lay_out  # noqa: E402
from specimen_lint import lint, notes, printed_size  # noqa: E402
from specimen_source import Issue, parse_source  # noqa: E402

SOURCE = HERE / "source"
NAMES = HERE / "names"
KEY = HERE / "key"
RAW = HERE.parents[1] / "data" / "raw" / "specimen"

CONVENTIONS = {
    "structure": {
        "line_numbers": "1-based raw lines",
        "body": "paragraph lines joined without separator; paragraphs joined by \\n; a byline that "
        "opens a paragraph removed; offsets are Unicode code points, [start,end)",
        "headline": "headline_lines (kickers among them) joined by \\n",
        "deck": "deck_lines joined by \\n",
        "byline": "bylines and photo credits as printed, joined by \\n",
        "furniture": "where=furniture offsets index the raw line given by line",
        "photo_credit": "a credit inside the caption stays in body, body_no_credit drops it; "
        "a credit on a line of its own is never in body",
    },
    "themes": {"themes": "clearly right; optional = arguable, neither right nor wrong if given"},
    "figures": {
        "value": "万 and 亿 expanded; percent as printed; dates ISO; [low,high] for ranges",
        "text": "includes approximators; core gives the bare number where they lie outside it",
    },
    "quotes": {
        "span": "start/end include the quotation marks; inner excludes them",
        "named": "false where only a surname and form of address is printed",
    },
    "coinages": {"mentions": "every occurrence in headlines, decks, bodies and furniture"},
    "people": {"source": "body = named in the text; byline = offsets in byline_text"},
    "places_orgs": {
        "mentions": "every occurrence in headlines, decks, bodies and furniture, quotation marks "
        "left out; nested = inside a longer listed name; deictic = printed short form that needs "
        "the paper's county or the article's village to resolve (我县, 县委, 村党支部)",
        "offices": "县水利局 and its like are names as printed, not deictic, unless a fuller name "
        "is printed somewhere (县水务公司)",
        "left_out": "bare 街道, 社区, 镇里, 村里, 公司, 支部, 食堂, 工坊; bylines and datelines",
        "level": "国|省|市|县|街道|乡|镇|村|自然村|社区|小区|other",
        "type": "party|government|village|community|enterprise|media|research|service|social|"
        "alliance|event|other",
        "parent": "printed in the text; parent_explicit false = by context only",
        "generic": "common noun, not a proper name",
    },
    "initiatives": {
        "mentions": "all occurrences of any printed form, quotation marks included; the longest "
        "printed form at a place is kept; bare 平台, 工坊, 食堂, 行动 are none",
        "articles": "those that mention it or count it",
        "indicators": "references to figures.json",
        "theme": "the labels of themes.json",
        "start_date": "only if printed; start_span is the text",
        "status": "in_force|pilot|planned|done, by the last issue that tells",
    },
    "consistency": {
        "strength": "stated = both sides printed; derived = needs an inference",
        "verdict": "consistent|inconsistent|rounded|incomplete",
        "figures": "the article's figures whose value the claim or the sum names",
        "with": "the other article of a check across issues",
    },
}


def read_sources() -> tuple[list[tuple[Issue, Page]], list[str]]:
    """Read and lay out every source that has no fault; return them and the faults of the rest."""
    pages, faults = [], []
    for path in sorted(SOURCE.glob("*.txt")):
        content = path.read_text(encoding="utf-8")
        problems = lint(content)
        faults += [f"{path.name}:{line}: {message}" for line, message in problems]
        if not problems:
            issue, _ = parse_source(content)
            pages.append((issue, lay_out(issue)))
    return pages, faults


def make_keys(pages: list[tuple[Issue, Page]]) -> tuple[dict[str, Record], list[str]]:
    """Return the contents of every key file by its name, and the faults of `names/`."""
    issues = [structure_issue(issue, page) for issue, page in pages]
    places_orgs, faults = entities(NAMES, issues)
    figures = [x for issue, _ in pages for x in answers.figures(issue)]
    people = [x for issue, _ in pages for x in names.people(issue)]
    programmes, more = initiatives(NAMES, issues, figures)
    checks = [x for issue, page in pages for x in answers.checks(issue, page, figures)]
    return {
        "structure": {"issues": issues},
        "themes": {"articles": [x for issue, _ in pages for x in answers.themes(issue)]},
        "figures": {"figures": figures},
        "quotes": {"quotes": [x for issue, _ in pages for x in answers.quotes(issue)]},
        "coinages": {"coinages": names.coinages(pages)},
        "people": {"people": [x | {"id": f"P{i:03d}"} for i, x in enumerate(people, 1)]},
        "places_orgs": places_orgs,
        "initiatives": {"initiatives": programmes},
        "consistency": {"checks": [{"id": f"CON{i:03d}"} | x for i, x in enumerate(checks, 1)]},
    }, faults + more


def make_files() -> tuple[dict[Path, str], list[str]]:
    """Return the text of every file to be written, and the faults of sources left out."""
    pages, faults = read_sources()
    files = {RAW / f"{issue.header['date']}.txt": page.text for issue, page in pages}
    keys, more = make_keys(pages)
    for name, record in keys.items():
        whole = {"fictional": True, "conventions": CONVENTIONS[name]} | record
        text = json.dumps(whole, ensure_ascii=False, indent=1)
        files[KEY / f"{name}.json"] = text + "\n"
    return files, faults + more


def differences(files: dict[Path, str]) -> list[str]:
    """Say which committed files are missing, stale or left over."""
    found = []
    for path, text in files.items():
        if not path.is_file():
            found.append(f"missing: {path.name}")
        elif path.read_bytes() != text.encode("utf-8"):
            found.append(f"not what its source gives: {path.name}")
    present = [*RAW.glob("*.txt"), *KEY.glob("*.json")]
    return found + [f"without a source: {p.name}" for p in sorted(set(present) - set(files))]


def lint_files(paths: list[Path]) -> int:
    """Print the faults, and after them the notes, of some sources; return the exit status."""
    status = 0
    for path in paths:
        content = path.read_text(encoding="utf-8")
        problems = lint(content)
        for line, message in problems:
            print(f"{path.name}:{line}: {message}")
        for line, message in notes(content):
            print(f"{path.name}:{line}: note: {message}")
        issue, _ = parse_source(content)
        print(f"{path.name}: {len(issue.articles)} articles, {printed_size(issue)} characters")
        status |= bool(problems)
    return int(status)


def main(arguments: list[str] | None = None) -> int:
    """Make, check or lint, as the arguments say; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--lint", nargs="+", type=Path, metavar="FILE", help="validate sources")
    options = parser.parse_args(arguments)
    if options.lint:
        return lint_files(options.lint)
    files, faults = make_files()
    for fault in faults:
        print(fault, file=sys.stderr)
    if options.check:
        found = differences(files)
        print("\n".join(found) or "every file is what its source gives")
        return int(bool(found or faults))
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(files)} files written")
    return int(bool(faults))


if __name__ == "__main__":
    raise SystemExit(main())
