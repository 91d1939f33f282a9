"""Regular expressions under a limit of time: asks the process of `matcher.py`, or ends it."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from helpers.errors import InputError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]

#: Seconds that an expression may take.
SECONDS = 5.0
PROGRAM = Path(__file__).with_name("matcher.py")


class TimedMatcher:
    """Finds what a regular expression matches in some texts, each by itself.

    Args:
        texts: Gives the texts in UTF-8; it is called whenever a process is started, which is when
            the first expression is asked for, and after one had to be ended.
        seconds: What an expression may take.
    """

    def __init__(self, texts: Callable[[], list[bytes]], *, seconds: float = SECONDS) -> None:
        """Keep the texts; no process is started yet."""
        self._texts = texts
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def find(self, pattern: str) -> tuple[Integers, Integers]:
        """Return the start and end of every match that has a length.

        Args:
            pattern: An expression that Python can compile.

        Returns:
            Offsets in characters in the texts laid end to end.

        Raises:
            InputError: It took too long.
        """
        with self._lock:
            # The second time for a process that had been ended from outside, which takes no time.
            for _ in range(2):
                begun = time.monotonic()
                found = self._asked(pattern)
                if found is not None:
                    return found
                if time.monotonic() - begun >= self._seconds:
                    break
        raise InputError(
            f"the expression took longer than {self._seconds:g} seconds and was stopped",
            remedy="repeat fewer things inside what is itself repeated, or look for a word",
        )

    def _asked(self, pattern: str) -> tuple[Integers, Integers] | None:
        """Ask the process; None if it was ended, and then there is none any more."""
        process = self._started()
        timer = threading.Timer(self._seconds, process.kill)
        timer.start()
        found = None
        try:
            found = _ask(process, pattern)
        finally:
            timer.cancel()
            if found is None:
                # An interrupt too would leave an answer in the pipe that nobody waits for.
                self._process = None
                process.kill()
        return found

    def _started(self) -> subprocess.Popen[bytes]:
        """Return the process, which has the texts; a new one if there is none that runs."""
        if self._process is None or self._process.poll() is not None:
            process = subprocess.Popen(
                [sys.executable, "-I", "-S", str(PROGRAM)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            weakref.finalize(self, _end, process)
            texts = self._texts()
            sizes = np.array([len(texts), *map(len, texts)], dtype=np.int64)
            _send(process, sizes.tobytes() + b"".join(texts))
            self._process = process
        return self._process


def _ask(process: subprocess.Popen[bytes], pattern: str) -> tuple[Integers, Integers] | None:
    """Return the answer of a process; None if it was ended before it gave one."""
    assert process.stdout is not None
    # Half a surrogate pair is found nowhere, but is no error.
    asked = pattern.encode("utf-8", "surrogatepass")
    try:
        _send(process, np.array([len(asked)], dtype=np.int64).tobytes() + asked)
    except OSError:
        return None
    head = process.stdout.read(8)
    if len(head) < 8:
        return None
    count = int(np.frombuffer(head, dtype=np.int64)[0])
    body = process.stdout.read(16 * count)
    if len(body) < 16 * count:
        return None
    found = np.frombuffer(body, dtype=np.int64)
    return found[:count], found[count:]


def _send(process: subprocess.Popen[bytes], data: bytes) -> None:
    assert process.stdin is not None
    process.stdin.write(data)
    process.stdin.flush()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process that nobody will ask again."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            # What was not sent before the process ended cannot be sent any more.
            with suppress(OSError):
                pipe.close()
