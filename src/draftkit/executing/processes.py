"""Tasks in other processes of this machine."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from multiprocessing import active_children, parent_process
from threading import Thread
from types import FrameType
from typing import ParamSpec, TypeVar

from draftkit.errors import DraftkitError, Problem
from draftkit.interrupts import uninterrupted
from draftkit.messages import _

# Windows lets one wait for no more of them.
_MOST = 61 if sys.platform == "win32" else sys.maxsize
_PATIENCE = 5
"""Seconds in which a process without a parent has to clear away what it has begun (our own)."""

B = TypeVar("B")
P = ParamSpec("P")


class _Pool(Executor):
    """Processes that are started as they are needed, and are left alone by an interrupt."""

    def __init__(self, processes: Executor, room: int) -> None:
        self._processes = processes
        self.room = room

    def submit(self, fn: Callable[P, B], /, *args: P.args, **kwargs: P.kwargs) -> Future[B]:
        with _unheard():
            return self._processes.submit(_obediently, fn, *args, **kwargs)


@contextmanager
def processes(jobs: int) -> Iterator[Executor]:
    """Open an executor with some processes. Raises DraftkitError when one of them is ended from outside."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    jobs = min(jobs, _MOST)
    # Spawned, as everywhere it can be: a forked process would take along what others hold open.
    with _unheard():
        opened = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin)
    with opened as pool:
        try:
            yield _Pool(pool, jobs)
        except BrokenExecutor as error:
            message = _("a process was ended from outside, perhaps since there was no memory left")
            advice = _("Call again, with --resume where there is one; fewer --jobs need less memory")
            raise DraftkitError([Problem(None, message, advice)]) from error
        except KeyboardInterrupt:
            # Before its processes end: the pool would tell cancelled tasks of that, and fail (Python 3.11).
            with uninterrupted():
                pool.shutdown(wait=False, cancel_futures=True)
                _end_children()
            raise
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


@contextmanager
def _unheard() -> Iterator[None]:
    """Put off what comes to all that a terminal has started; processes that are started meanwhile get none: who
    was asked to end tells them."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_children() -> None:
    """Ask the processes to end before their tasks are done, and wait for that; Windows would not let them clear
    away. Who does not end is killed."""
    children = active_children()
    if sys.platform != "win32":
        for child in children:
            child.terminate()
    for child in children:
        child.join(_PATIENCE)
        child.kill()


def _begin() -> None:
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


class _Task:
    under_way = False
    """Whether this process is at a task, which has something to clear away."""


def _leave(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)
    if _Task.under_way:
        raise SystemExit(128 + number)
    os._exit(128 + number)  # what is raised beside a task the pool takes for what came of one


def _obediently(fn: Callable[P, B], /, *args: P.args, **kwargs: P.kwargs) -> B:
    """Do a task, and end with it when asked to. Before the first there is nothing to clear away."""
    try:
        signal.signal(signal.SIGTERM, _leave)
        try:
            _Task.under_way = True
            return fn(*args, **kwargs)
        finally:
            _Task.under_way = False
    except SystemExit as end:
        os._exit(end.code if isinstance(end.code, int) else 1)


def _end_with_parent() -> None:
    # A process that is killed cannot tell those that it started; they would wait for tasks for ever.
    parent = parent_process()
    if parent:
        parent.join()
        if sys.platform != "win32":
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(_PATIENCE)
        os._exit(1)
