from __future__ import annotations

import gc

import pytest

from helpers.pausing import collection_paused


def test_collection_is_paused_and_comes_back() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="stop"), collection_paused():
        assert not gc.isenabled()
        raise ValueError("stop")
    assert gc.isenabled()


def test_what_was_made_is_not_searched_behind_the_block() -> None:
    gc.collect()
    before = gc.get_count()[0], gc.get_stats()[0]["collections"]
    with collection_paused():
        made = [[number] for number in range(100_000)]
    young, collections = gc.get_count()[0], gc.get_stats()[0]["collections"]
    assert len(made) == 100_000
    # A hundred thousand objects are many times what sets off a search of the youngest.
    assert young < 1_000
    assert collections == before[1]
    assert gc.get_freeze_count() == 0


def test_a_pause_within_a_pause_leaves_the_collector_off() -> None:
    with collection_paused():
        with collection_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
