"""Nodes to facts."""

from collections.abc import Iterable

from draftkit.errors import Place
from draftkit.fact.facts import Deed, Facts, Given, Item, Listing, SectionFacts, Words
from draftkit.messages import N_, _
from draftkit.pattern import usable_name
from draftkit.store.figures import read_figures
from draftkit.store.keys import FACTS, NAMED, NO_MARKER, PASSAGE, SECTION, spellings
from draftkit.store.nodes import Mapping, Node, Scalar, Sequence
from draftkit.store.schema import Check
from draftkit.zh.dates import printed_date

_FACTS = spellings(FACTS)
_SECTION = spellings(SECTION)
LONGEST_SPEECH = 240


def read_facts(check: Check, node: Node | None, file: str) -> Facts:
    """Return the facts of a document; every problem is noted in `check`."""
    return _Reader(check).facts(node, file)


class _Reader:
    def __init__(self, check: Check) -> None:
        self.check = check
        self.places: dict[str, Place] = {}

    def facts(self, node: Node | None, file: str) -> Facts:
        mapping = self.check.mapping(node, N_("the facts"))
        if mapping is None:
            if node is None and not self.check.problems:
                self.check.note(Place(file), _("the file is empty"), _("Start from: draftkit form SKELETON"))
            return Facts("")
        given = self.check.known(mapping, _FACTS, free=_is_slot)
        nodes = {name: value for name, (_key, value) in given.items()}
        self.places |= {name: value.place for name, (_key, value) in given.items()}
        self.places |= {FACTS[name]: value.place for name, (_key, value) in given.items() if name in NAMED}
        self.places |= {f"{name}:": key.place for name, (key, _value) in given.items()}
        if "skeleton" not in given:
            message = _("skeleton: is missing")
            self.check.note(mapping.place, message, _("Name one of: draftkit frames list --kind skeleton"))
        named = {FACTS.get(name, name): nodes[name] for name in nodes if name in NAMED or name not in FACTS}
        title, title_slots = self._title(nodes.get("title"))
        return Facts(
            skeleton=self.check.text(nodes.get("skeleton"), "skeleton").removeprefix("skeleton/"),
            named=self._named(named) | title_slots,
            minutes=self.check.whole(nodes.get("minutes"), "minutes", LONGEST_SPEECH),
            title=title,
            figures=read_figures(self.check, nodes.get("figures"), self.places),
            opening=self._passage(nodes.get("opening"), "opening"),
            sections=self._sections(nodes.get("sections"), "sections"),
            closing=self._passage(nodes.get("closing"), "closing"),
            next=self._items(nodes.get("next"), "next"),
            loose=self._loose(nodes.get("loose")),
            places=self.places,
        )

    def _named(self, nodes: dict[str, Node]) -> dict[str, Given]:
        named = {name: given for name, node in nodes.items() if (given := self._given(node, name))}
        day = named.get("日期")
        if isinstance(day, Words):
            text = str(day.pattern)
            if "{{" not in text and (printed := printed_date(text.strip("（）()"))):
                named["日期"] = Words(type(day.pattern).parse(printed), day.key)
            elif "{{" not in text:
                message = _("“{text}” is no date").format(text=text)
                self.check.note(
                    self.places.get(day.key), message, _("Write it as 2026-11-20 or 2026年11月20日")
                )
        return named

    def _title(self, node: Node | None) -> tuple[tuple[Words, ...], dict[str, Given]]:
        if isinstance(node, Mapping):
            return (), self._slots(node.entries, "title")
        halves = tuple(self._words(scalar, f"title[{n}]") for n, scalar in self._scalars(node, "title"))
        return tuple(half for half in halves if half.pattern.parts), {}

    def _sections(self, node: Node | None, key: str) -> tuple[SectionFacts, ...]:
        return tuple(self._section(item, f"{key}[{n}]") for n, item in enumerate(self.check.items(node)))

    def _passage(self, node: Node | None, key: str) -> SectionFacts | None:
        """An opening or a closing: paragraphs, or body: and points:."""
        if node is None or (isinstance(node, Scalar) and not node.text.strip()):
            return None
        if not isinstance(node, Mapping):
            items = self._items(node, key)
            return SectionFacts(key, body=items) if items else None
        given = self.check.known(node, spellings(PASSAGE))
        nodes = {name: value for name, (_key, value) in given.items()}
        self.places |= {f"{key}.{name}": value.place for name, value in nodes.items()}
        body = self._items(nodes.get("body"), f"{key}.body")
        points = self._sections(nodes.get("points"), f"{key}.points")
        return SectionFacts(key, body=body, points=points) if body or points else None

    def _section(self, node: Node, key: str) -> SectionFacts:
        self.places[key] = node.place
        mapping = self.check.mapping(node, N_("a section"))
        if mapping is None:
            return SectionFacts(key)
        given = self.check.known(mapping, _SECTION, free=_is_slot)
        nodes = {name: value for name, (_key, value) in given.items()}
        self.places |= {f"{key}.{name}": nodes[name].place for name in SECTION if name in nodes}
        marker = self.check.text(nodes.get("marker"), "marker")
        return SectionFacts(
            key=key,
            marker=("" if marker in NO_MARKER else marker) if "marker" in nodes else None,
            slots=self._slots((entry for name, entry in given.items() if name not in SECTION), key),
            body=self._items(nodes.get("body"), f"{key}.body"),
            points=self._sections(nodes.get("points"), f"{key}.points"),
        )

    def _slots(self, entries: Iterable[tuple[Scalar, Node]], key: str) -> dict[str, Given]:
        slots: dict[str, Given] = {}
        for name, value in entries:
            if not usable_name(name.text):
                message = _("“{name}” cannot be a slot's name").format(name=name.text)
                self.check.note(name.place, message, _("A name has letters or characters, no spaces or signs"))
                continue
            self.places[f"{key}.{name.text}:"] = name.place
            given = self._given(value, f"{key}.{name.text}")
            if given:
                slots[name.text] = given
        return slots

    def _items(self, node: Node | None, key: str) -> tuple[Item, ...]:
        found: list[Item] = []
        for number, item in enumerate(self.check.items(node)):
            address = f"{key}[{number}]" if isinstance(node, Sequence) else key
            if isinstance(item, Scalar):
                found += self._paragraphs(item, address)
            else:
                found += self._deed(item, address)
        return tuple(found)

    def _loose(self, node: Node | None) -> tuple[Words, ...]:
        """Notes without a place yet: texts, of which one of several lines is several notes."""
        found: list[Words] = []
        for number, scalar in self._scalars(node, "loose"):
            found += self._paragraphs(scalar, f"loose[{number}]")
        return tuple(found)

    def _paragraphs(self, scalar: Scalar, key: str) -> list[Words]:
        """A text of several lines is several paragraphs."""
        words, offset = [], 0
        for number, line in enumerate(scalar.text.split("\n")):
            text = line.strip()
            if text:
                address = f"{key}.{number + 1}" if "\n" in scalar.text.strip() else key
                self.places[address] = scalar.at(offset)
                words.append(Words(self.check.pattern(scalar, text, offset + line.index(text)), address))
            offset += len(line) + 1
        return words

    def _deed(self, node: Node, key: str) -> list[Deed]:
        mapping = self.check.mapping(node, N_("a fact"))
        if mapping is None:
            return []
        if len(mapping.entries) != 1:
            message = _("a fact has one kind, here are {n} keys").format(n=len(mapping.entries))
            advice = _("Write “- 做法: {{做: …, 次数: …}}”: one kind, its facts indented under it")
            self.check.note(mapping.place, message, advice.format())
            return []
        kind, value = mapping.entries[0]
        self.places[f"{key}.{kind.text}"] = kind.place
        slots = self.check.mapping(value, N_("the facts of “{kind}”"), kind=kind.text)
        if slots is None:
            return []
        return [Deed(kind.text, self._slots(slots.entries, f"{key}.{kind.text}"), f"{key}.{kind.text}")]

    def _given(self, node: Node, key: str) -> Given | None:
        self.places[key] = node.place
        if isinstance(node, Scalar):
            return self._words(node, key) if node.text.strip() else None
        if isinstance(node, Sequence):
            scalars = [(n, scalar) for n, scalar in self._scalars(node, key) if scalar.text.strip()]
            items = tuple(self._words(scalar, f"{key}[{n}]") for n, scalar in scalars)
            return Listing(items, key) if items else None
        self.check.text(node, N_("“{name}”"), name=key.rsplit(".", 1)[-1])
        return None

    def _words(self, scalar: Scalar, key: str) -> Words:
        self.places[key] = scalar.place
        text = scalar.text.strip()
        if "\n" in text:
            message, advice = _("one line is expected here"), _("Several paragraphs belong into body:")
            self.check.note(scalar.place, message, advice)
        return Words(self.check.pattern(scalar, text, scalar.text.find(text)), key)

    def _scalars(self, node: Node | None, what: str) -> list[tuple[int, Scalar]]:
        return list(enumerate(self.check.scalars(node, what)))


def _is_slot(key: str) -> bool:
    """Slots are Chinese; an unknown key in Latin letters is a slip in a structural key."""
    return not key.isascii() and usable_name(key)
