"""Work that waits until somebody has stopped typing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Delayed:
    """Calls a function once, a little after the last of several requests.

    Without a running event loop, as in a test, the function is called at once.

    Args:
        call: The function.
        seconds: How long to wait.
    """

    def __init__(self, call: Callable[[], None], seconds: float) -> None:
        """Keep both; nothing is asked for yet."""
        self._call = call
        self._seconds = seconds
        self._waiting: asyncio.TimerHandle | None = None

    def __call__(self, *_: object) -> None:
        """Ask for the function; a request before this one that still waits is dropped."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._call()
            return
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = loop.call_later(self._seconds, self._call)
