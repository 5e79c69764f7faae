"""Put off is not lost: an interrupt comes when what it must not break is done."""

import signal
from threading import Thread

import pytest

from draftkit.interrupts import SIGNALS, uninterrupted

pytestmark = pytest.mark.usefixtures("heard")


def test_an_interrupt_comes_after_the_block_and_once() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt):
        with uninterrupted():
            for step in range(3):
                signal.raise_signal(signal.SIGINT)
                done.append(step)
        done.append(3)
    assert done == [0, 1, 2]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_blocks_may_be_in_blocks() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt), uninterrupted():
        with uninterrupted():
            signal.raise_signal(signal.SIGINT)
        done.append("inner")
    assert done == ["inner"]


def test_what_the_block_raises_is_told_beside_the_interrupt() -> None:
    with pytest.raises(KeyboardInterrupt) as caught, uninterrupted():
        signal.raise_signal(signal.SIGINT)
        raise ValueError("of the block")
    assert str(caught.value.__context__) == "of the block"


def test_who_is_deaf_stays_deaf() -> None:
    before = {number: signal.getsignal(number) for number in SIGNALS}
    try:
        for number in SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        with uninterrupted():
            signal.raise_signal(signal.SIGINT)
        assert {signal.getsignal(number) for number in SIGNALS} == {signal.SIG_IGN}
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def test_another_thread_may_ask_for_it() -> None:
    done: list[str] = []

    def short() -> None:
        with uninterrupted():
            done.append("there")

    thread = Thread(target=short)
    thread.start()
    thread.join()
    assert done == ["there"]
