"""Which text element of a .docx holds each character of its source: what a correction or a comment hangs on."""

from typing import NamedTuple

from draftkit.ooxml.markup import W
from draftkit.read.docx import walked


class Anchor(NamedTuple):
    """Characters of the source from `start` to `end`: they stand in the text element (w:t) with this number
    of the document part, counted from 0, from its character `first` on."""

    start: int
    end: int
    element: int
    first: int


def anchors_of(raw: bytes, name: str) -> tuple[Anchor, ...]:
    """Return the anchors of a .docx in the order of its text; counted numbers and signs have none.

    Raises CannotRead as reading does.
    """
    _source, sheet, root = walked(raw, name)
    numbers = {id(element): number for number, element in enumerate(root.iter(f"{W}t"))}
    return tuple(
        Anchor(start, end, numbers[id(element)], first)
        for start, end, element, first in sheet.held
        if id(element) in numbers
    )
