"""Where lines end: what fits, what may not begin or end a line, what hangs, what is not broken (行尾禁则)."""

from bisect import bisect_right

from draftkit.write.setters import HAN, HANGING, Measured, Setter

_PAIRED = frozenset("—…")
"""Marks of two characters, which are not broken."""
_EDGE = 0.5
"""Twips: what ends right at the edge does not fit (measured in LibreOffice 7.4)."""


def line_starts(
    text: str, line: Measured, setter: Setter, tracking: int, first: float, room: float, slack: float = 0.0
) -> list[int]:
    """Return the numbers of the characters with which the lines of a text begin, the first one's 0 included.

    `first` and `room` are the twips of the first line and of each other, `slack` is what more may fit. A line
    has a character at least, whatever the rules.
    """
    starts = [0]
    place, width = 0, first
    while True:
        before = line.ends[place - 1] + line.starts.get(place, tracking) if place else 0.0
        cut = bisect_right(line.ends, before + width + slack - _EDGE, place)
        if cut >= len(text):
            return starts
        place, width = _turn(text, line, setter, place, max(cut, place + 1)), room
        while text[place : place + 1] == " ":
            place += 1
        if place >= len(text):
            return starts
        starts.append(place)


def _turn(text: str, line: Measured, setter: Setter, place: int, cut: int) -> int:
    """Return where a line that begins at `place` and has room up to `cut` ends."""
    if cut >= len(text):
        return cut
    end = cut
    # Measured in LibreOffice 7.4: no Chinese mark hangs that begins a piece, nor another one that does not.
    if text[end] in HANGING and (not setter.pieces or (end in line.starts) is (text[end] < HAN)):
        end += 1
    while end > place and end < len(text) and not _may_turn(text, end, line, setter):
        end -= 1
    return end if end > place else cut


def _may_turn(text: str, end: int, line: Measured, setter: Setter) -> bool:
    """Whether a line may end before the character `end`."""
    last, first = text[end - 1], text[end]
    if first in setter.first or last in setter.last:
        return False
    if _is_latin(last) and _is_latin(first):
        return last == "," and first.isalpha()
    # Measured in LibreOffice 7.4: after 5%， no line begins with a digit or with “.
    if (
        setter.pieces
        and end - 1 in line.starts
        and last in setter.first
        and (_is_latin(first) or first in "“‘")
    ):
        return False
    return last != first or last not in _PAIRED


def _is_latin(character: str) -> bool:
    return "!" <= character <= "~" or character == "·"
