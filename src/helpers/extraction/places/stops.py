"""Words at which the name of an organisation or a site ends to the left: 走进|清江实验小学."""

from __future__ import annotations

from functools import cache

from helpers.dictionary import dictionary_tags
from helpers.extraction.places.word_lists import word_list
from helpers.extraction.places.words import Words

#: Parts of speech of jieba's dictionary that are in no such name: prepositions, conjunctions,
#: particles, adverbs, pronouns, numerals, measures, times, interjections.
_TAGS = frozenset("p c u uj ul uz ug ud uv d df r rz rr rg m mq q t tg y e o f vq i vi".split())


#: Characters after a verb that tell where it leads.
_COMPLEMENTS = frozenset("进到给成为过出回往")


@cache
def _stops() -> frozenset[str]:
    """Return all words that stop: the list's own, and those of the dictionary by their tag."""
    held = word_list("in_names") | word_list("inside")
    tagged = frozenset(word for word, tag in dictionary_tags().items() if tag in _TAGS)
    return (tagged | word_list("stop")) - held


def stops(word: str) -> bool:
    """Say whether no name of an organisation or a site holds this word: 邀请, 位于, 的."""
    if word in _stops():
        return True
    # 卸进, 送到: a verb with its complement, which the dictionary does not list.
    return len(word) == 2 and word[1] in _COMPLEMENTS and word not in dictionary_tags()


def stops_hard(word: str) -> bool:
    """Say whether it is a word of grammar, which stands in no name at all: 的, 和, 在."""
    return word in word_list("grammar")


def only_inside(word: str) -> bool:
    """Say whether a name may hold this word but would not begin with it: 培训, 推广."""
    return word in word_list("inside")


def says(words: Words, start: int, end: int) -> bool:
    """Say whether a verb stands among the words: 住进|园区, 修到|矿区."""
    tags = dictionary_tags()
    while start < end:
        stop = min(words.begins.find(1, start + 1), end)
        word = words.text[start:stop]
        if len(word) > 1 and tags.get(word) in ("v", "vd") and not only_inside(word):
            return True
        start = stop
    return False
