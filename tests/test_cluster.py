"""On a Dask cluster the results are what they are here, though a worker is killed in mid-run."""

import gc
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from draftkit.cli import group
from draftkit.errors import DraftkitError
from draftkit.executing import cluster, executor_of, in_order, room_in
from draftkit.messages import _
from draftkit.mine.gather import Finds
from draftkit.mine.learn import Learned, learned
from draftkit.mining import Told, gathered, known_frames, known_names

if TYPE_CHECKING:
    from distributed import LocalCluster

distributed = pytest.importorskip("distributed", reason="Dask is not installed (extra: cluster)")

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))


def of(number: int) -> "LocalCluster":
    """Return a cluster on this machine, of some workers."""
    cluster: LocalCluster = distributed.LocalCluster(
        n_workers=number, threads_per_worker=1, processes=True, dashboard_address=":0"
    )
    return cluster


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A cluster of two workers, which speak English."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANGUAGE", "en")
        with of(2) as both:
            yield both.scheduler_address


@pytest.fixture
def doomed() -> Iterator[str]:
    """A cluster of two workers, of which one does not live long."""
    with of(2) as both:
        yield both.scheduler_address


@pytest.fixture
def empty() -> Iterator["LocalCluster"]:
    """A cluster without workers."""
    with of(0) as none:
        yield none


def workers(address: str) -> set[int]:
    """Return the processes of a cluster's workers."""
    with distributed.Client(address, set_as_default=False) as client:
        return set(client.run(os.getpid).values())


def clients() -> set[str]:
    """Return how Dask's clients are that have not been collected."""
    return {str(one.status) for one in gc.get_objects() if isinstance(one, distributed.Client)}


def slowly(number: int) -> int:
    time.sleep(0.05)
    return 2 * number


def inverse(number: int) -> float:
    return 1 / number


def said(_number: int) -> str:
    return _("there is no such file")


def end(_number: int) -> None:
    os._exit(1)


def mined(files: list[Path], executor: Executor | None, killed: int = 0) -> tuple[list[Told], Learned]:
    """Mine files; with a process that is to be killed as soon as there is something to be told."""
    finds, known = Finds(), known_frames(Path("frames"))
    told = gathered(files, known, executor, finds, known_names(Path("frames")))
    every = [next(told)]
    if killed:
        os.kill(killed, signal.SIGKILL)
    return every + list(told), learned(finds, known=known)


def test_a_killed_worker_changes_nothing(doomed: str) -> None:
    before = workers(doomed)
    with executor_of(f"dask={doomed}", 1) as executor:
        assert room_in(executor) == 2
        results = in_order(executor, slowly, range(60), 20)
        some = [next(results) for _number in range(5)]
        os.kill(min(before), signal.SIGKILL)
        assert some + list(results) == [2 * number for number in range(60)]
    assert min(before) not in workers(doomed)


def test_mining_finds_the_same_though_a_worker_is_killed(doomed: str, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_bytes(b"\xff\xfe\x00\xd8")
    files = [*SEEDS[:3], wrong, tmp_path / "none.txt", *SEEDS[3:]]
    here = mined(files, None)
    with executor_of(f"dask={doomed}", 1) as executor:
        assert mined(files, executor, killed=max(workers(doomed))) == here


def test_what_a_task_raises_is_raised_here_and_the_cluster_goes_on(address: str) -> None:
    with executor_of(f"dask={address}", 1) as executor:
        results = in_order(executor, inverse, [2, 0, 1], 3)
        assert next(results) == 0.5
        with pytest.raises(ZeroDivisionError):
            next(results)
        assert list(in_order(executor, slowly, [1, 1], 3)) == [2, 2]


def test_workers_speak_the_language_of_the_user(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "zh_CN")
    with executor_of(f"dask={address}", 1) as executor:
        assert (
            list(in_order(executor, said, [1], 1)) == [_("there is no such file")] != ["there is no such file"]
        )


def test_a_task_that_ends_every_worker_is_told_to_the_user(
    doomed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    with (
        pytest.raises(DraftkitError, match="ended again and again"),
        executor_of(f"dask={doomed}", 1) as executor,
    ):
        list(in_order(executor, end, [1], 1))


@pytest.mark.parametrize("words", ["127.0.0.1:9", "nobody", "abc://nobody:1", "tcp://nobody.invalid:8786"])
def test_an_address_where_nobody_answers_is_told_to_the_user(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr(cluster, "PATIENCE", 0.3)
    with pytest.raises(DraftkitError, match=f"no cluster answers at {words}: "):
        executor_of(f"dask={words}", 1).__enter__()
    assert clients() <= {"running", "closed"}


def test_what_answers_but_is_no_cluster_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr(cluster, "PATIENCE", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        words = f"127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(DraftkitError, match=f"no cluster answers at {words}: "):
            executor_of(f"dask={words}", 1).__enter__()
    assert clients() <= {"running", "closed"}


def test_workers_with_another_draftkit_are_refused_by_name(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr(cluster, "__version__", "9.9")
    told = r"no draftkit 9\.9 on these workers: tcp://\S+、tcp://\S+\n.*draftkit\[cluster\]==9\.9"
    with pytest.raises(DraftkitError, match=told):
        executor_of(f"dask={address}", 1).__enter__()


def test_a_cluster_that_is_empty_or_lost_is_told_to_the_user_once(
    empty: "LocalCluster", monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    words = f"dask={empty.scheduler_address}"
    with pytest.raises(DraftkitError, match="has no workers"):
        executor_of(words, 1).__enter__()
    monkeypatch.setattr(cluster, "PATIENCE", 20)
    empty.scale(1)
    with pytest.raises(DraftkitError, match="does not answer any more"), executor_of(words, 1) as executor:
        results = in_order(executor, slowly, range(1000), 20)
        assert next(results) == 0
        empty.close()
        list(results)
    assert "distributed.client" not in {record.name for record in caplog.records}


def test_workers_without_draftkit_are_refused_by_name(
    empty: "LocalCluster", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    (tmp_path / "draftkit").mkdir()
    (tmp_path / "draftkit/__init__.py").touch()
    command = [sys.executable, "-m", "distributed.cli.dask_worker", empty.scheduler_address, "--no-nanny"]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    with subprocess.Popen(command, env=environment, cwd=tmp_path, stderr=subprocess.DEVNULL) as worker:
        try:
            with pytest.raises(DraftkitError, match=r"there is no draftkit \S+ on these workers: tcp://"):
                executor_of(f"dask={empty.scheduler_address}", 1).__enter__()
        finally:
            worker.terminate()


def test_the_frames_mined_on_a_cluster_are_the_same_to_the_byte(address: str, tmp_path: Path) -> None:
    for folder, words in (("here", []), ("there", ["--executor", f"dask={address}"])):
        command = ["mine", str(SEEDS[0].parent), "-o", str(tmp_path / folder), *words]
        assert CliRunner().invoke(group(), command).exit_code == 0
    here, there = (
        {path.relative_to(tmp_path / folder): path.read_bytes() for path in (tmp_path / folder).rglob("*.yaml")}
        for folder in ("here", "there")
    )
    assert here == there and here
