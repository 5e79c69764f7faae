"""A batch on a Dask cluster is the same to the byte as here, manifest and all."""

import os
import signal
from collections.abc import Generator
from concurrent.futures import Executor
from pathlib import Path

import pytest

from draftkit import batching
from draftkit.drafting import Terms
from draftkit.executing import executor_of
from draftkit.library import Library
from draftkit.pipeline import frame_folders
from draftkit.planning import Wishes, plan_of
from streets import district

distributed = pytest.importorskip("distributed", reason="Dask is not installed (extra: cluster)")


def test_a_batch_is_the_same_to_the_byte_though_a_worker_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batching, "CHUNK", 2)
    library = Library(frame_folders())
    terms = Terms({name: library[name] for name in library})
    streets = district(40)
    plan = plan_of(streets, terms, Wishes())

    def run(folder: str, executor: Executor | None) -> Generator[batching.Told, None, None]:
        return batching.batch(streets, plan, tmp_path / folder, Wishes(), executor)

    every = list(run("here", None))
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0"
        ) as cluster,
        distributed.Client(cluster, set_as_default=False) as client,
        executor_of(f"dask={cluster.scheduler_address}", 1) as executor,
    ):
        told = run("there", executor)
        some = [next(told)]
        os.kill(min(client.run(os.getpid).values()), signal.SIGKILL)
        some += told
    assert [one.street for one in some] == [one.street for one in every]
    here, there = (
        {path.name: path.read_bytes() for path in (tmp_path / one).iterdir()} for one in ("here", "there")
    )
    assert here == there and len(here) > len(streets)
