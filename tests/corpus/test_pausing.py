from __future__ import annotations

import gc

import pytest

from helpers.corpus.pausing import collection_paused


def test_collection_is_paused_and_comes_back() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="stop"), collection_paused():
        assert not gc.isenabled()
        raise ValueError("stop")
    assert gc.isenabled()
