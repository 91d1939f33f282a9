"""Make one regular expression of many words: a tree, so that no text is tried word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of some words: 个 个月 => '个(?:月)?'."""
    tree: dict[str, dict[str, object]] = {}
    for word in words:
        node: dict[str, object] = tree  # type: ignore[assignment]
        for c in word:
            node = node.setdefault(c, {})  # type: ignore[assignment]
        node[""] = {}
    return _pattern(tree)  # type: ignore[arg-type]


def alternatives(words: Iterable[str]) -> list[str]:
    """Return patterns of which one matches the longest of some words, one for each first character.

    Joined by `|` they are an expression of which `re` seeks the first characters.
    """
    by_first: dict[str, list[str]] = {}
    for word in sorted(words):
        by_first.setdefault(word[0], []).append(word[1:])
    return [re.escape(first) + one_of(rest) for first, rest in by_first.items()]


def _pattern(tree: dict[str, object]) -> str:
    leaves, branches = [], []
    for c, below in tree.items():
        if not c:
            continue
        if set(below) == {""}:  # type: ignore[call-overload]
            leaves.append(c)
        else:
            branches.append(re.escape(c) + _pattern(below))  # type: ignore[arg-type]
    if len(leaves) == 1:
        branches.append(re.escape(leaves[0]))
    elif leaves:
        branches.append("[" + "".join(re.escape(c) for c in leaves) + "]")
    body = branches[0] if len(branches) == 1 and "" not in tree else f"(?:{'|'.join(branches)})"
    return f"{body}?" if "" in tree else body
