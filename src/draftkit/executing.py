"""Runs tasks elsewhere, their results in order: other processes, other machines. The one door to Dask (extra
`cluster`).

A task is a function of a module, without a memory of its own, whose argument and result can be pickled.
"""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

from draftkit.errors import DraftkitError, Problem
from draftkit.messages import _

KINDS = ("processes", "dask=ADDRESS")
"""What executors are called."""

FEW = 40
"""Items for which more than one process is not worth its start (our own)."""

_MOST = 61
"""Processes that Windows lets one wait for."""

A = TypeVar("A")
B = TypeVar("B")
P = ParamSpec("P")


def jobs_for(items: int) -> int:
    """Return how many processes are worth their start for some items."""
    return 1 if items < FEW else os.cpu_count() or 1


def in_order(executor: Executor | None, task: Callable[[A], B], items: Iterable[A], ahead: int) -> Iterator[B]:
    """Yield what a task makes of each item, in their order; without an executor it is done here, as it is asked
    for.

    Items are taken as they are needed: there are never more than `ahead` of them under way. What a task raises
    is raised here; the rest is cancelled then, as when nobody wants further results.
    """
    if executor is None:
        yield from map(task, items)
        return
    waiting: deque[Future[B]] = deque()
    try:
        for item in items:
            waiting.append(executor.submit(task, item))
            if len(waiting) >= ahead:
                yield _first(waiting)
        while waiting:
            yield _first(waiting)
    finally:
        for future in waiting:
            future.cancel()


def _first(waiting: deque[Future[B]]) -> B:
    # It counts as waiting until it is there: an interrupt cancels it too.
    result = waiting[0].result()
    waiting.popleft()
    return result


def room_in(executor: Executor | None) -> int:
    """Return how many tasks an executor runs at the same time; one that does not say so, as many as there are
    processors here."""
    return getattr(executor, "room", os.cpu_count() or 1) if executor else 1


@contextmanager
def executor_of(words: str | None, jobs: int) -> Iterator[Executor | None]:
    """Open the executor of a name: “processes” (the usual one), or “dask=ADDRESS” for a cluster.

    Where one job is enough, no process is started, and there is none. Raises DraftkitError for a name that is
    none, and where a process is ended from outside.
    """
    if words not in (None, "processes"):
        message = _("“{word}” is no executor").format(word=words)
        raise DraftkitError([Problem(None, message, _("Known here: {words}").format(words="、".join(KINDS)))])
    if jobs < 2:
        yield None
        return
    with _Processes(jobs) as pool:
        try:
            yield pool
        except BrokenExecutor as error:
            message = _("a process was ended from outside, perhaps since there was no memory left")
            advice = _("Call again, with --resume where there is one; fewer --jobs need less memory")
            raise DraftkitError([Problem(None, message, advice)]) from error
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


class _Processes(ProcessPoolExecutor):
    """Processes that are started as they are needed."""

    def __init__(self, jobs: int) -> None:
        self.room = min(jobs, _MOST) if sys.platform == "win32" else jobs
        # Spawned, as everywhere it can be: a forked process would take along what others hold open.
        super().__init__(self.room, get_context("spawn"), initializer=_ignore_interrupts)

    def submit(self, fn: Callable[P, B], /, *args: P.args, **kwargs: P.kwargs) -> Future[B]:
        with _uninterrupted():
            return super().submit(fn, *args, **kwargs)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put off an interrupt; processes that are started meanwhile get none: who was asked to end tells them."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ignore_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
