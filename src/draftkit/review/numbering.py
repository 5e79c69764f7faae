"""Lists of labels, and where their numbers do not count on."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

Kind = Literal["missing", "twice", "order"]


class Label(NamedTuple):
    """A label in the proof's text: from `start` to `end`, and what it counts."""

    start: int
    end: int
    family: str
    number: int


class Fault(NamedTuple):
    """A label that does not follow: what is wrong, the number that was expected, and where the label before it
    stands, -1 for none."""

    label: Label
    kind: Kind
    expected: int
    before: int


def runs(labels: Sequence[Label], restarts: bool) -> Iterator[list[Label]]:
    """Yield the lists in a row of labels: a 1 begins a new one, and, where lists do not begin again
    (`restarts` is False), only a 1 that a 2 follows: else it is a slip."""
    run: list[Label] = []
    for place, label in enumerate(labels):
        following = labels[place + 1].number if place + 1 < len(labels) else 0
        if run and label.number == 1 and (restarts or following == 2):
            yield run
            run = []
        run.append(label)
    if run:
        yield run


def faults(run: Sequence[Label]) -> Iterator[Fault]:
    """Yield what is wrong in a list: a number that is left out, that stands twice, that comes too soon.

    A single slip is one fault: where the next number goes on as if it were right, the count goes on."""
    numbers = [label.number for label in run]
    if len(run) > 2 and numbers != sorted(numbers) and sorted(numbers) == list(range(1, len(run) + 1)):
        place = next(k for k, number in enumerate(numbers) if number != k + 1)
        yield Fault(run[place], "order", place + 1, run[place - 1].start if place else -1)
        return
    last = 0
    for place, label in enumerate(run):
        expected = last + 1
        if label.number == expected:
            last = expected
            continue
        kind: Kind = "missing" if label.number > expected else "twice" if label.number == last else "order"
        slip = place + 1 < len(run) and numbers[place + 1] == expected + 1
        yield Fault(label, kind, expected, run[place - 1].start if place else -1)
        last = expected if slip and label.number != expected + 1 else label.number
