"""A child process that is told words and answers in lines, in any program, one that gevent has patched included.

Its pipes are plain files, to be read by a real thread: with pipes that gevent's `subprocess` makes, reading would
need a hub; and the real `subprocess` does not work any more once gevent has patched it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from course.crowd.cooperative import unpatched

ROOT = Path(__file__).parents[2]


class Process:
    """`python -m module *arguments`, started. It has a session of its own: interrupting a cell does not reach it."""

    def __init__(self, module: str, *arguments: str) -> None:
        # -P: a learner's `socket.py` in the working folder must not be imported
        command = [sys.executable, "-P", "-m", module, *arguments]
        path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
        (words_out, words_in), (lines_out, lines_in) = os.pipe(), os.pipe()
        self._words, self._lines = os.fdopen(words_in, "w", encoding="utf-8"), os.fdopen(lines_out, encoding="utf-8")
        try:
            self._popen = subprocess.Popen(
                command,
                stdin=words_out,
                stdout=lines_in,
                stderr=lines_in,
                env={**os.environ, "PYTHONPATH": path},
                start_new_session=True,
            )
        finally:
            os.close(words_out)
            os.close(lines_in)

    def tell(self, word: str) -> None:
        """Send a line; nothing happens if the process has ended."""
        with suppress(OSError, ValueError):
            self._words.write(f"{word}\n")
            self._words.flush()

    def lines(self) -> Iterator[str]:
        """What it prints, until it ends; blocks, so iterate in a thread of your own."""
        with self._lines:
            yield from self._lines
        if unpatched("subprocess", "Popen") is subprocess.Popen:
            self._popen.wait()  # gevent's own notices the end by itself, in the thread that made it

    def hang_up(self) -> None:
        """Send no more words: the process ends when it has read what was sent."""
        with suppress(OSError):
            self._words.close()

    def kill(self) -> None:
        """End it at once."""
        self._popen.kill()
