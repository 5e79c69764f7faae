"""The signals that ask for an end, and the moments at which none may be heard."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

SIGNALS = tuple(
    number
    for number in map(signal.Signals.__members__.get, ("SIGINT", "SIGTERM", "SIGHUP"))
    if number is not None
)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Put off what SIGNALS raise until the block has been gone through, which must be short.

    A lock that is taken just as an interrupt is raised stays locked, and others wait for it for ever.
    """
    if current_thread() is not main_thread():
        yield  # No other thread is interrupted.
        return
    came: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        came.append(number)

    before = {number: signal.getsignal(number) for number in SIGNALS}
    heard = [number for number, handler in before.items() if callable(handler)]
    try:
        for number in heard:
            signal.signal(number, note)
        yield
    finally:
        for number in heard:
            if signal.getsignal(number) is note:  # Not so if one came before all were put off.
                signal.signal(number, before[number])
        if came:
            signal.raise_signal(came[0])
