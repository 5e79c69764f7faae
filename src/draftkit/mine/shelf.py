"""Where a mined frame stands among those that are there already."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from draftkit.frame import Frame, Skeleton, id_of, kind_of, wordings_of
from draftkit.mine.pattern_name import numbered

AnyFrame = TypeVar("AnyFrame", bound=Frame)


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
    """Whether two frames have the same fixed words and slots in the same order, whatever else is said of them;
    skeletons, the same shapes."""
    if isinstance(frame, Skeleton) and isinstance(other, Skeleton):
        mine, yours = ((f.parts, f.sections, f.passages, f.as_written) for f in (frame, other))
        return mine == yours
    return kind_of(frame) == kind_of(other) and wordings_of(frame) == wordings_of(other)
