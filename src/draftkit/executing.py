"""Runs tasks elsewhere, their results in order: other processes, other machines. The one door to Dask (extra
`cluster`).

A task is a function of a module that changes nothing outside it; what it takes and gives can be pickled.
"""

import logging
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from draftkit import __version__
from draftkit.errors import DraftkitError, Problem
from draftkit.messages import _, language, speaking

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as Distant

KINDS = ("processes", "dask=ADDRESS")
"""What executors are called."""

FEW = 40
"""Items for which more than one process is not worth its start (our own)."""
PATIENCE = 10
"""Seconds in which a cluster has to answer, and has to have a worker (our own)."""

# Windows lets one wait for no more of them.
_MOST = 61 if sys.platform == "win32" else sys.maxsize

A = TypeVar("A")
B = TypeVar("B")
P = ParamSpec("P")


def jobs_for(items: int) -> int:
    """Return how many processes are worth their start for some items."""
    return 1 if items < FEW else os.cpu_count() or 1


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
            waiting.append(executor.submit(_spoken, spoken, task, item))
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
        with _cluster(address.strip()) as cluster:
            yield cluster
    elif name != KINDS[0] or equals:
        message = _("“{word}” is no executor").format(word=words)
        raise _failed(message, _("Known here: {words}").format(words="、".join(KINDS)))
    elif jobs < 2:
        yield None
    else:
        with _processes(jobs) as processes:
            yield processes


class _Pool(Executor):
    """Processes that are started as they are needed, and are left alone by an interrupt."""

    def __init__(self, processes: Executor, room: int) -> None:
        self._processes = processes
        self.room = room

    def submit(self, fn: Callable[P, B], /, *args: P.args, **kwargs: P.kwargs) -> Future[B]:
        with _uninterrupted():
            return self._processes.submit(fn, *args, **kwargs)


@contextmanager
def _processes(jobs: int) -> Iterator[Executor]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    jobs = min(jobs, _MOST)
    # Spawned, as everywhere it can be: a forked process would take along what others hold open.
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_ignore_interrupts) as pool:
        try:
            yield _Pool(pool, jobs)
        except BrokenExecutor as error:
            message = _("a process was ended from outside, perhaps since there was no memory left")
            advice = _("Call again, with --resume where there is one; fewer --jobs need less memory")
            raise _failed(message, advice) from error
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


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


class _Cluster(Executor):
    """A Dask cluster. Dask's own executor shows a traceback where a result comes just as it is cancelled."""

    def __init__(self, client: "Client") -> None:
        self._client = client
        self.room = sum(client.nthreads().values())

    def submit(self, fn: Callable[P, B], /, *args: P.args, **kwargs: P.kwargs) -> Future[B]:
        # Not pure: Dask would read through all that a task takes to find out whether it had it before.
        there = self._client.submit(fn, *args, pure=False, **kwargs)
        here: Future[B] = Future()
        here.add_done_callback(lambda one: there.cancel() if one.cancelled() else None)
        there.add_done_callback(partial(_fetch, here))
        return here


def _fetch(here: Future[B], there: "Distant[B]") -> None:
    if here.set_running_or_notify_cancel():
        try:
            here.set_result(there.result())
        except BaseException as error:
            here.set_exception(error)


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        from distributed import KilledWorker
        from distributed.client import ClosedClientError
    except ImportError as error:
        message = _("Dask is not installed, which runs tasks on a cluster")
        raise _failed(message, _('Install it: pip install "draftkit[cluster]"')) from error
    with _unlogged(), _client(address) as client:
        try:
            yield _Cluster(client)
        except KilledWorker as error:
            message = _(
                "workers of the cluster ended again and again over one task; they may have no memory left"
            )
            raise _failed(message, _("Give the workers more memory, or look into their logs")) from error
        except (CancelledError, ClosedClientError) as error:
            message = _("the cluster at {address} does not answer any more").format(address=address)
            advice = _("Call again, with --resume where there is one")
            raise _failed(message, advice) from error


@contextmanager
def _unlogged() -> Iterator[None]:
    """Keep what Dask writes of a lost connection from the screen: an error tells it."""
    logger = logging.getLogger("distributed.client")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


@contextmanager
def _client(address: str) -> Iterator["Client"]:
    """Raises DraftkitError where no cluster answers, or not all of its workers have this draftkit."""
    from distributed import Client

    advice = _("Give the address that dask scheduler shows, as in dask=tcp://10.1.2.3:8786")
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError, AssertionError) as error:
        message = _("no cluster answers at {address}: {error}").format(address=address, error=error)
        raise _failed(message, advice) from error
    with client:
        try:
            client.wait_for_workers(1, PATIENCE)
        except TimeoutError as error:
            message = _("the cluster at {address} has no workers").format(address=address)
            raise _failed(message, _("Start some: dask worker {address}").format(address=address)) from error
        _refuse_others(client)
        yield client


def _refuse_others(client: "Client") -> None:
    """Raise DraftkitError where workers have another draftkit, or none: a worker that cannot load a task ends
    without a word, and so would one after the other."""
    versions = client.run(_version, on_error="return")
    others = [worker for worker, version in sorted(versions.items()) if version != __version__]
    if others:
        message = _("there is no draftkit {version} on these workers: {words}")
        raise _failed(
            message.format(version=__version__, words="、".join(others)),
            _('Install it there: pip install "draftkit[cluster]=={version}"').format(version=__version__),
        )


def _version() -> str:
    return __version__


def _failed(message: str, advice: str) -> DraftkitError:
    return DraftkitError([Problem(None, message, advice)])
