"""Fuzz the doors: `PYTHONPATH=tests python -m fuzz --door all --seconds 600`.

Each door has a process of its own, one after the other, all the same time. Corpora stand in build/fuzz/, what
breaks a door in tests/fuzz/found/. Ends with 1 where anything was found.
"""

import argparse
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from fuzz.door import HERE, TOP
from fuzz.doors import DOORS

_ENDLESS = 10**15
_STARTING = 60.0
"""Seconds that a process may take to start and to end, beside its executions."""


class Count(NamedTuple):
    """What came of a door: executions, seconds, and the files of what was found."""

    runs: int
    seconds: float
    found: tuple[str, ...]


def main() -> int:
    """Run the doors asked for one after the other, and print their counts."""
    asked = _asked()
    names = list(DOORS) if asked.door == "all" else [asked.door]
    driver = "guided" if importlib.util.find_spec("atheris") else "blind"
    if driver == "blind":
        print("atheris is not to be had here: inputs are changed by chance, not led by coverage")
    counts = {
        name: _fuzzed(name, driver, asked.seconds / len(names), asked.runs, asked.folder) for name in names
    }
    print(f"\n{'door':12}{'runs':>12}{'runs/s':>9}  found")
    for name, count in counts.items():
        print(f"{name:12}{count.runs:12,}{count.runs / max(count.seconds, 0.001):9,.0f}  {len(count.found)}")
    print(f"{'all':12}{sum(count.runs for count in counts.values()):12,}")
    return int(any(count.found for count in counts.values()))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description="Fuzz the doors of draftkit.")
    parser.add_argument("--door", choices=["all", *DOORS], default="all")
    parser.add_argument("--seconds", type=float, default=60, help="for all doors together (default: 60)")
    parser.add_argument("--runs", type=int, default=_ENDLESS, help="at each door at most")
    parser.add_argument("--folder", type=Path, default=TOP / "build/fuzz", help="where corpora stand")
    return parser.parse_args()


def _fuzzed(name: str, driver: str, seconds: float, runs: int, folder: Path) -> Count:
    """Fuzz a door until time is over, again where its process is killed, by too much memory or a crash in C."""
    place = folder / name
    place.mkdir(parents=True, exist_ok=True)
    total, end = Count(0, 0.0, ()), monotonic() + seconds
    while (left := end - monotonic()) > 0 and total.runs < runs:
        count, killed = _process(name, driver, left, runs - total.runs, place)
        total = Count(total.runs + count.runs, total.seconds + count.seconds, total.found + count.found)
        if not killed:
            break
        total = total._replace(found=total.found + _kept(name, place))
    return total


def _process(name: str, driver: str, seconds: float, runs: int, place: Path) -> tuple[Count, bool]:
    """Fuzz a door in a process, and return its count and whether it was killed."""
    report = place / "report.json"
    report.unlink(missing_ok=True)
    command = [sys.executable, "-m", f"fuzz.{driver}", name, str(seconds), str(runs), str(place)]
    settled = {"PYTHONPATH": os.pathsep.join(sys.path), "LANGUAGE": "en"}
    with (place / "log").open("wb") as log:
        ended = subprocess.run(command, stderr=log, env={**os.environ, **settled})
    if not report.exists():
        print(f"{name}: the process ended with {ended.returncode}; {place / 'log'} says why")
        return Count(0, seconds, ("nothing was run",)), False
    done, took, found = json.loads(report.read_text("utf-8"))
    return Count(done, took, tuple(found)), ended.returncode != 0


def _kept(name: str, place: Path) -> tuple[str, ...]:
    """Move what libFuzzer itself kept of the input that killed its process into found/."""
    names = []
    for path in [*place.glob("crash-*"), *place.glob("oom-*"), *place.glob("timeout-*")]:
        target = HERE / "found" / name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
        print(f"{name}: the process was killed\n  kept as {target.relative_to(HERE.parents[1])}")
        names.append(path.name)
    return tuple(names)


if __name__ == "__main__":
    sys.exit(main())
