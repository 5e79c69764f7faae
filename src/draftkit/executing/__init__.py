"""Runs tasks elsewhere, their results in order: other processes, other machines.

A task is a function of a module that changes nothing outside it; what it takes and gives can be pickled.
"""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from queue import SimpleQueue
from typing import TypeVar

from draftkit.errors import DraftkitError, Problem
from draftkit.interrupts import uninterrupted
from draftkit.messages import _, language, speaking

KINDS = ("processes", "dask=ADDRESS")
"""What executors are called."""

FEW = 40
"""Items for which more than one process is not worth its start (our own)."""

A = TypeVar("A")
B = TypeVar("B")


def jobs_for(items: int) -> int:
    """Return how many processes are worth their start for some items."""
    return 1 if items < FEW else os.cpu_count() or 1


def wake(executor: Executor | None, task: Callable[[], object]) -> None:
    """Have processes started, and what the task needs loaded in them, while something else is done here."""
    if executor:
        for _number in range(room_in(executor)):
            with uninterrupted():
                executor.submit(task)


def in_order(
    executor: Executor | None, task: Callable[[A], B], items: Iterable[A], ahead: int
) -> Generator[B, None, None]:
    """Yield what a task makes of each item, in their order; without an executor it is done here, one by one.

    Items are taken as they are needed: there are never more than `ahead` of them under way. Messages are in the
    language that is spoken here. What a task raises is raised here; the rest is cancelled then, as it is when
    nobody wants further results.
    """
    if executor is None:
        yield from map(task, items)
        return
    spoken = language()
    waiting: deque[Future[B]] = deque()
    try:
        for item in items:
            with uninterrupted():
                waiting.append(executor.submit(_spoken, spoken, task, item))
            if len(waiting) >= ahead:
                yield _first(waiting)
        while waiting:
            yield _first(waiting)
    finally:
        with uninterrupted():
            for future in waiting:
                future.cancel()


def _first(waiting: deque[Future[B]]) -> B:
    there = SimpleQueue[Future[B]]()
    with uninterrupted():
        waiting[0].add_done_callback(there.put)
    # It counts as waiting until it is there: an interrupt cancels it too.
    there.get()
    with uninterrupted():
        return waiting.popleft().result()


def _spoken(spoken: str, task: Callable[[A], B], item: A) -> B:
    with speaking(spoken):
        return task(item)


def room_in(executor: Executor | None) -> int:
    """Return how many tasks an executor runs at the same time; for one that does not say so, how many
    processors there are here."""
    return getattr(executor, "room", os.cpu_count() or 1) if executor else 1


@contextmanager
def executor_of(words: str | None, jobs: int) -> Iterator[Executor | None]:
    """Open an executor by its name: “processes” as usual, or “dask=ADDRESS” for a cluster, which has a size of
    its own. Processes are for several jobs: one is done here, without an executor.

    Raises DraftkitError: there is no such executor, nobody answers at the address, its workers have another
    draftkit; and later, when what runs the tasks is ended from outside.
    """
    name, equals, address = (words or KINDS[0]).partition("=")
    if name == "dask" and address.strip():
        from draftkit.executing.cluster import cluster

        with cluster(address.strip()) as executor:
            yield executor
    elif name != KINDS[0] or equals:
        message, advice = _("“{word}” is no executor"), _("Known here: {words}")
        raise DraftkitError([Problem(None, message.format(word=words), advice.format(words="、".join(KINDS)))])
    elif jobs < 2:
        yield None
    else:
        from draftkit.executing.processes import processes

        with processes(jobs) as executor:
            yield executor
