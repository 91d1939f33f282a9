"""`audit`: the parser against answer keys that a person made."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from helpers.cli.telling import count, explained, short, show_all, tell
from helpers.errors import InputError

if TYPE_CHECKING:
    from helpers.audit.audit import Audit

#: How many differences are shown without --all.
SHOWN = 20


@click.command("audit", short_help="Measure the parser against an answer key.")
@click.argument("words", nargs=-1, metavar="[NAME] [ISSUE|FILE]...")
@click.option(
    "--key", type=click.Path(path_type=Path), help="Folder of marked files, or one JSON file."
)
@click.option("--draft", is_flag=True, help="Write the parse of each ISSUE as a key to correct.")
@click.option("--lint", is_flag=True, help="Check the form of marked FILES.")
@click.option("--mend", is_flag=True, help="Print the corrections that the keys ask for.")
@click.option("--evidence", is_flag=True, help="Measure the tables of evidence instead.")
@click.option("--all", "whole", is_flag=True, help="Show every difference.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@explained
def command(
    words: tuple[str, ...],
    key: Path | None,
    draft: bool,
    lint: bool,
    mend: bool,
    evidence: bool,
    whole: bool,
    as_json: bool,
) -> None:
    """Measure how well the corpus NAME is parsed, against answer keys that a person made.

    Keys lie in data/raw/NAME/key/, one for each issue: 2021-07-06.key.txt for 2021-07-06.txt, in
    the marked form that the README describes. --draft writes the present parse in that form, for
    a person to correct; what is there is never overwritten. Keys hold the text of the paper, which
    is in copyright: they stay in data/raw, which git ignores.

    \b
      python -m helpers audit mypaper --draft 2021-07-06
      python -m helpers audit --lint data/raw/mypaper/key/2021-07-06.key.txt
      python -m helpers audit mypaper
      python -m helpers audit mypaper --evidence
    """  # noqa: D301 - click reads the backspace character
    if lint:
        sys.exit(0 if lint_files([Path(word) for word in words]) else 1)
    name, *issues = words or ("specimen",)
    if draft:
        sys.exit(0 if draft_keys(name, issues, key) else 1)
    if issues:
        raise InputError(
            f"'{issues[0]}' is one name too many", remedy="ISSUES are named with --draft only"
        )
    if mend:
        sys.exit(0 if print_mends(name, key) else 1)
    if evidence:
        measure_evidence(name, key)
        sys.exit(0)
    sys.exit(0 if run_audit(name, key, whole=whole, as_json=as_json) else 1)


def measure_evidence(name: str, key: Path | None) -> None:
    """Measure people, places, speech, figures, checks and coinages against a key, and print it."""
    from helpers import paths
    from helpers.audit.evidence.key import load_evidence_key
    from helpers.audit.evidence.report import lines, measure_key
    from helpers.audit.keys import key_folder
    from helpers.corpus.config import find_folder, load_config
    from helpers.extraction.document import Setting
    from helpers.extraction.places import read_gazetteer

    config = load_config(name, find_folder(name))
    place = key or key_folder(config.folder)
    if key is None and config.fictional and not place.is_dir():
        place = paths.root() / "tests" / name / "key"
    setting = Setting(config.paper, config.county, config.city, config.province)
    gazetteer = read_gazetteer(config.gazetteer) if config.gazetteer is not None else None
    scores = measure_key(load_evidence_key(place, setting), gazetteer)
    if not scores:
        raise InputError(
            "the key holds no evidence",
            file=place / "evidence",
            remedy="write figures.jsonl, people.jsonl … there, as the README describes",
        )
    click.echo("\n".join(lines(scores)))


def lint_files(files: Sequence[Path]) -> bool:
    """Check marked files, tell of each, and return whether all are in the form."""
    from helpers.audit.marked import open_marked

    if not files:
        raise InputError("no file is named", remedy="python -m helpers audit --lint FILE…")
    right = True
    for file in files:
        try:
            key, faults = open_marked(file)
        except InputError as error:
            show_all([error])
            right = False
            continue
        show_all(
            InputError(fault, file=file, line=line or None, remedy="mend the answer key")
            for line, fault in faults
        )
        characters = sum(len(p.text) for a in key.articles for p in a.paragraphs)
        articles = count(len(key.articles), "article")
        click.echo(f"{short(file)}: {articles}, {count(characters, 'character')}")
        right = right and not faults
    return right


def draft_keys(name: str, issues: Sequence[str], key: Path | None) -> bool:
    """Write drafts of keys, tell of each, and return whether all could be written."""
    from helpers.audit.audit import write_drafts
    from helpers.audit.keys import key_folder
    from helpers.corpus.config import find_folder, load_config

    config = load_config(name, find_folder(name))
    folder = key or key_folder(config.folder)
    written, problems = write_drafts(config, folder, issues)
    show_all(problem.error() for problem in problems)
    for path in written:
        tell(f"{name}: wrote {short(path)}")
    if written:
        tell(f"{name}: correct {'it' if len(written) == 1 else 'them'}, then: helpers audit {name}")
        tell("keys hold the paper's text, which is in copyright: do not publish them")
    return not any(problem.lost for problem in problems)


def print_mends(name: str, key: Path | None) -> bool:
    """Print the corrections that the keys ask for, and return whether every key could be used."""
    from helpers.audit.audit import audit_corpus
    from helpers.audit.keys import Keys, key_folder
    from helpers.corpus.config import find_folder, load_config
    from helpers.statistics.checked import mends

    config = load_config(name, find_folder(name))
    audit = audit_corpus(config, Keys(key or key_folder(config.folder)))
    show_all(problem.error() for problem in audit.problems)
    click.echo("\n\n".join(mends(audit)))
    return not any(problem.lost for problem in audit.problems)


def run_audit(name: str, key: Path | None, *, whole: bool, as_json: bool) -> bool:
    """Audit a corpus, print what was found, and return whether every key could be used."""
    from helpers.audit import telling
    from helpers.audit.audit import audit_corpus
    from helpers.audit.keys import Keys, key_folder
    from helpers.corpus.config import find_folder, load_config

    config = load_config(name, find_folder(name))
    audit = audit_corpus(config, Keys(key or key_folder(config.folder)))
    show_all(problem.error() for problem in audit.problems)
    if as_json:
        found = {"corpus": name, **telling.as_json(audit)}
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    elif audit.issues:
        _print(name, audit, whole=whole)
    return bool(audit.issues) and not any(problem.lost for problem in audit.problems)


def _print(name: str, audit: Audit, *, whole: bool) -> None:
    """Print the tables and the differences."""
    from helpers.audit import telling
    from helpers.audit.reliability import calibration

    articles = count(audit.score.tallies["articles"].expected, "article")
    title = f"{name}: {count(len(audit.issues), 'issue')}, {articles} in the key"
    _table(title, ("", *telling.COLUMNS), telling.measure_rows(audit.score))
    head, *rows = telling.kind_rows(audit.score)
    _table("By kind of article: F1", head, rows)
    error = f"expected calibration error {audit.calibration_error:.3f}"
    error += f" (by chance alone {audit.chance_error:.3f}), Brier score {audit.brier_score:.3f}"
    columns = ("confidence", "articles", "mean", "share exact")
    _table(f"Confidence: {error}", columns, telling.bin_rows(audit.bins))
    known = calibration()
    error = f"expected calibration error {known.error:.3f}, Brier score {known.brier:.3f}"
    title = f"The same, {count(known.papers, 'paper')} parsed by weights that never saw them: "
    _table(title + error, columns, telling.bin_rows(known.bins))
    found = telling.differences(audit.score)
    shown = found if whole else found[:SHOWN]
    click.echo("\n".join([f"Differences: {len(found):,}", *(f"  {line}" for line in shown)]))
    if len(found) > len(shown):
        click.echo(f"  … and {len(found) - len(shown):,} more: --all shows them")


def _table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table; all columns but the first hold numbers."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title, title_justify="left")
    for index, column in enumerate(columns):
        table.add_column(column, justify="right" if index else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    width = None if sys.stdout.isatty() else 120
    Console(highlight=False, width=width).print(table)
