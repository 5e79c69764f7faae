"""Where lines end: what fits, what may not begin or end a line, what hangs, what is not broken (行尾禁则)."""

from bisect import bisect_right

from draftkit.write.setters import HAN, HANGING, Measured, Setter

_PAIRED = frozenset("—…")
"""Marks of two characters, between which Word does not break."""
_SLACK = 0.01


def line_starts(
    text: str, line: Measured, setter: Setter, tracking: int, first: float, room: float
) -> list[int]:
    """Return the numbers of the characters with which the lines of a text begin, the first one's 0 included.

    `first` and `room` are the twips of the first line and of each other. A line has a character at least,
    whatever the rules.
    """
    starts = [0]
    place, width = 0, first
    while True:
        before = line.ends[place - 1] + line.starts.get(place, tracking) if place else 0.0
        cut = bisect_right(line.ends, before + width + _SLACK, place)
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
    # Measured in LibreOffice 7.4: no Chinese mark hangs that begins a piece, and no other that does not.
    if text[end] in HANGING and (not setter.pieces or (end in line.starts) is (text[end] < HAN)):
        end += 1
    while end > place and end < len(text) and not _may_turn(text[end - 1], text[end], setter):
        end -= 1
    return end if end > place else cut


def _may_turn(last: str, first: str, setter: Setter) -> bool:
    """Whether a line may end with the one character and the next begin with the other."""
    if first in setter.first or last in setter.last:
        return False
    if "!" <= last <= "~" and "!" <= first <= "~":
        return last == "," and first.isalpha()
    return setter.pieces or last != first or last not in _PAIRED
