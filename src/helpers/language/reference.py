"""jieba itself, only as the reference that the segmenter is held equal to.

jieba has had no release since 2020. It warns when it is compiled and imported, logs to stderr,
and keeps a marshal cache in the shared temporary folder, which anyone on the machine could have
written. All three are kept away here.
"""

from __future__ import annotations

import logging
import warnings
from functools import cache
from typing import Any

from helpers import paths
from helpers.language.lexicon import Lexicon


@cache
def load_jieba() -> Any:
    """Import jieba in silence, with its cache in the project's own folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.CRITICAL)
    jieba.dt.tmp_dir = str(paths.cache())
    return jieba


def reference_cut(text: str, *, lexicon: Lexicon | None = None) -> list[str]:
    """Cut a text with jieba (HMM on), the lexicon as its user dictionary."""
    tokenizer = load_jieba().dt if lexicon is None else _tokenizer(lexicon.digest, lexicon.terms)
    words: list[str] = tokenizer.lcut(text, HMM=True)
    return words


@cache
def _tokenizer(digest: str, terms: tuple[str, ...]) -> Any:
    """Make an own tokenizer of jieba for these terms."""
    tokenizer = load_jieba().Tokenizer()
    tokenizer.tmp_dir = str(paths.cache())
    for term in terms:
        tokenizer.add_word(term)
    return tokenizer
