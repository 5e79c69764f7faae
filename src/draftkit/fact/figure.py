"""数据: a figure is a number with its name, unit, date, source and status, in one of six kinds."""

from dataclasses import dataclass
from itertools import takewhile
from typing import Literal, NamedTuple

from draftkit.fact.number import Number
from draftkit.zh.numerals import from_numeral, to_count

Status = Literal["done", "planned"]
"""已完成 or 计划: a planned figure may not stand among results."""

UP = ("提高", "上升", "增加", "增长", "提升", "扩大")
DOWN = ("下降", "降低", "减少", "缩短", "压减", "缩小")
"""The words for a change; the first that fits the unit is taken unless the facts choose one."""


class Plain(NamedTuple):
    """A count or a measure: 37个."""

    number: Number


class Change(NamedTuple):
    """From one value to another: 由改造前的82.5%提高到96.3%. `word` is the user's choice among UP and DOWN."""

    start: Number
    end: Number
    since: str = ""
    word: str = ""


class Ratio(NamedTuple):
    """A part of a whole: 16个，占43.2%. `percent` is the user's, checked; without one it is computed."""

    part: Number
    whole: Number
    of: str = ""
    percent: Number | None = None


class Range(NamedTuple):
    """From low to high: 15%～30%."""

    low: Number
    high: Number


class Members(NamedTuple):
    """A list that counts itself: 财政补一点、企业投一点、居民出一点“三个一点”.

    `coin` is the coined name without its numeral (个一点, 项机制); "" takes what the members end in.
    `bundle` names a frame whose coin and member pattern hold instead.
    """

    items: tuple[str, ...]
    coin: str = ""
    bundle: str = ""

    @property
    def coined(self) -> str:
        """The coined name with its numeral, "" where the members share no ending."""
        coin = self.coin or (f"个{self.ending}" if self.ending else "")
        return (
            coin if _compound(coin) == len(self.items) else (to_count(len(self.items)) + coin if coin else "")
        )

    @property
    def ending(self) -> str:
        """The words of two or more characters that all members end in: 一点, 一批 where there is a 一, else the
        longest (机制); each member has something of its own before it."""
        if len(self.items) < 2:
            return ""
        columns = zip(*(reversed(item) for item in self.items), strict=False)
        shared = "".join(column[0] for column in takewhile(lambda column: len(set(column)) == 1, columns))[::-1]
        while shared in self.items:
            shared = shared[1:]
        return shared[-2:] if shared[-2:-1] == "一" else shared if len(shared) > 1 else ""


class Total(NamedTuple):
    """A sum with its parts, which must add up: 37个，其中东片20个、西片17个."""

    number: Number
    parts: tuple[tuple[str, Number], ...]


class Unknown(NamedTuple):
    """A figure that is asked for and not there yet."""


Kind = Plain | Change | Ratio | Range | Members | Total | Unknown


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure by its name. `label` is how it is called in a sentence; `approx` its rounded form (近8000)."""

    name: str
    kind: Kind
    unit: str = ""
    label: str = ""
    approx: str = ""
    as_of: str = ""
    source: str = ""
    status: Status = "done"

    @property
    def called(self) -> str:
        """The label, or else the name."""
        return self.label or self.name


def sample_of(name: str) -> str:
    """Return a value to try a figure with, by its name: a rate's is in percent, people are counted by 人."""
    if name.endswith("率"):
        return "96.3%"
    return "1200人" if name.endswith(("居民", "群众", "人口")) else "12个"


def _compound(coin: str) -> int | None:
    """Return what the numerals of a compound name add up to (一降一升: 2), None for a simple one (四个一批)."""
    rest = numeral_of(coin)[1]
    if rest.startswith("个") and from_numeral(rest[1:2]) is not None:
        return None
    numerals = [value for character in coin if (value := from_numeral(character)) is not None]
    return sum(numerals) if len(numerals) > 1 and from_numeral(coin[:1]) is not None else None


def numeral_of(coin: str) -> tuple[int | None, str]:
    """Return the count that a coined name begins with, and the rest: 四个一批 is (4, 个一批)."""
    for length in range(len(coin) - 1, 0, -1):
        count = from_numeral(coin[:length])
        if count is not None:
            return count, coin[length:]
    return None, coin


def count_of(coin: str) -> int | None:
    """Return the number of members that a coined name announces (四个一批: 4, 三抓三覆盖: 6), None for none."""
    compound = _compound(coin)
    return numeral_of(coin)[0] if compound is None else compound
