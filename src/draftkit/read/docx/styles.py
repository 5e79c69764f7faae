"""What styles.xml says of a paragraph and of words: role, outline level, list; draftkit's own styles by name.

Word and WPS rewrite the ids of styles when they save and keep the names, so names come before ids.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple, TypeVar
from xml.etree.ElementTree import Element

from draftkit.lines import LineRole, Part
from draftkit.ooxml.markup import W, switched_on, value, whole_number
from draftkit.ooxml.style_names import STYLE_NAMES, folded, heading_level
from draftkit.read.source import CONTENTS, COVER, MarkKind

_T = TypeVar("_T")

BODY_LEVEL = 9
"""The w:outlineLvl of body text."""

_HEADING = re.compile("(?:heading|标题) *([1-9])")
_HEADS: dict[str, LineRole] = {"title": "title", "标题": "title", "subtitle": "subtitle", "副标题": "subtitle"}

_OURS = ({"对偶句", "要点1"}, {"couplethalf", "point1"})
_ROLES: dict[str, tuple[LineRole, Part]] = {
    "Title": ("title", ""),
    "Subtitle": ("subtitle", ""),
    "Byline": ("byline", ""),
    "Date": ("date", ""),
    "Salutation": ("salutation", ""),
    "Closing": ("signoff", ""),
    "Greeting": ("paragraph", "greeting"),
    "Opening": ("paragraph", "opening"),
    "NextSteps": ("paragraph", "closing"),
    "Normal": ("paragraph", ""),
}
_ASIDES = {
    **dict.fromkeys(("ContentsHeading", "Contents1", "Contents2"), CONTENTS),
    **dict.fromkeys(("CollectionTitle", "CollectionUnit", "CollectionDate"), COVER),
}
_OUR_ASIDES = {name: aside for style, aside in _ASIDES.items() for name in STYLE_NAMES[style]}
# A draft may be set in an office's own template: its styles then have the office's names.
_OUR_ROLES = {name: role for style, role in _ROLES.items() for name in STYLE_NAMES[style]}
_OUR_HEADINGS = re.compile("(?:(?:heading|标题) *([1-9]) *(?:char|字符)|(?:要点|point)([1-9]))")
_OUR_MARKS: dict[str, tuple[MarkKind, int]] = {
    "对偶句": ("half", 0),
    "couplethalf": ("half", 0),
    "问候语 char": ("greeting", 0),
    "问候语 字符": ("greeting", 0),
    "greetingchar": ("greeting", 0),
}


class Numbered(NamedTuple):
    """The list that a paragraph is in and its level there, None where it is not said."""

    list: str | None = None
    level: int | None = None

    def over(self, base: "Numbered") -> "Numbered":
        """Return what this says, and what the base says where this is silent."""
        if self == base:
            return base
        return Numbered(_first(self.list, base.list), _first(self.level, base.level))


_UNNUMBERED = Numbered()


class Style(NamedTuple):
    """A style with all that it inherits. `level` counts from 1, 0 is body text, None is not said; `aside` names
    what stands apart from the speeches of a 汇编."""

    role: LineRole | None = None
    part: Part = ""
    level: int | None = None
    hidden: bool | None = None
    numbered: Numbered = _UNNUMBERED
    mark: tuple[MarkKind, int] | None = None
    aside: str = ""


class Styles:
    """The styles of a document by their ids; an id that is not defined may still be a name that says all."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall(f"{W}style")
        self._elements = {style.get(f"{W}styleId", ""): style for style in found}
        names = {name for id_, style in self._elements.items() for name in _names(id_, style)}
        self.own = any(ours <= names for ours in _OURS)
        """Whether the file is one of draftkit's, whose styles tell the role of every paragraph."""
        self._known: dict[str, Style] = {}
        self._default = next((id_ for id_, style in self._elements.items() if _is_default(style)), "")

    def of_paragraph(self, id_: str) -> Style:
        """Return the style of a paragraph that names this one, "" for none."""
        return self.of(id_ or self._default)

    def of(self, id_: str) -> Style:
        """Return the style with this id."""
        chain: list[str] = []
        while id_ not in self._known:
            chain.append(id_)
            self._known[id_] = Style()  # what a ring of styles finds when it comes back to this one
            id_ = value(self._elements.get(id_), "basedOn")
        found = self._known[id_]
        for one in reversed(chain):
            found = self._known[one] = self._with_base(one, found)
        return found

    def _with_base(self, id_: str, base: Style) -> Style:
        element = self._elements.get(id_)
        names = _names(id_, element)
        properties, words = (None if element is None else element.find(W + name) for name in ("pPr", "rPr"))
        role, part = self._role(names) or ((base.role, base.part) if self.own else (None, ""))
        named = next(filter(None, map(self._heading, names)), None)
        hidden = None if words is None else switched_on(words.find(f"{W}vanish"))
        return Style(
            role,
            part,
            _first(outline(properties), _first(named, base.level)),
            _first(hidden, base.hidden),
            numbered(properties).over(base.numbered),
            self._mark(names, value(element, "link")) or base.mark,
            self._aside(names) or base.aside,
        )

    def _aside(self, names: Iterable[str]) -> str:
        return (
            next((_OUR_ASIDES[name] for name in map(folded, names) if name in _OUR_ASIDES), "")
            if self.own
            else ""
        )

    def _role(self, names: Iterable[str]) -> tuple[LineRole | None, Part] | None:
        for name in names:
            if name in _HEADS:
                return _HEADS[name], ""
            if self.own and folded(name) in _OUR_ROLES:
                return _OUR_ROLES[folded(name)]
            if self._heading(name):
                return None, ""
        return None

    def _mark(self, names: Iterable[str], linked: str) -> tuple[MarkKind, int] | None:
        """Return what words in this style are: by its name, else by the paragraph style that it belongs to."""
        for name in names:
            if name in _OUR_MARKS:
                return _OUR_MARKS[name]
        level = _level_in(_OUR_HEADINGS, names)
        if level is None and linked:
            level = next(filter(None, map(self._heading, _names(linked, self._elements.get(linked)))), None)
        return ("heading", level) if level else None

    def _heading(self, name: str) -> int | None:
        return heading_level(name) if self.own else _level_in(_HEADING, (name,))


def outline(properties: Element | None) -> int | None:
    """Return the outline level that a w:pPr says, counted from 1, 0 for body text; None if it says none."""
    level = whole_number(value(properties, "outlineLvl"))
    if level is None or not 0 <= level <= BODY_LEVEL:
        return None
    return 0 if level == BODY_LEVEL else level + 1


def numbered(properties: Element | None) -> Numbered:
    """Return the list and the level in it that a w:pPr says."""
    found = None if properties is None else properties.find(f"{W}numPr")
    if found is None:
        return _UNNUMBERED
    return Numbered(value(found, "numId") or None, whole_number(value(found, "ilvl")))


def _first(one: _T | None, other: _T | None) -> _T | None:
    return other if one is None else one


def _names(id_: str, element: Element | None) -> tuple[str, ...]:
    return value(element, "name").partition(",")[0].strip().lower(), id_.lower()


def _level_in(pattern: re.Pattern[str], names: Iterable[str]) -> int | None:
    found = next(filter(None, map(pattern.fullmatch, names)), None)
    return int(next(filter(None, found.groups()))) if found else None


def _is_default(style: Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")
