"""A folder of frames that is mined into again: what is new, what has changed, what a person has edited.

A list beside the frames has the digest of each as it was mined; a frame with another digest was edited. While
frames are being written it has those of before as well.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal, NamedTuple, TypeVar

from draftkit.frame import Frame, Skeleton, id_of, kind_of, wordings_of
from draftkit.mine.pattern_name import numbered

LIST = "mined.txt"
"""The name of the list: a line for each mined frame, its digest and its id."""
What = Literal["new", "changed", "same", "edited", "gone"]
AnyFrame = TypeVar("AnyFrame", bound=Frame)


class Entry(NamedTuple):
    """A frame of the folder: its id, what has become of it, and its text ("" for one that stays as it is)."""

    frame: str
    what: What
    text: str = ""


def placed(frame: AnyFrame, shelf: Mapping[str, Frame]) -> AnyFrame:
    """Return a frame under a name that no other frame of the shelf has; one that is there is left as it is."""
    number = 1
    while True:
        named = replace(frame, name=numbered(frame.name, number))
        there = shelf.get(id_of(named))
        if there is None or same(named, there):
            return named
        number += 1


def same(frame: Frame, other: Frame) -> bool:
    """Whether a frame can stand for another: the same words and slots, the other's open to any words;
    skeletons, the same shapes and parts."""
    if isinstance(frame, Skeleton) and isinstance(other, Skeleton):
        mine, yours = ((f.parts, f.sections, f.passages, f.as_written) for f in (frame, other))
        return mine == yours
    closed = any(spec.choices for spec in other.slots.values())
    return not closed and (kind_of(frame), wordings_of(frame)) == (kind_of(other), wordings_of(other))


def digest(text: str) -> str:
    """Return by what a frame's text is known again."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


Digests = Mapping[str, frozenset[str]]
"""By the ids of frames, the digest that each was mined with; two where a mining was broken off."""


def read_list(text: str) -> dict[str, frozenset[str]]:
    """Return the digests of a list; lines that are none are passed over."""
    found: dict[str, frozenset[str]] = {}
    for row in (line.split(maxsplit=1) for line in text.splitlines()):
        if len(row) == 2:
            found[row[1]] = found.get(row[1], frozenset()) | {row[0]}
    return found


def write_list(entries: Iterable[Entry], before: Digests, begun: bool = False) -> str:
    """Return the list after a mining: the digests of what was mined, of what stays as it is the old ones. Of a
    mining that is only begun it has both."""
    after = {
        entry.frame: frozenset({digest(entry.text)}) if entry.text else before.get(entry.frame, frozenset())
        for entry in entries
    }
    lists = (before, after) if begun else (after,)
    rows = {(frame, mark) for digests in lists for frame, marks in digests.items() for mark in marks}
    return "".join(f"{mark} {frame}\n" for frame, mark in sorted(rows))


def compared(mined: Mapping[str, str], there: Mapping[str, str], before: Digests) -> list[Entry]:
    """Return what becomes of each frame, by ids: `mined` texts, texts `there` in the folder, digests `before`.

    What a person edited stays, and so does what is no longer found; the rest is written anew.
    """
    found = []
    for frame in sorted({*mined, *before}):
        text, old = mined.get(frame, ""), there.get(frame)
        edited = old is not None and digest(old) not in before.get(frame, ())
        if not text:
            found += [Entry(frame, "gone")] if old is not None else []
        elif old is None:
            found.append(Entry(frame, "new", text))
        elif old == text:
            found.append(Entry(frame, "same", text))
        else:
            found.append(Entry(frame, "edited") if edited else Entry(frame, "changed", text))
    return found
