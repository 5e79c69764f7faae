"""Where lines end: what fits, what may not begin or end a line, what hangs, what is not broken (行尾禁则)."""

from bisect import bisect_right

from draftkit.write.setters import HAN, HANGING, Measured, Setter

_PAIRED = frozenset("—…")
"""Marks of two characters, between which Word does not break."""
_EDGE = 0.5
"""Twips: what ends right at the edge does not fit (measured in LibreOffice 7.4)."""


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
        cut = bisect_right(line.ends, before + width + setter.slack - _EDGE, place)
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
    begins = end in line.starts
    if (
        setter.pieces
        and end - 1 > place
        and end - 1 in line.starts
        and text[end] in "“‘"
        and text[end - 1] >= HAN
    ):
        end -= 1  # Measured in LibreOffice 7.4: 5%！ does not end a line before “.
    elif text[end] in HANGING and (not setter.pieces or begins is (text[end] < HAN)):
        end += 1  # … and no Chinese mark hangs that begins a piece, nor another one that does not.
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
