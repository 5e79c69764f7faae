"""Lets the system refuse each step of every command that writes, one after the other: python faults.py FOLDER.

Whatever is refused, the old files are whole, nothing is half-written, and the user is told in a line or two.
"""

import errno
import io
import os
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from commands import WRITING, Command
from forked import Yard, files_in
from kills import LISTS, counted
from steps import at_step

ERRORS = {
    errno.ENOSPC: "the disk is full",
    errno.EACCES: "there is no right to do that here",
    errno.EIO: "the disk or the connection to it fails",
    errno.EROFS: "there is no right to do that here",
    errno.EMFILE: "too many files are open",
}
"""What the system refuses with, one after the other, and what the user is told of it."""
STEPS = 16
"""Steps of a command that are refused, at most; they are spread over all."""


def main(folder: Path) -> None:
    """Refuse each step in turn, and print how often for each command."""
    yard, counts = Yard(folder), Counter[str]()
    for command in WRITING:
        faults = Faults(yard, command)
        for number, step in enumerate(faults.steps):
            faults.refuse(step, list(ERRORS)[number % len(ERRORS)])
        counts[" ".join(command.words[: 1 + (command.words[0] == "frames")])] += len(faults.steps)
    told = ", ".join(f"{name} {count}" for name, count in counts.items())
    print(f"{counts.total()} steps refused: {told}")


class Faults:
    """The faults of one command, over older files where it can be called so."""

    def __init__(self, yard: Yard, command: Command) -> None:
        self._yard, self._command = yard, command
        self._words = [*command.words, *command.over.split()]
        self._start = yard.older(command) if command.over else yard.inputs
        self._before, place = files_in(self._start), yard.place(self._start)
        count = yard.folder / "count"
        answer = yard.run(self._words, place, command.typed, lambda: at_each(counted(count)))
        assert answer.status == command.exit, answer.err
        self._after, steps = files_in(place), len(count.read_bytes())
        self.steps = range(1, steps + 1, -(-steps // STEPS))

    def refuse(self, step: int, number: int) -> None:
        """Run the command while the system refuses a step, and hold what comes of it against what it says."""
        place, words = self._yard.place(self._start), self._words
        answer = self._yard.run(words, place, self._command.typed, lambda: at_each(refusing(step, number)))
        where = f"{self._command.line}, step {step}, {errno.errorcode[number]}: {answer}"
        there = files_in(place)
        assert "Traceback" not in answer.err and "Error" not in answer.err, where
        if answer.status == self._command.exit and not answer.err.count(ERRORS[number]):
            hidden = {name for name in there if Path(name).name == ".draftkit.lock"}
            assert self._command.typed or {name: there[name] for name in {*there} - hidden} == self._after, (
                where
            )
            return
        assert answer.status == 2 and ERRORS[number] in answer.err, where
        assert not [name for name in there if name.endswith(".part")], where
        for name in {*self._before, *there}:
            self._hold(name, there[name], where)

    def _hold(self, name: str, content: bytes, where: str) -> None:
        known = [files.get(name, b"") for files in (self._before, self._after)]
        if Path(name).name in LISTS:
            assert set(content.splitlines()) <= set(b"".join(known).splitlines()), where
        elif not Path(name).name.startswith(".draftkit") and not self._command.typed:
            assert content in known, f"{name}: {where}"


def refusing(step: int, number: int) -> Callable[[], None]:
    """Return what raises an OSError at a step."""
    left = [step]

    def refuse() -> None:
        left[0] -= 1
        if not left[0]:
            raise OSError(number, os.strerror(number))

    return refuse


def at_each(then: Callable[[], object]) -> None:
    """Call something before each step that changes a file, the writing and flushing of its bytes included."""
    at_step(then)
    flush = os.fsync

    class Raw(io.FileIO):
        def write(self, content: Any) -> int:
            then()
            return super().write(content)

    def opened(file: Any, mode: str = "r", *args: Any, **options: Any) -> Any:
        if mode == "wb":
            return io.BufferedWriter(Raw(file, mode))
        return given(file, mode, *args, **options)

    def flushed(handle: Any) -> None:
        then()
        flush(handle)

    given = io.open
    for module, name, put in ((os, "fsync", flushed), (os, "fdopen", opened), (io, "open", opened)):
        setattr(module, name, put)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
