"""事实: everything the user supplies for one speech, as it was written, with the place of each piece."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from draftkit.errors import Place
from draftkit.fact.figure import Figure
from draftkit.pattern import Pattern


class Words(NamedTuple):
    """Words of the user: text that may quote figures by name. `key` is their address in the facts file."""

    pattern: Pattern
    key: str


class Listing(NamedTuple):
    """Several words for one slot (方式: [发函协助, 现场座谈])."""

    items: tuple[Words, ...]
    key: str


Given = Words | Listing
Slots = Mapping[str, Given]


class Deed(NamedTuple):
    """A terse fact of a kind that a phrase formula turns into a sentence: 做法, 成效, 问题, 打算, 事例 …"""

    kind: str
    slots: Slots
    key: str


Item = Words | Deed


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """What the user gives for a section or a point, or for an opening or a closing of his own words.

    `marker` goes before the one that is counted; "" is none at all.
    """

    key: str
    marker: str | None = None
    slots: Slots = field(default_factory=dict)
    body: tuple[Item, ...] = ()
    points: tuple["SectionFacts", ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one speech. `named` has the words that any pattern may quote by a Chinese name (单位,
    会议, 发言人, 日期, 主题) and the slots of openings and closings; `minutes` is the time allowed. An
    `opening` or `closing` goes before the frames that would stand there. `loose` are notes that have no place
    yet; no draft prints them."""

    skeleton: str
    named: Slots = field(default_factory=dict)
    minutes: int | None = None
    title: tuple[Words, ...] = ()
    figures: Mapping[str, Figure] = field(default_factory=dict)
    opening: SectionFacts | None = None
    sections: tuple[SectionFacts, ...] = ()
    closing: SectionFacts | None = None
    next: tuple[Item, ...] = ()
    loose: tuple[Words, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    def place(self, key: str) -> Place | None:
        """Return where a key (a sentence of it: key#2; its name: key:) stands, or else the nearest above."""
        key = key.partition("#")[0]
        while key and key not in self.places:
            key = key[: max(key.rfind("."), key.rfind("["), 0)]
        return self.places.get(key)
