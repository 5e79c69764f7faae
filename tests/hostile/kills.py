"""Kills every command that writes, at random moments and between steps of its writing: python kills.py FOLDER.

After each kill every file is whole, as it was or as it shall be; the next call does the rest, and nothing of
what was half-written is left.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from commands import WRITING, Command
from forked import Yard, files_in
from steps import at_step

EACH = 7
"""Random kills of a command, and as many over older files."""
STEPS = 2
"""Kills between the steps of a command, at most."""
LISTS = ("mined.txt",)
"""What is whole line by line: while the rest is written, they have what was and what shall be."""


def main(folder: Path) -> None:
    """Kill all of them, and print how often."""
    yard, chance = Yard(folder), random.Random(1)
    moments = steps = 0
    for command in WRITING:
        for over in (False, True) if command.over else (False,):
            slaughter = Slaughter(yard, command, over)
            moments += slaughter.at_random(chance)
            steps += slaughter.at_steps()
    print(f"{moments} kills at random moments, {steps} between two steps, of {len(WRITING)} command lines")


class Slaughter:
    """The kills of one command, over nothing or over older files."""

    def __init__(self, yard: Yard, command: Command, over: bool) -> None:
        self._yard, self._command = yard, command
        self._words = [*command.words, *(command.over.split() if over else ())]
        self._again = [*self._words, *(() if over else command.resumed.split())]
        self._start = yard.older(command) if over else yard.inputs
        self._before, place = files_in(self._start), yard.place(self._start)
        count = yard.folder / "count"
        begin = time.perf_counter()
        answer = yard.run(self._words, place, command.typed, lambda: at_step(counted(count)))
        self._seconds = time.perf_counter() - begin
        assert answer.status == command.exit, answer.err
        self._count, self._after = len(count.read_bytes()), files_in(place)
        assert self._after != self._before, command.line

    def at_random(self, chance: random.Random) -> int:
        """Kill at moments spread over a run, half of them in its last third, and go on where it was broken off;
        return how often it was killed."""
        kills, place = 0, None
        for _try in range(3 * EACH):
            if place and files_in(place) == self._after:
                place = None
            words = self._again if place else self._words
            place = place or self._yard.place(self._start)
            child = self._yard.begin(words, place, self._command.typed)
            time.sleep(self._seconds * chance.choice((chance.uniform(0, 1), chance.uniform(0.6, 0.95))))
            os.kill(child, signal.SIGKILL)
            kills += self._yard.ended(child).status == -signal.SIGKILL
            self._look(place)
            if kills == EACH:
                break
        if place:
            self._go_on(place)
        return kills

    def at_steps(self) -> int:
        """Kill just before steps of the writing; return how often."""
        steps = range(1, self._count + 1, -(-self._count // STEPS))
        for step in steps:
            place = self._yard.place(self._start)
            answer = self._yard.run(self._words, place, self._command.typed, partial(at_step, killing(step)))
            assert answer.status == -signal.SIGKILL, (step, answer)
            self._look(place)
            self._go_on(place)
        return len(steps)

    def _look(self, place: Path) -> None:
        there = files_in(place)
        for path, content in ((Path(name), content) for name, content in there.items()):
            known = [files.get(str(path), b"") for files in (self._before, self._after)]
            if path.name in LISTS:
                assert set(content.splitlines()) <= set(b"".join(known).splitlines())
            elif not path.name.startswith(".draftkit") and not self._command.typed:
                assert content in known, f"half of {path} by {self._command.line}"
        assert set(self._before) <= set(there), "a file is lost"

    def _go_on(self, place: Path) -> None:
        done = files_in(place) == self._after
        answer = self._yard.run(self._again, place, self._command.typed)
        assert done or answer.status == self._command.exit, answer.err
        there = files_in(place)
        if (
            self._command.typed
        ):  # who is killed between questions is asked others, and may end in one draft more
            assert set(there) >= set(self._after), set(self._after) - set(there)
        else:
            assert set(there) == set(self._after), set(there) ^ set(self._after)
            assert there == self._after, "another end"


def counted(count: Path) -> Callable[[], object]:
    """Return what notes a step in a file."""
    handle = os.open(count, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    return lambda: os.write(handle, b".")


def killing(step: int) -> Callable[[], None]:
    """Return what kills the process at a step."""
    left = [step]

    def kill() -> None:
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)

    return kill


if __name__ == "__main__":
    main(Path(sys.argv[1]))
