"""Where each part of a frame comes from: its own file, or one that it extends."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from draftkit.errors import Place
from draftkit.store.nodes import Mapping, Node, Scalar, Sequence

LONGEST = 36
"""Characters of a part that are shown (ours)."""


class Origin(NamedTuple):
    """A key of a frame: how deep it stands (slots and their keys deeper), its words in short, and its place."""

    depth: int
    key: str
    words: str
    place: Place


def origins(node: Mapping, slots: Collection[str]) -> Iterator[Origin]:
    """Yield the keys of a frame in their order, slots key by key.

    `node` is the frame's with all that it inherits; `slots` are those that it has, inherited ones that it does
    not use left out.
    """
    for key, value in node.entries:
        if key.text != "slots" or not isinstance(value, Mapping):
            yield Origin(0, key.text, _short(value), key.place)
            continue
        used = Mapping(tuple(entry for entry in value.entries if entry[0].text in slots), value.place)
        yield Origin(0, key.text, "", key.place)
        yield from _slots(used)


def _slots(slots: Mapping) -> Iterator[Origin]:
    for name, slot in slots.entries:
        entries = slot.entries if isinstance(slot, Mapping) else ()
        yield Origin(1, name.text, "" if entries else _short(slot), name.place)
        yield from (Origin(2, key.text, _short(value), key.place) for key, value in entries)


def _short(node: Node) -> str:
    words = _words(node)
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"


def _words(node: Node) -> str:
    match node:
        case Scalar(text):
            return " ".join(text.split())
        case Sequence(items):
            return "、".join(map(_words, items))
        case Mapping(entries):
            return "，".join(f"{key.text}: {_words(value)}" for key, value in entries)
