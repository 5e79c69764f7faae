"""A run at one door: what is executed, counted and kept until time or runs are over."""

import json
import os
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from fuzz.door import Door
from fuzz.running import broken, kept

_TELLING = 10.0
"""Seconds between lines of progress."""


class Count(NamedTuple):
    """What came of a door: executions, seconds, and the files of what was found."""

    runs: int
    seconds: float
    found: tuple[str, ...]

    def plus(self, other: "Count") -> "Count":
        """Return both together."""
        return Count(self.runs + other.runs, self.seconds + other.seconds, self.found + other.found)


class Session:
    """Executions at a door until so many seconds or runs are over; `report` is the file that has their count,
    also if the process is killed."""

    def __init__(self, door: Door, seconds: float, runs: int, report: Path) -> None:
        self._door, self._report = door, report
        self._start = self._told = monotonic()
        self._end, self._runs = self._start + seconds, runs
        self._seen = {how.name for raw in door.found() if (how := broken(door, raw))}
        self._count, self._found = 0, list[str]()

    @property
    def over(self) -> bool:
        """Whether time or runs are used up."""
        return self._count >= self._runs or monotonic() >= self._end

    def execute(self, raw: bytes) -> None:
        """Put bytes into the door; keep them where that breaks it in a way not seen before."""
        self._count += 1
        how = broken(self._door, raw)
        if how and how.name not in self._seen:
            self._seen.add(how.name)
            path = kept(self._door, raw, how)
            self._found.append(path.name)
            print(f"{self._door.name}: {how.message}\n  kept as {path}", flush=True)
        if monotonic() - self._told > _TELLING:
            self._told = monotonic()
            speed = self._count / (self._told - self._start)
            print(f"{self._door.name}: {self._count:,} runs, {speed:,.0f}/s", flush=True)
            self.write()

    def write(self) -> None:
        """Write the count into the report."""
        count = Count(self._count, monotonic() - self._start, tuple(self._found))
        self._report.write_text(json.dumps(count), "utf-8")

    def leave(self) -> None:
        """End the process at once: a driver in C would go on."""
        self.write()
        os._exit(0)


def count_in(report: Path) -> Count | None:
    """Return the count that a session has written, None where it has not."""
    if not report.exists():
        return None
    runs, seconds, found = json.loads(report.read_text("utf-8"))
    return Count(runs, seconds, tuple(found))
