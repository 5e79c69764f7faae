"""Timing in turns: A B C, A B C …, so that whatever else the machine does falls on all alike."""

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Protocol


class Table(Protocol):
    """What a comparison comes to."""

    def table(self) -> str:
        """Return it as a table in Markdown."""
        ...


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as long as the other one took, over all rounds."""

    lowest: float
    median: float
    highest: float


@dataclass(frozen=True, slots=True)
class Goal:
    """What a ratio is to be: `least` or more, `most` or less."""

    least: float = 0.0
    most: float = float("inf")

    def met(self, ratio: Ratio) -> bool:
        """Tell whether the median is within the goal."""
        return self.least <= ratio.median <= self.most

    def __str__(self) -> str:
        return f"≥ {self.least:g}" if self.least else f"≤ {self.most:g}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Contestants and the seconds each took in each round; `base` is the one that others are measured by."""

    title: str
    base: str
    seconds: Mapping[str, Sequence[float]]
    goals: Mapping[str, Goal]
    notes: tuple[str, ...] = ()

    def ratio(self, name: str) -> Ratio:
        """Return the ratio of a contestant to the base: each round's own, then the spread of these."""
        ratios = [mine / other for mine, other in zip(self.seconds[name], self.seconds[self.base], strict=True)]
        return Ratio(min(ratios), median(ratios), max(ratios))

    def table(self) -> str:
        """Return the comparison as a table in Markdown."""
        lines = [
            f"### {self.title}",
            "",
            "| | median ms | × | least–most | goal | |",
            "|---|--:|--:|--:|--:|---|",
        ]
        lines += [self._row(name) for name in self.seconds]
        return "\n".join([*lines, *(f"\n{note}" for note in self.notes)])

    def _row(self, name: str) -> str:
        ratio, goal = self.ratio(name), self.goals.get(name)
        spread = "" if name == self.base else f"{ratio.lowest:.2f}–{ratio.highest:.2f}"
        verdict = "" if goal is None else "met" if goal.met(ratio) else "missed"
        cells = [name, f"{median(self.seconds[name]) * 1000:.2f}", f"{ratio.median:.2f}", spread]
        return f"| {' | '.join([*cells, str(goal or ''), verdict])} |"


def race(
    contestants: Mapping[str, Callable[[], object]], rounds: int, warm_up: int, turn: float = 0.0
) -> dict[str, list[float]]:
    """Let all contestants have their turns, round by round, and return the seconds of a call in each turn.

    A turn is one call, or as many as take `turn` seconds, so that the short ones are measured at their own
    pace and not on what the long ones leave of the processor's caches. It begins with the rubbish of the
    others cleared away; what a contestant makes itself is on its account. `warm_up` rounds are not counted.
    """
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    calls = dict.fromkeys(contestants, 1)
    for number in range(warm_up + rounds):
        for name, call in contestants.items():
            taken = _turn(call, calls[name])
            if number >= warm_up:
                seconds[name].append(taken)
            elif turn:
                calls[name] = max(1, int(turn / taken))
    return seconds


def _turn(call: Callable[[], object], calls: int) -> float:
    gc.collect()
    start = perf_counter()
    for _call in range(calls):
        call()
    return (perf_counter() - start) / calls
