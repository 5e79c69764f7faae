"""Asked to end, by Ctrl-C or by the system: what is begun is cleared away, and the exit status says by whom."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from draftkit.interrupts import SIGNALS


class Asked(KeyboardInterrupt):
    """A signal asks for an end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number
        """The exit status, as shells count it."""


@contextmanager
def heeded() -> Iterator[None]:
    """Raise Asked where one of SIGNALS comes, and be deaf to those that follow: the way out is short, and must
    be gone to its end. Who is told to let a signal pass (by nohup) does."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    heard = [number for number, handler in before.items() if handler != signal.SIG_IGN]

    def ask(number: int, _frame: FrameType | None) -> None:
        for one in heard:
            signal.signal(one, signal.SIG_IGN)
        raise Asked(number)

    for number in heard:
        signal.signal(number, ask)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, before[number])


def status_of(error: BaseException | None) -> int | None:
    """Return the exit status of what ends because a signal asked for it; None for any other error."""
    while error:
        if isinstance(error, Asked):
            return error.status
        error = error.__context__
    return None


def unread() -> None:
    """Drop what nobody will read any more of what was printed, so that Python does not try once more."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream:
                stream.flush()
        except OSError:
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
