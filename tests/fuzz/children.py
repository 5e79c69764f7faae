"""A door fuzzed in a process of its own, which may be killed by too much memory or by a crash in C."""

import os
import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic

from fuzz.door import FOUND, Door
from fuzz.session import Count, Session, count_in

Drive = Callable[[Door, Session, Path], None]
"""Fuzzes a door in a session; the folder is for what it keeps."""


def fuzzed(door: Door, drive: Drive, seconds: float, runs: int, place: Path) -> Count:
    """Fuzz a door for so many seconds, again where its process is killed; what killed it is kept."""
    place.mkdir(parents=True, exist_ok=True)
    total, end = Count(0, 0.0, ()), monotonic() + seconds
    while (left := end - monotonic()) > 0 and total.runs < runs:
        report = place / "report.json"
        report.unlink(missing_ok=True)
        status = _in_child(partial(_drive, door, drive, left, runs - total.runs, report), place)
        count = count_in(report)
        if count is None:
            print(f"{door.name}: nothing was run; {place / 'log'} says why", file=sys.stderr)
            return total._replace(found=(*total.found, "nothing was run"))
        total = total.plus(count)
        if status == 0:
            break
        total = total.plus(Count(0, 0.0, _killers(door, place)))
    return total


def _drive(door: Door, drive: Drive, seconds: float, runs: int, report: Path) -> None:
    drive(door, Session(door, seconds, runs, report), report.parent)


def _in_child(task: Callable[[], None], place: Path) -> int:
    """Run a task in a child, where there are such, and return how it ended; its stderr is the file `log`."""
    if not hasattr(os, "fork"):
        task()
        return 0
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    try:
        log = os.open(place / "log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(log, 2)
        task()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _killers(door: Door, place: Path) -> tuple[str, ...]:
    """Move the inputs that killed a process, as libFuzzer keeps them, into found/; return their names."""
    names = []
    for path in [*place.glob("crash-*"), *place.glob("oom-*"), *place.glob("timeout-*")]:
        target = FOUND / door.name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
        print(f"{door.name}: the process was killed\n  kept as {target}", flush=True)
        names.append(path.name)
    return tuple(names)
