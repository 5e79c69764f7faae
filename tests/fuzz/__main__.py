"""Fuzz the doors: `PYTHONPATH=tests python -m fuzz --door all --seconds 600`.

The doors are taken one after the other, all for the same time. Corpora stand in build/fuzz/, what breaks a door
in tests/fuzz/found/. Ends with 1 where anything was found.
"""

import argparse
import importlib.util
import sys
import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from fuzz import blind, guided
from fuzz.children import Drive, fuzzed
from fuzz.door import IN_MEMORY, TOP
from fuzz.session import Count

_ENDLESS = 10**15


def main() -> int:
    """Fuzz the doors asked for, and print their counts."""
    asked = _asked()
    drive: Drive = partial(blind.drive, seed=asked.seed)
    if not asked.blind and importlib.util.find_spec("atheris"):
        guided.watch()
        drive = partial(guided.drive, seed=asked.seed)
    else:
        print("inputs are changed by chance: atheris, which lets coverage lead, is not here or not wanted")
    from fuzz.doors import DOORS  # not before: what is imported then cannot be watched

    names = list(DOORS) if asked.door == "all" else asked.door.split(",")
    if not set(names) <= DOORS.keys():
        print(f"there are no such doors; there are {','.join(DOORS)}", file=sys.stderr)
        return 2
    counts = {}
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as tempfile.tempdir:
        for name in names:
            place = asked.folder / name
            counts[name] = fuzzed(DOORS[name], drive, asked.seconds / len(names), asked.runs, place)
    _tell(counts)
    return int(any(count.found for count in counts.values()))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description="Fuzz the doors of draftkit.")
    parser.add_argument("--door", default="all", help="names with commas (default: all)")
    parser.add_argument("--seconds", type=float, default=60, help="for all of them together (default: 60)")
    parser.add_argument("--runs", type=int, default=_ENDLESS, help="at each of them at most")
    parser.add_argument("--seed", type=int, help="begins the same changes each time (default: others)")
    parser.add_argument("--blind", action="store_true", help="without atheris, which takes long to start")
    parser.add_argument("--folder", type=Path, default=TOP / "build/fuzz", help="where corpora stand")
    return parser.parse_args()


def _tell(counts: Mapping[str, Count]) -> None:
    print(f"\n{'door':12}{'runs':>12}{'runs/s':>9}  found")
    for name, count in counts.items():
        print(f"{name:12}{count.runs:12,}{count.runs / max(count.seconds, 0.001):9,.0f}  {len(count.found)}")
    print(f"{'all':12}{sum(count.runs for count in counts.values()):12,}")


if __name__ == "__main__":
    sys.exit(main())
