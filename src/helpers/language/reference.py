"""jieba itself, only as the reference that the segmenter is held equal to.

jieba has had no release since 2020. It warns when it is compiled and imported, logs to stderr,
and keeps a marshal cache in the shared temporary folder, which anyone on the machine could have
written. All three are kept away here.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable
from functools import cache
from types import ModuleType

from helpers import paths
from helpers.language.lexicon import Lexicon


@cache
def load_jieba() -> ModuleType:
    """Import jieba in silence, with its cache in the project's own folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.CRITICAL)
    jieba.dt.tmp_dir = str(paths.cache())
    module: ModuleType = jieba
    return module


def reference_cut(text: str, *, lexicon: Lexicon | None = None) -> list[str]:
    """Cut a text with jieba (HMM on), the lexicon as its user dictionary."""
    lexicon = lexicon if lexicon is not None else Lexicon()
    return _cutter(lexicon.digest, lexicon.terms)(text)


@cache
def _cutter(digest: str, terms: tuple[str, ...]) -> Callable[[str], list[str]]:
    """Make an own tokenizer of jieba for these terms, and return its cutting method."""
    tokenizer = load_jieba().Tokenizer()
    tokenizer.tmp_dir = str(paths.cache())
    for term in terms:
        tokenizer.add_word(term)
    cut: Callable[[str], list[str]] = tokenizer.lcut
    return cut
