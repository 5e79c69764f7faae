"""Killed at a hundred random moments and gone on with: never a file that is half there, and the same end."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

KILLS = 100
STREETS = 40


def main(folder: Path) -> None:
    """Begin batches, kill each time and time again, and hold what is there against an undisturbed run."""
    # Imported here: pytest, which only starts this file as a program, need not.
    from draftkit import batching
    from draftkit.batching import batch
    from draftkit.library import Library
    from draftkit.pipeline import frame_folders
    from draftkit.planning import Wishes, plan_of, terms_of
    from streets import district

    batching.CHUNK = 3
    streets, chance = district(STREETS), random.Random(1)
    terms, _problems = terms_of(Library(frame_folders()), reviewed=False)
    wishes = Wishes(resumed=True)
    plan = plan_of(streets, terms, wishes)

    def run(into: Path) -> None:
        for _told in batch(streets, plan, into, wishes):
            pass

    start = time.perf_counter()
    run(folder / "whole")
    seconds = time.perf_counter() - start
    whole = _files(folder / "whole")
    kills = rounds = 0
    while kills < KILLS:
        into = folder / f"{rounds}"
        rounds += 1
        while True:
            child = os.fork()
            if child == 0:
                run(into)
                os._exit(0)
            time.sleep(chance.uniform(0, seconds * 0.9))
            os.kill(child, signal.SIGKILL)
            _pid, status = os.waitpid(child, 0)
            if os.WIFSIGNALED(status):
                kills += 1
            there = _files(into) if into.exists() else {}
            visible = {name: content for name, content in there.items() if not name.startswith(".")}
            assert all(whole[name] == content for name, content in visible.items()), "half a file"
            if not os.WIFSIGNALED(status) or len(there) == len(whole) or kills >= KILLS:
                break
        run(into)
        assert _files(into) == whole, "another end"
    print(f"{kills} kills in {rounds} batches")


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.skipif(sys.platform == "win32", reason="no fork, no SIGKILL")
def test_killed_at_a_hundred_random_moments(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, __file__, str(tmp_path)], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[0]) >= KILLS


if __name__ == "__main__":
    main(Path(sys.argv[1]))
