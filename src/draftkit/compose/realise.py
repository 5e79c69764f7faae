"""Words of facts and frames to inlines, each with its origin; and what was found on the way."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from draftkit.compose.draw import drawn_by_name, taken_by_name
from draftkit.compose.inlines import trimmed
from draftkit.compose.phrasebook import Phrasebook
from draftkit.errors import MOST_PROBLEMS, Problem, did_you_mean
from draftkit.fact.facts import Facts, Given, Listing, Words
from draftkit.fact.figure import Figure, Members, Unknown
from draftkit.fact.reading import read_out
from draftkit.fact.word import Unreadable
from draftkit.finding import Finding
from draftkit.frame import Skeleton
from draftkit.messages import _
from draftkit.pattern import Fixed, Part, Slot
from draftkit.tree import Blank, Filled, Inline, Inlines, Text
from draftkit.zh.sentence import missing_stop

DEEPEST_QUOTE = 3
"""A text quotes a text that quotes a figure; deeper than that is a slip, or a circle (ours)."""

MOST_QUOTED = 1_000_000
"""Characters that the quotes of a draft come to, those within quotes counted again (ours)."""

LONGEST_ASK = 16
"""Characters of a question that still stands in the draft; a longer one is for the comment only (ours)."""


class Gap(NamedTuple):
    """A blank in the draft, the unit (an address of the facts, or a part's name) that it spoils, the key where
    the fact is to be supplied, and what it may be like ("" where nobody has said)."""

    blank: Blank
    unit: str
    key: str
    example: str = ""

    def ask(self, facts: Facts) -> str:
        """Return what to ask for, and of which section where the facts file has no place for it."""
        nameless = self.key.startswith("sections[") and self.key.partition("#")[0] not in facts.places
        return f"{self.blank.ask} ({self.key})" if nameless else self.blank.ask


@dataclass(slots=True)
class Realiser:
    """What every part of a draft is made with: the facts, the frames, and a record of what was used.

    `omitted` are the units to leave out; `forward` says whether what is now realised speaks of what is
    to come; `provided` holds the values that compose works out itself (部分数, 打算 …); `printed` the slots
    that the last wording has put out; `draw` is the variation drawn, None in a plain draft; `quoted` counts the
    characters of quotes.
    """

    facts: Facts
    frames: Phrasebook
    skeleton: Skeleton
    omitted: Collection[str] = ()
    figures: dict[str, Figure] = field(default_factory=dict)
    provided: dict[str, Inlines] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    findings: dict[Finding, None] = field(default_factory=dict)
    gaps: list[Gap] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    printed: set[str] = field(default_factory=set)
    draw: int | None = None
    leads: set[str] = field(default_factory=set)
    quoted: int = 0
    forward: bool = False
    unit: str = ""

    @property
    def varied(self) -> bool:
        """Whether this is a varied draft, which takes other wordings of the frames too."""
        return self.draw is not None

    def at(self, unit: str, forward: bool | None = None) -> "_At":
        """Realise a unit; `forward` tells that it does (or does not) speak of what is to come."""
        return _At(self, unit, self.forward if forward is None else forward)

    def problem(self, key: str, message: str, advice: str = "") -> None:
        """Note what the user has to mend, at a key of the facts."""
        found = Problem(self.facts.place(key), message, advice)
        if found not in self.problems and len(self.problems) <= MOST_PROBLEMS:
            self.problems.append(found)

    def report(self, code: str, message: str, quote: str = "", key: str = "") -> None:
        """Note what the user should know."""
        found = Finding(code, message, quote, key, self.facts.place(key) if key else None)
        self.findings.setdefault(found)

    def variant(self, name: str, count: int) -> int:
        """Return which of `count` equal choices this unit takes: the same for the same unit, always."""
        unit = self.facts.named.get("单位")
        if isinstance(unit, Words):
            self.used.add(unit.key)
        if count == 1:
            return 0
        if self.draw is not None:
            return drawn_by_name(self.facts, self.draw, name, count)
        return taken_by_name(self.facts, name, count)

    def blank(self, slot: str, ask: str, key: str = "", example: str = "") -> Blank:
        """Return a visible blank and note the gap; `key` is where to supply it, else the slot's own key where
        the facts file has it, else the unit."""
        shown = ask if 0 < len(ask) <= LONGEST_ASK else slot
        blank = Blank(f"【待补：{shown}】", slot, ask or slot, Filled(""))
        keys = (key, f"{self.unit}.{slot}", slot)
        place = next((known for known in keys if known in self.facts.places), self.unit)
        self.gaps.append(Gap(blank, self.unit, place, example))
        return blank

    def ended(self, inlines: Inlines) -> Inlines:
        """Return a sentence with its stop, as it is where the skeleton keeps to what is written."""
        stop = missing_stop(inlines[-1].text) if inlines and not self.skeleton.as_written else ""
        return (*inlines, Text(stop, Filled("punctuation"))) if stop else inlines

    def trimmed(self, inlines: Inlines) -> Inlines:
        """Return words ready to stand within a sentence, as they are where the skeleton keeps to them."""
        return inlines if self.skeleton.as_written else trimmed(inlines)

    def words(self, words: Words, depth: int = 0) -> Inlines:
        """Return the inlines of the user's words, the figures and facts that they quote filled in."""
        self.used.add(words.key)
        plain, origin = words.pattern.plain, Filled("", (words.key,))
        return (Text(plain, origin),) if plain else self.parts(words.pattern.parts, origin, depth)

    def parts(self, parts: Iterable[Part], origin: Filled, depth: int = 0) -> Inlines:
        """Return the inlines of some of the user's words, which come from `origin`."""
        found: list[Inline] = []
        for part in parts:
            if isinstance(part, Fixed):
                found.append(Text(part.text, origin))
            else:
                found += self.quote(part, origin.facts[0], depth + 1)
        return tuple(found)

    def given(self, given: Given, depth: int = 0) -> Inlines:
        """Return the inlines of a slot's value; the members of a list are joined by 、."""
        if isinstance(given, Words):
            return self.words(given, depth)
        self.used.add(given.key)
        found: list[Inline] = []
        for number, item in enumerate(given.items):
            found += [Text("、", Filled("filter/成员", (given.key,)))] if number else []
            found += trimmed(self.words(item, depth))
        return tuple(found)

    def quote(self, slot: Slot, key: str, depth: int = 0) -> Inlines:
        """Return what a name stands for: a figure, a structural fact, or what compose provides."""
        if self.quoted > MOST_QUOTED:
            message = _("the quotes here come to more than {n} characters").format(n=MOST_QUOTED)
            self.problem(key, message, _("Quote a text once, and no text that quotes others again and again"))
            return ()
        found = self._quoted(slot, key, depth)
        self.quoted += 1 + sum([len(inline.text) for inline in found])
        return found

    def _quoted(self, slot: Slot, key: str, depth: int) -> Inlines:
        if slot.name in self.figures:
            return self.figure(slot.name, slot.filters, key)
        if slot.name in self.provided:
            return self.provided[slot.name]
        named = self.facts.named.get(slot.name)
        ask = STRUCTURAL.get(slot.name) or AHEAD.get(slot.name)
        if named is None and ask:
            return (self.blank(slot.name, ask, "next" if slot.name in AHEAD else ""),)
        if named is None or depth > DEEPEST_QUOTE:
            known = {*self.figures, *self.facts.named, *self.provided, *STRUCTURAL}
            message = _("“{name}” is quoted too deep, or quotes itself")
            if named is None:
                message = _("there is no figure and no fact “{name}”")
            message = message.format(name=slot.name)
            self.problem(key, message, did_you_mean(slot.name, known - {slot.name}))
            return ()
        if slot.filters:
            self.problem(
                key, _("“{slot}”: filters are for figures").format(slot=slot), _("Quote it without the filter")
            )
        return self.given(named, depth)

    def figure(self, name: str, filters: tuple[str, ...], key: str) -> Inlines:
        """Return the reading of a figure; one that is still to come is a blank."""
        figure = self.figures[name]
        address = f"figures.{name}"
        self.used.add(address)
        if isinstance(figure.kind, Unknown):
            ask = figure.called + (f"（{figure.unit}）" if figure.unit else "")
            return (self.blank(name, ask, address),)
        if figure.status == "planned" and not self.forward:
            message = _("figure “{name}” is planned and stands among what has been done").format(name=name)
            advice = _("Move it to next: or 打算, say that it is planned (将、计划、力争), or set status: done")
            self.problem(key, message, advice)
        return self._read(figure, filters, key, address)

    def listing(self, slot: str, listing: Listing, filters: tuple[str, ...]) -> Inlines:
        """Return a list given for a slot, read as a figure that counts itself."""
        self.used.add(listing.key)
        items = tuple("".join(i.text for i in trimmed(self.words(item))) for item in listing.items)
        return self._read(Figure(slot, Members(items)), filters, listing.key, listing.key)

    def _read(self, figure: Figure, filters: tuple[str, ...], key: str, address: str) -> Inlines:
        try:
            reading = read_out(figure, filters)
        except Unreadable as error:
            self.problem(key, error.message, error.advice)
            return ()
        supplied = Filled("", (address,))
        rule = Filled(f"filter/{filters[0] if filters else type(figure.kind).__name__.lower()}", (address,))
        return tuple([Text(text, supplied if own else rule) for text, own in reading])


class _At:
    """Lets a realiser realise a unit, and then go on with what it was at before. It is entered for each
    sentence: a generator would take three times as long."""

    __slots__ = ("_before", "_now", "_realiser")

    def __init__(self, realiser: Realiser, unit: str, forward: bool) -> None:
        self._realiser, self._now = realiser, (unit, forward)

    def __enter__(self) -> None:
        realiser = self._realiser
        self._before = realiser.unit, realiser.forward
        realiser.unit, realiser.forward = self._now

    def __exit__(self, *_error: object) -> None:
        self._realiser.unit, self._realiser.forward = self._before


STRUCTURAL = {
    "单位": "单位全称",
    "会议": "会议全称",
    "发言人": "发言人职务和姓名",
    "日期": "发言日期",
    "主题": "发言主题",
}
"""The structural facts that patterns may quote, and what to ask for where one is missing."""

AHEAD = {"打算": "下一步的打算", "打算条目": "下一步的打算", "打算数": "下一步的打算"}
"""What `next:` provides, likewise."""
