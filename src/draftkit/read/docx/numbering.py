"""Automatic numbers: the lists of numbering.xml, and what each paragraph of one has printed before it."""

import re
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple
from xml.etree.ElementTree import Element

from draftkit.ooxml.markup import COMPATIBILITY, W, switched_on, value, whole_number
from draftkit.read.docx.formats import printed
from draftkit.read.docx.styles import Numbered

LEVELS = 9
_LONGEST = 100  # characters of a number's text; Word's dialog takes some thirty
_PLACE = re.compile("%([1-9])")


class Level(NamedTuple):
    """A level of a list: its first number, how it is printed and in which text (“（%1）”).

    `restart` is the level, counted from 1, whose paragraphs make it begin again, 0 for none, None for all
    above it; `style` is the paragraph style that stands on it; `digits` prints all its numbers as digits.
    """

    start: int = 0
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    style: str = ""
    digits: bool = False


class List(NamedTuple):
    """A list as paragraphs name it: the counters that it shares, its levels, where it begins anew."""

    counters: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document and how far each has been counted; loaded when the first paragraph needs one."""

    def __init__(self, load: Callable[[], Element | None]) -> None:
        self._load = load
        self._lists: dict[str, List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def number(self, place: Numbered, style: str) -> str:
        """Count a paragraph, and return the number printed before it; "" for none and for a bullet."""
        found = self._list(place.list) if place.list else None
        if not found or not place.list:
            return ""
        level = place.level
        if level is None:
            level = next((at for at, one in found.levels.items() if style and one.style == style), 0)
        if level not in found.levels:
            return ""
        return self._printed(found, level, self._count(found, place.list, level))

    def _count(self, found: List, name: str, level: int) -> list[int | None]:
        counts = self._counts.setdefault(found.counters, [None] * LEVELS)
        if level in found.starts and (name, level) not in self._begun:
            self._begun.add((name, level))
            counts[level] = found.starts[level]
        else:
            count = counts[level]
            counts[level] = found.levels[level].start if count is None else count + 1
        for deeper in range(level + 1, LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or level < restart:
                counts[deeper] = None
        return counts

    def _printed(self, found: List, level: int, counts: list[int | None]) -> str:
        own = found.levels[level]
        if own.format == "bullet":
            return ""

        def one(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            shown = found.levels.get(at, Level())
            count = counts[at]
            return printed(shown.start if count is None else count, "decimal" if own.digits else shown.format)

        return _PLACE.sub(one, own.text)

    def _list(self, name: str) -> List | None:
        if name not in self._lists:
            self._lists[name] = self._read(name)
        return self._lists[name]

    @cached_property
    def _definitions(self) -> tuple[dict[str, Element], dict[str, Element], dict[str, str]]:
        """The definitions of lists, the lists by name, and the definitions that styles name."""
        root = self._load()
        defined = _by_id(root, "abstractNum", "abstractNumId")
        linked = ((value(one, "styleLink"), id_) for id_, one in defined.items())
        return defined, _by_id(root, "num", "numId"), {style: id_ for style, id_ in linked if style}

    def _read(self, name: str) -> List | None:
        defined, named, by_style = self._definitions
        num = named.get(name)
        counters = value(num, "abstractNumId")
        counters = by_style.get(value(defined.get(counters), "numStyleLink"), counters)
        abstract = defined.get(counters)
        if num is None or abstract is None:
            return None
        levels, starts = _levels(abstract), {}
        for override in num.findall(f"{W}lvlOverride"):
            place = whole_number(override.get(f"{W}ilvl"))
            levels |= _levels(override)
            start = whole_number(value(override, "startOverride"))
            if place is not None and start is not None:
                starts[place] = start
        return List(counters, levels, starts)


def _by_id(root: Element | None, tag: str, id_: str) -> dict[str, Element]:
    return {} if root is None else {one.get(W + id_, ""): one for one in root.findall(W + tag)}


def _levels(parent: Element) -> dict[int, Level]:
    found = {whole_number(level.get(f"{W}ilvl")): level for level in parent.findall(f"{W}lvl")}
    return {place: _level(level) for place, level in found.items() if place is not None and 0 <= place < LEVELS}


def _level(level: Element) -> Level:
    # A format of Word 2010 and later stands in a choice, with one that all know to fall back on.
    plain = level.find(f"{COMPATIBILITY}AlternateContent/{COMPATIBILITY}Fallback")
    return Level(
        whole_number(value(level, "start")) or 0,
        value(level, "numFmt") or value(plain, "numFmt") or "decimal",
        value(level, "lvlText")[:_LONGEST],
        whole_number(value(level, "lvlRestart")),
        value(level, "pStyle"),
        bool(switched_on(level.find(f"{W}isLgl"))),
    )
