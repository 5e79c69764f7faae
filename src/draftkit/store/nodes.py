"""What YAML and JSON have in common: text, lists and mappings, each with its place. All scalars are text."""

import re
from collections.abc import Callable
from typing import NamedTuple

from draftkit.errors import Place, Problem
from draftkit.messages import _

DEEPEST = 30
LARGEST = 5_000_000
"""Bounds on a file: how deep it nests, how many characters it has (ours: no facts file comes near)."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


Span = tuple[int, int]
"""Where a node of YAML begins and ends in its text, in characters from 0; a node of JSON has none."""


class Scalar(NamedTuple):
    """Text as typed. `block_indent` is the indent of a block scalar, None for text on the key's line."""

    text: str
    place: Place
    quoted: bool = False
    block_indent: int | None = None
    span: Span = (0, 0)

    def at(self, offset: int) -> Place:
        """Return the place of the character at `offset`; in a workbook that is the cell."""
        if self.place.sheet:
            return self.place
        if self.block_indent is None:
            return Place(self.place.file, self.place.line, self.place.column + offset + self.quoted)
        before = self.text[:offset]
        column = offset - (before.rfind("\n") + 1) + self.block_indent + 1
        return Place(self.place.file, self.place.line + 1 + before.count("\n"), column)


class Sequence(NamedTuple):
    """A list; `flow` is one in brackets."""

    items: tuple["Node", ...]
    place: Place
    span: Span = (0, 0)
    flow: bool = False


class Mapping(NamedTuple):
    """Keys and values in the order of the file; no key stands twice. `flow` is one in braces."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place
    span: Span = (0, 0)
    flow: bool = False

    def get(self, key: str) -> "Node | None":
        """Return the value of a key, None where it is not there."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


def unprintable(scalar: Scalar) -> Problem | None:
    """Return the problem of a text with a character that no document can hold, None for a good one."""
    return unprintable_in(scalar.text, scalar.at)


def unprintable_in(text: str, at: Callable[[int], Place]) -> Problem | None:
    """Return the problem of a text as `unprintable` does; `at` gives the place of a character by its number."""
    found = _UNPRINTABLE.search(text)
    if not found:
        return None
    message = _("character U+{code:04X} cannot stand in a document").format(code=ord(found[0]))
    return Problem(at(found.start()), message, _("Delete it"))


def repeated(key: Scalar, first: Scalar) -> Problem:
    """Return the problem of a key that stands twice in one mapping."""
    message = _("“{key}” stands twice (first in line {line})").format(key=key.text, line=first.place.line)
    return Problem(key.place, message, _("Keep one of the two"))


def too_deep(place: Place) -> Problem:
    """Return the problem of a file that nests too deep."""
    return Problem(place, _("nested deeper than {n} levels").format(n=DEEPEST), _("Write it flatter"))


def too_large(file: str) -> Problem:
    """Return the problem of a file that is too large."""
    message = _("the file has more than {n} characters").format(n=LARGEST)
    return Problem(Place(file), message, _("Is it the right file?"))
