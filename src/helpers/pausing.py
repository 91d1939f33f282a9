"""The garbage collector's search for cycles, put off while much is made that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Pause the cyclic collector for a block, and let it go on if it was on.

    Parsing and extraction make many small objects that form no cycles, so reference counting frees
    them; to search them for cycles takes up to a third of the time and finds nothing. What was made
    is handed to the oldest generation, as if it had been searched: else the first object made
    behind the block would set off the search that the block has saved.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
