"""Which sentences of an article speak of which programme."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from helpers.extraction.document import TEXT, Document
from helpers.extraction.initiatives.initiative import Mention

#: Ends of sentences; a headline has one at the end of each line.
RE_SENTENCE = re.compile(r"[。！？；\n]+[”’]?")


class Sentence(NamedTuple):
    """A sentence of a field, with its paragraph's number, and the programmes that it names."""

    field: str
    start: int
    end: int
    paragraph: int
    named: tuple[tuple[int, int, int], ...]


class Page:
    """The sentences of an article and the programme that it is about.

    `main` is the programme that its headline names, else the one it names most; None if none.
    """

    def __init__(self, document: Document, mentions: Sequence[tuple[int, Mention]]) -> None:
        """Sort the mentions, each with the number of its programme, into the sentences."""
        self.document = document
        self.sentences = list(_sentences(document, mentions))
        self._starts = {
            field: [s.start for s in self.sentences if s.field == field]
            for field in document.fields
        }
        self._of = {
            field: [s for s in self.sentences if s.field == field] for field in document.fields
        }
        counts = Counter(index for index, _ in mentions)
        head = {index for index, m in mentions if m.field != TEXT}
        self.main = min(
            counts, key=lambda index: (index not in head, -counts[index], index), default=None
        )

    def sentence_at(self, field: str, at: int) -> Sentence:
        """Return the sentence in which a character stands."""
        return self._of[field][max(bisect_right(self._starts[field], at) - 1, 0)]

    def text_of(self, sentence: Sentence) -> str:
        """Return the words of a sentence."""
        return self.document.fields[sentence.field][sentence.start : sentence.end]

    def _listed(self, field: str, named: tuple[int, int, int]) -> bool:
        """Say whether a programme is only one of a row: 将甲乙、村干部纳入3个小组."""
        _, end, index = named
        return index != self.main and "、" in self.document.fields[field][end : end + 1]

    def spoken_of(self, field: str, at: int) -> int | None:
        """Return the programme that a character is said of.

        It is the one named last before it in its sentence, else the first behind it there, else
        the one named last in the sentences before of the paragraph, else that of the article.
        """
        sentence = self.sentence_at(field, at)
        listed = {one[2] for one in sentence.named if self._listed(field, one)}
        named = [one for one in sentence.named if one[2] not in listed]
        before = [index for start, _, index in named if start <= at]
        if before:
            return before[-1]
        if named:
            return named[0][2]
        if listed and self.main is not None:
            return self.main
        row = self._of[field]
        number = bisect_right(self._starts[field], at) - 2
        while number >= 0 and row[number].paragraph == sentence.paragraph:
            if row[number].named:
                return row[number].named[-1][2]
            number -= 1
        return self.main


def _sentences(document: Document, mentions: Sequence[tuple[int, Mention]]) -> Iterator[Sentence]:
    by_field: Mapping[str, list[tuple[int, int, int]]] = {
        field: sorted((m.start, m.end, index) for index, m in mentions if m.field == field)
        for field in document.fields
    }
    for field, text in document.fields.items():
        named = by_field[field]
        ends = [match.end() for match in RE_SENTENCE.finditer(text)]
        if not ends or ends[-1] < len(text):
            ends.append(len(text))
        start = at = paragraph = 0
        for end in ends:
            first = at
            while at < len(named) and named[at][0] < end:
                at += 1
            yield Sentence(field, start, end, paragraph, tuple(named[first:at]))
            paragraph += "\n" in text[start:end]
            start = end
