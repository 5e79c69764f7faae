"""A run at one door: counts, what is found, and when it ends. What drives it calls it with bytes."""

import json
import os
import sys
from pathlib import Path
from time import monotonic

from fuzz.door import HERE, Door
from fuzz.running import broken, kept

_TELLING = 10.0
"""Seconds between lines of progress."""


class Session:
    """Executions at a door until so many seconds or runs are over; `report` is the file that has their count,
    also if the process is killed."""

    def __init__(self, door: Door, seconds: float, runs: int, report: Path) -> None:
        self._door, self._report = door, report
        self._start = self._told = monotonic()
        self._end, self._runs = self._start + seconds, runs
        self._seen = {how.name for raw in door.found() if (how := broken(door, raw))}
        self.count, self.files = 0, list[str]()

    @property
    def over(self) -> bool:
        """Whether time or runs are used up."""
        return self.count >= self._runs or monotonic() >= self._end

    def execute(self, raw: bytes) -> None:
        """Put bytes into the door; keep them where that breaks it in a way not seen before."""
        self.count += 1
        how = broken(self._door, raw)
        if how and how.name not in self._seen:
            self._seen.add(how.name)
            path = kept(self._door, raw, how)
            self.files.append(path.name)
            _say(f"{self._door.name}: {how.message}\n  kept as {path.relative_to(HERE.parents[1])}")
        if monotonic() - self._told > _TELLING:
            self._told = monotonic()
            _say(f"{self._door.name}: {self.count:,} runs, {self.count / (self._told - self._start):,.0f}/s")
            self.write()

    def write(self) -> None:
        """Write runs, seconds and what was found into the report."""
        told = (self.count, monotonic() - self._start, self.files)
        self._report.write_text(json.dumps(told), "utf-8")

    def leave(self) -> None:
        """End the process at once: a driver in C has nothing to tidy up."""
        self.write()
        sys.stdout.flush()
        os._exit(0)


def _say(text: str) -> None:
    print(text, flush=True)
