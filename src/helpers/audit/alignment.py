"""Which part of each line of a paragraph is text, and what is printed beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

#: How many beginnings of a line are tried: a byline or a jump note is not longer than this.
REACH = 400


def align(lines: Sequence[str], text: str) -> list[tuple[int, int]] | None:
    """Find the part [start, end) of each line that belongs to a text, or None if there is none.

    The parts, trimmed, make up the text in order. Whole lines are tried first, then what a line
    has behind a byline, then what it has before a jump note, then neither, then what stands
    between both.

    ["（记者 甲乙）昨日，水", "渠修好了。（下转2版）"], "昨日，水渠修好了。" => [(7, 11), (0, 5)].
    """
    wanted = len(text)
    spans = [_trimmed(line) for line in lines]
    #: Depth first, without recursion: one iterator of choices for each line begun.
    choices = [_parts(lines[0], spans[0], text, 0)] if lines else []
    taken: list[tuple[int, int]] = []
    places = [0]
    dead: set[tuple[int, int]] = set()
    while choices:
        part = next(choices[-1], None)
        depth = len(choices)
        if part is None:
            choices.pop()
            dead.add((depth - 1, places.pop()))
            if taken:
                taken.pop()
            continue
        start, end = part
        place = places[-1] + end - start
        if depth == len(lines):
            if place == wanted:
                return [*taken, part]
            continue
        if (depth, place) in dead:
            continue
        taken.append(part)
        places.append(place)
        choices.append(_parts(lines[depth], spans[depth], text, place))
    return None if lines or text else []


def _trimmed(line: str) -> tuple[int, int]:
    """Return where a line begins and ends without the white space around it."""
    start = len(line) - len(line.lstrip())
    return start, max(start, len(line.rstrip()))


def _parts(line: str, span: tuple[int, int], text: str, place: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a line with which the text can go on, the likeliest first."""
    first, last = span
    if text.startswith(line[first:last], place):
        yield first, last
    for start in range(first + 1, min(last, first + REACH)):
        if not line[start].isspace() and text.startswith(line[start:last], place):
            yield start, last
    shared = _common(line, first, last, text, place)
    for end in range(min(shared, last - 1), max(first, last - REACH), -1):
        if not line[end - 1].isspace():
            yield first, end
    yield last, last
    for start in range(first + 1, min(last, first + REACH)):
        if line[start] == text[place : place + 1] and not line[start].isspace():
            shared = _common(line, start, last, text, place)
            for end in range(min(shared, last - 1), start, -1):
                if not line[end - 1].isspace():
                    yield start, end


def _common(line: str, start: int, last: int, text: str, place: int) -> int:
    """Return where a line, from `start` on, ceases to agree with the text from `place` on."""
    end = start
    while end < last and place < len(text) and line[end] == text[place]:
        end, place = end + 1, place + 1
    return end
