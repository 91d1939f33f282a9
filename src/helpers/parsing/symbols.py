"""The one thing that a line's neighbours are told of it."""

from __future__ import annotations

from helpers.parsing.line import Line

#: Features and what neighbours are told where a line has them, the first of them that it has.
SYMBOLS = (
    ("opener", "opener"),
    ("opener:wire", "opener"),
    ("byline begins", "opener"),
    ("credit:photo:alone", "credit"),
    ("credit:text:alone", "credit"),
    ("number with a zero", "zero number"),
    ("furniture:page number", "page number"),
    ("furniture:rule", "rule"),
    ("furniture:column tag", "tag"),
    ("furniture:core values", "core values"),
    ("furniture:running header", "header"),
    ("jump from", "jump from"),
    ("jump from, then more", "jump from"),
    ("jump alone", "jump to"),
    ("byline:role", "byline"),
    ("byline:desk", "byline"),
    ("byline:origin", "byline"),
    ("byline:mark", "byline"),
    ("byline:name", "name"),
    ("byline:office", "byline"),
    ("column name", "tag"),
    ("fields:2", "masthead"),
    ("fields:1", "masthead"),
    ("header words", "header"),
    ("begins:bullet", "bullet"),
    ("begins:dash", "dash"),
    ("date alone", "date"),
    ("signature", "signature"),
    ("credit:photo:at end", "credited"),
    ("credit:text:at end", "credited"),
    ("notice word", "notice"),
    ("numbered", "numbered"),
    ("fields set apart", "row"),
)


#: For each of these features its place among them.
RANKS = {name: rank for rank, (name, _) in enumerate(SYMBOLS)}
TOLD = [told for _, told in SYMBOLS]


def symbol(line: Line) -> str:
    """Name the one thing that neighbours are told of a line.

    A line with a byline at its head => 'opener'; a short one without an end => 'short open'.
    """
    if not RANKS.keys().isdisjoint(line.features):
        return TOLD[min(RANKS[name] for name in line.features if name in RANKS)]
    if line.length <= 30:
        if line.final:
            return "short closed"
        return "short soft" if line.soft else "short open"
    if line.length <= 60:
        return "middle closed" if line.final else "middle open"
    return "long closed" if line.final else "long open"
