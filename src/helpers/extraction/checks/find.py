"""Every check of an article, the surer kinds first; one statement is checked once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpers.extraction.checks.announced import find_announced
from helpers.extraction.checks.changes import find_changes
from helpers.extraction.checks.listed import find_expanded, find_listed
from helpers.extraction.checks.model import Check, spots
from helpers.extraction.checks.parts import (
    find_baseless,
    find_chronology,
    find_dates,
    find_parts,
    find_spans,
)
from helpers.extraction.checks.ratios import find_ratios, find_whole_numbers, find_wholes
from helpers.extraction.checks.restated import find_again, find_exact, find_restated, find_roughly
from helpers.extraction.checks.sums import (
    find_differences,
    find_means,
    find_products,
    find_sums,
)
from helpers.extraction.document import Document
from helpers.extraction.figures.figure import Figure
from helpers.extraction.wording import Coinage


def find_checks(
    document: Document, figures: Sequence[Figure], coinages: Sequence[Coinage] = ()
) -> list[Check]:
    """Do the arithmetic of an article again.

    Args:
        document: The article.
        figures: Its figures.
        coinages: Its coinages, whose expansions are counted.

    Returns:
        The checks in the order of the figure that each is about.
    """
    if not figures:
        return list(find_expanded(coinages, ()))
    fields = dict(document.fields)
    placed = spots(fields, figures)
    order = {figure: place for place, figure in enumerate(figures)}

    def every() -> Iterator[Check]:
        yield from find_ratios(fields, placed)
        yield from find_wholes(placed)
        yield from find_sums(placed)
        yield from find_differences(fields, placed)
        yield from find_products(placed)
        yield from find_means(fields, placed)
        yield from find_whole_numbers(fields, placed)
        yield from find_restated(placed)
        yield from find_roughly(placed)
        yield from find_again(placed)
        yield from find_listed(fields, placed)
        yield from find_expanded(coinages, figures)
        yield from find_spans(placed)
        yield from find_dates(fields, placed)
        yield from find_chronology(placed, document.date)
        yield from find_parts(fields, placed)
        yield from find_changes(fields, placed)
        yield from find_announced(fields, placed)
        yield from find_exact(placed)

    kept: list[Check] = []
    seen: set[frozenset[Figure]] = set()
    for check in every():
        key = frozenset(check.figures)
        if key and key in seen:
            continue
        seen.add(key)
        kept.append(check)
    checked = {figure for check in kept for figure in check.figures}
    kept += find_baseless(fields, placed, checked)
    return sorted(kept, key=lambda c: order.get(c.figures[0], 0) if c.figures else 0)
