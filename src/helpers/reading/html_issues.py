"""Pages of e-papers to issues: those of one paper and date belong together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from helpers.errors import InputError
from helpers.reading.html import Page, read_page, to_issue
from helpers.reading.issue import HTML_SUFFIXES
from helpers.reading.model import RawIssue

#: A folder of pages is one issue or a few: more pages than this do not lie in one by intention.
MAX_PAGES = 20_000
#: Digits in a file's name, to sort content_9 before content_10.
RE_DIGITS = re.compile(r"(\d+)")


def natural(path: Path) -> tuple[list[str | int], str]:
    """Return a sorting key by which page 9 comes before page 10."""
    pieces = RE_DIGITS.split(path.as_posix())
    return [int(p) if n % 2 and len(p) < 20 else p for n, p in enumerate(pieces)], path.as_posix()


def read_folder(
    folder: Path, *, problems: Callable[[InputError], None] | None = None
) -> Iterator[RawIssue]:
    """Yield the issues of the pages in a folder, at any depth: one, if all have the same date.

    Raises:
        InputError: The folder holds no page with an article; a page cannot be read, and
            `problems` does not take it.
    """
    try:
        pages = [p for p in folder.rglob("*") if p.suffix.lower() in HTML_SUFFIXES and p.is_file()]
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", file=folder) from error
    if not pages:
        raise InputError(
            "this is a folder without pages", file=folder, remedy="name the files in it"
        )
    yield from read_pages(pages, name=folder, problems=problems)


def read_pages(
    paths: Iterable[Path],
    *,
    name: Path | None = None,
    problems: Callable[[InputError], None] | None = None,
) -> Iterator[RawIssue]:
    """Yield the issues of some pages: those of one paper and date are one, in natural order.

    Pages are read twice where they belong to several issues, so that no more than one issue is
    held at a time.

    Args:
        paths: The pages.
        name: The path of the issue, if all pages make one; else it is that of its first page.
        problems: Told of a page that cannot be read, which then costs no other.

    Raises:
        InputError: No page holds an article; or one cannot be read, and there is no `problems`.
    """
    order = sorted(paths, key=natural)
    if len(order) > MAX_PAGES:
        raise InputError(
            f"more than {MAX_PAGES:,} pages lie together",
            file=name or order[0],
            remedy="put the pages of each issue, or of each month, into a folder of their own",
        )
    first: list[Page] = []
    groups: dict[tuple[str, str], list[Path]] = {}
    for page in _each(order, problems):
        if page.articles:
            groups.setdefault(page.key, []).append(page.path)
            # What is held is given up as soon as there is a second issue.
            first = [*first, page] if len(groups) == 1 else []
    groups = _merge_undated(groups, together=name is not None)
    if not groups:
        raise InputError(
            "no article was found in the pages",
            file=name or order[0],
            remedy="save the pages of articles; lists of links hold none",
        )
    if len(groups) == 1 and name is not None:
        (members,) = groups.values()
        held = first if len(first) == len(members) else list(_each(members, problems))
        yield to_issue(name, held)
        return
    for (_, date), members in groups.items():
        # Undated pages that nothing holds together are an issue each.
        units = [members] if date else [[path] for path in members]
        for unit in units:
            yield to_issue(unit[0], list(_each(unit, problems)))


def _each(paths: Iterable[Path], problems: Callable[[InputError], None] | None) -> Iterator[Page]:
    """Read pages; what is wrong with one is told, and costs no other."""
    for path in paths:
        try:
            yield read_page(path)
        except InputError as error:
            if problems is None:
                raise
            problems(error)


def _merge_undated(
    groups: dict[tuple[str, str], list[Path]], *, together: bool
) -> dict[tuple[str, str], list[Path]]:
    """Give pages that leave out paper or date to the one issue that says it.

    Pages of one folder belong `together`; of others, only a paper that is left out is filled in.
    """
    out: dict[tuple[str, str], list[Path]] = {}
    dates = {date for _, date in groups if date}
    for (paper, date), members in groups.items():
        day = next(iter(dates)) if together and not date and len(dates) == 1 else date
        papers = {p for p, d in groups if d in (day, date) and p}
        name = next(iter(papers)) if not paper and day and len(papers) == 1 else paper
        out.setdefault((name, day), []).extend(members)
    return {key: sorted(members, key=natural) for key, members in out.items()}
