"""Tasks on the machines of a cluster. The one door to Dask (extra `cluster`)."""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from draftkit import __version__
from draftkit.errors import DraftkitError, Problem
from draftkit.messages import _

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as Distant

PATIENCE = 10
"""Seconds in which a cluster has to answer, and has to have a worker (our own)."""

B = TypeVar("B")
P = ParamSpec("P")


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
def cluster(address: str) -> Iterator[Executor]:
    """Open the executor that is a cluster; a task goes to another worker where one is lost.

    Raises DraftkitError: Dask is not installed, no cluster answers, it has no workers, or not all of them have
    this draftkit; and later, when the cluster is lost, or one task has ended more workers than Dask allows.
    """
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
    with _connected(address) as client:
        try:
            client.wait_for_workers(1, PATIENCE)
        except TimeoutError as error:
            message = _("the cluster at {address} has no workers").format(address=address)
            raise _failed(message, _("Start some: dask worker {address}").format(address=address)) from error
        _refuse_others(client)
        yield client


def _connected(address: str) -> "Client":
    from distributed import Client

    client: Client | None = None
    try:
        client = _late(Client)(address, timeout=PATIENCE, set_as_default=False)
        Client.start(client, timeout=PATIENCE, callback_timeout=PATIENCE)
    except Exception as error:  # of many kinds: what answers may be no scheduler at all
        if client:
            client.close()
        message = _("no cluster answers at {address}: {error}").format(
            address=address, error=str(error) or type(error).__name__
        )
        advice = _("Give the address that dask scheduler shows, as in dask=tcp://10.1.2.3:8786")
        raise _failed(message, advice) from error
    return client


def _late(client: type["Client"]) -> type["Client"]:
    """Return the kind of client that is started when it is there already, so that it can be closed where that
    fails. Else it would be when it is collected; and if another is being started then, both wait for ever."""
    return type("Late", (client,), {"start": lambda self, **_wishes: self})


def _refuse_others(client: "Client") -> None:
    """Raise DraftkitError where workers have another draftkit, or none: a worker that cannot load a task ends
    without a word, and so would one after the other."""
    versions = client.run(_version, on_error="return")
    # One that is gone meanwhile answers with an OSError.
    there = {worker: version for worker, version in versions.items() if not isinstance(version, OSError)}
    others = sorted(worker for worker, version in there.items() if version != __version__)
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
