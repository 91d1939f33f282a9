"""The garbage collector's search for cycles, put off while rows are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Pause the cyclic collector for a block.

    The many small objects of a build form no cycles, so reference counting frees them; searching
    them for cycles again and again takes a tenth of the time and finds nothing.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
