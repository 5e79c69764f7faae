"""The files that were read: where the characters of a reading stand in them, and corrections put in there."""

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from draftkit.errors import CannotRead, CannotWrite, Place, Problem
from draftkit.finding import Correction
from draftkit.messages import _
from draftkit.pipeline import opened
from draftkit.read import Reading
from draftkit.read.docx.anchors import anchors_of
from draftkit.read.places import Places
from draftkit.read.text import LINE_END, decoded
from draftkit.review.mend import mended
from draftkit.store.nodes import unprintable_in
from draftkit.tree import Printed

if TYPE_CHECKING:
    from draftkit.write.amend import Stretch


def printable(raw: bytes, path: Path) -> Reading:
    """Read the bytes of a speech of which facts or frames are to be made.

    Raises CannotRead, also for a character that no file of those can hold.
    """
    reading, places = opened(raw, path)
    problem = unprintable_in(places.text, lambda number: places(number)._replace(file=str(path)))
    if problem:
        raise CannotRead([problem])
    return reading


class TextFile:
    """A plain text: its bytes, and the places of its reading. Raises CannotWrite for another kind of file."""

    def __init__(self, raw: bytes, path: Path, places: Places) -> None:
        if places.original is None:
            message = _("this kind of file cannot be corrected here")
            raise CannotWrite([Problem(Place(str(path)), message, _("Save it as .docx or .txt"))])
        self._whole = places.original
        self._text, self._encoding = decoded(raw, path.name)
        self._places = places

    def holds(self, span: Printed) -> bool:
        """Whether the words of a span stand in the file as they were read, with nothing between them."""
        start, end = self._in_file(span)
        return self._whole[start:end] == self._places.text[span.start : span.end]

    def changed(self, corrections: Sequence[Correction]) -> bytes:
        """Return the bytes with the corrections, in the file's own encoding and with its own line ends."""
        moved = (one._replace(span=self._in_file(one.span)) for one in corrections)
        ends = [found[0] for found in LINE_END.finditer(self._text)]
        rows = mended(self._whole, moved).split("\n")
        return "".join(map("".join, zip(rows, [*ends, ""], strict=True))).encode(self._encoding)

    def _in_file(self, span: Printed) -> Printed:
        start = self._places.in_file(span.start)
        return Printed(start, self._places.in_file(span.end - 1) + 1 if span.end > span.start else start)


class WordFile:
    """A Word file: its bytes, and what text elements hold its words. Raises CannotRead."""

    def __init__(self, raw: bytes, path: Path) -> None:
        self._raw = raw
        self._anchors = anchors_of(raw, path.name)
        self._starts = [anchor.start for anchor in self._anchors]

    def holds(self, span: Printed) -> bool:
        """Whether all words of a span stand in text elements; numbers that Word counts itself do not."""
        return span.end - span.start == sum(one.end - one.start for one in self.stretches(span)) > 0

    def changed(self, corrections: Sequence[Correction]) -> bytes:
        """Return the bytes with the corrections, all else as it was."""
        from draftkit.write.amend import Change, changed

        return changed(self._raw, [Change(self.stretches(one.span), one.words) for one in corrections])

    def stretches(self, span: Printed) -> "list[Stretch]":
        """Return the stretches of a span of the source; characters that Word counts itself have none."""
        from draftkit.write.amend import Stretch

        found = []
        for anchor in self._anchors[max(0, bisect_right(self._starts, span.start) - 1) :]:
            if anchor.start >= max(span.end, span.start + 1):
                break
            start, end = max(span.start, anchor.start), min(span.end, anchor.end)
            if start < end:
                first = anchor.first - anchor.start
                found.append(Stretch(anchor.element, start + first, end + first))
        return found
