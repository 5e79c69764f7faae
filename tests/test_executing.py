"""Whatever runs the tasks, their results come in order, few are under way, and an end is an end."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event, Lock
from typing import ParamSpec, TypeVar
from weakref import WeakSet

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draftkit.errors import DraftkitError
from draftkit.executing import executor_of, in_order, room_in, wake
from draftkit.messages import _

P = ParamSpec("P")
B = TypeVar("B")
THREADS = 4


class Here(Executor):
    """The least that is an executor: what is submitted is done at once."""

    def submit(self, fn: Callable[P, B], /, *args: P.args, **kwargs: P.kwargs) -> Future[B]:
        future: Future[B] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def double(number: int) -> int:
    return 2 * number


def wait(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def inverse(number: int) -> float:
    return 1 / number


def end(_number: int) -> None:
    os._exit(1)


def said(_number: int) -> str:
    return _("there is no such file")


@pytest.fixture(scope="module")
def threads() -> Iterator[Executor]:
    with ThreadPoolExecutor(THREADS) as pool:
        yield pool


@given(st.lists(st.integers(0, 3).map(lambda number: number / 1000)), st.integers(1, 9))
@settings(deadline=None)
def test_whichever_is_ready_first_the_order_is_that_of_the_items(delays: list[float], ahead: int) -> None:
    with ThreadPoolExecutor(THREADS) as pool:
        assert list(in_order(pool, wait, delays, ahead)) == delays


@pytest.mark.parametrize("ahead", [1, 3, 100])
def test_processes_and_the_least_of_executors_do_what_is_done_here(ahead: int) -> None:
    here = list(in_order(None, double, range(20), ahead))
    assert here == list(map(double, range(20)))
    with executor_of("processes", 2) as processes:
        assert processes and room_in(processes) == 2
        assert list(in_order(processes, double, range(20), ahead)) == here
    assert list(in_order(Here(), double, range(20), ahead)) == here


class Struck(Here):
    """An executor in which an interrupt comes while it is locked, as any executor is now and then."""

    def __init__(self) -> None:
        self.lock = Lock()

    def submit(self, fn: Callable[P, B], /, *args: P.args, **kwargs: P.kwargs) -> Future[B]:
        self.lock.acquire()
        signal.raise_signal(signal.SIGINT)
        self.lock.release()
        return super().submit(fn, *args, **kwargs)


@pytest.mark.usefixtures("heard")
def test_an_interrupt_leaves_nothing_locked() -> None:
    struck = Struck()
    with pytest.raises(KeyboardInterrupt):
        next(in_order(struck, double, [1], 1))
    assert not struck.lock.locked()
    with pytest.raises(KeyboardInterrupt):
        wake(struck, str)
    assert not struck.lock.locked()


class Item:
    """Something that can be seen to be let go."""


def look(item: Item) -> str:
    return type(item).__name__


@pytest.mark.parametrize("pool", [True, False])
def test_of_very_many_items_few_are_held(pool: bool, threads: Executor) -> None:
    alive, most, ahead = WeakSet[Item](), 0, 8

    def items() -> Iterator[Item]:
        nonlocal most
        for _number in range(50_000):
            item = Item()
            alive.add(item)
            most = max(most, len(alive))
            yield item

    results = in_order(threads if pool else None, look, items(), ahead)
    assert sum(result == "Item" for result in results) == 50_000
    # A thread lets go of its item a moment after the result is there.
    assert most <= ahead + THREADS


@pytest.mark.parametrize("pool", [True, False])
def test_no_item_is_taken_before_it_is_needed(pool: bool, threads: Executor) -> None:
    items = iter(range(100))
    results = in_order(threads if pool else None, double, items, 5)
    assert next(results) == 0
    results.close()
    assert next(items) == (5 if pool else 1)


def test_an_end_cancels_what_has_not_begun(threads: Executor) -> None:
    begun, go = [], Event()

    def task(number: int) -> int:
        begun.append(number)
        if number:
            go.wait()
        return number

    results = in_order(threads, task, range(50), 50)
    assert next(results) == 0
    results.close()
    go.set()
    threads.submit(double, 1).result()
    assert len(begun) <= 1 + THREADS


@pytest.mark.parametrize("executor", ["here", "threads", "processes"])
def test_what_a_task_raises_comes_after_the_results_before_it(executor: str, threads: Executor) -> None:
    with executor_of("processes", 2) as processes:
        chosen = {"here": None, "threads": threads, "processes": processes}[executor]
        results = in_order(chosen, inverse, [2, 1, 0, 4], 4)
        assert [next(results), next(results)] == [0.5, 1.0]
        with pytest.raises(ZeroDivisionError):
            next(results)


def test_what_the_items_raise_is_raised(threads: Executor) -> None:
    def items() -> Iterator[int]:
        yield 1
        raise KeyError("gone")

    with pytest.raises(KeyError, match="gone"):
        list(in_order(threads, double, items(), 2))


def test_a_process_ended_from_outside_is_told_to_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    with (
        pytest.raises(DraftkitError, match=r"ended from outside(?s:.)*--resume"),
        executor_of("processes", 2) as processes,
    ):
        list(in_order(processes, end, range(4), 4))


def test_one_job_is_done_here_and_a_wrong_name_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    for words in (None, "processes"):
        with executor_of(words, 1) as executor:
            assert executor is None and room_in(executor) == 1
    for words in ("threads", "dask", "dask=", "processes=2"):
        with pytest.raises(DraftkitError, match=f"“{words}” is no executor\n  Known here: processes、dask="):
            executor_of(words, 1).__enter__()


def test_messages_of_processes_are_in_the_language_spoken_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    with executor_of("processes", 2) as processes:
        english = list(in_order(processes, said, range(2), 2))
        monkeypatch.setenv("LANGUAGE", "zh_CN")
        assert list(in_order(processes, said, range(2), 2)) == [_("there is no such file")] * 2
    assert english == ["there is no such file"] * 2 != [_("there is no such file")] * 2


def test_without_dask_the_user_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(DraftkitError, match=r'pip install "draftkit\[cluster\]"'):
        executor_of("dask=127.0.0.1:9", 1).__enter__()


LONG = """
import time
from draftkit.executing import executor_of, in_order

if __name__ == "__main__":
    with executor_of("processes", 2) as processes:
        for _number in in_order(processes, time.sleep, [0, *[0.3] * 1000], 4):
            print("begun", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="an interrupt is sent in another way there")
@pytest.mark.usefixtures("heard")
def test_an_interrupt_ends_it_soon_and_the_processes_say_nothing(tmp_path: Path) -> None:
    script = tmp_path / "long.py"
    script.write_text(LONG, "utf-8")
    with subprocess.Popen(
        [sys.executable, script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout and process.stdout.readline() == "begun\n"
        os.killpg(process.pid, signal.SIGINT)
        _rest, errors = process.communicate(timeout=20)
    assert errors.count("Traceback") == 1 and errors.rstrip().endswith("KeyboardInterrupt")


def test_the_command_line_starts_without_any_of_this() -> None:
    look = (
        "import sys, draftkit.cli; draftkit.cli.group()(['--help'], standalone_mode=False); print(*sys.modules)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, check=True, text=True
    ).stdout.split()
    assert "draftkit.cli" in loaded
    assert not {"draftkit.executing", "concurrent.futures", "multiprocessing", "distributed"} & set(loaded)
