"""The speech's own topic among the fixed words of a pattern becomes the slot 主题 (our own).

Nothing in one speech tells that a word which all siblings have is the topic, but the title repeats it.
"""

from collections.abc import Sequence

from draftkit.induction.boundaries import cuts
from draftkit.induction.marks import MARKS, plain
from draftkit.induction.rendering import Gap, Piece
from draftkit.zh.verbs import VERB

LEAST = 2
"""Characters of a topic at least: one character is chance."""
LONG = 4
"""Characters from which a stretch that the title has too is no chance, wherever the segmenter cuts it."""


def demoted(pieces: Sequence[Piece], theme: Sequence[str]) -> list[Piece]:
    """Return the pieces with the topic as a slot; beside another slot it becomes part of that one.

    Nothing changes where no other fixed words than marks would be left.
    """
    rows = next((len(piece.values) for piece in pieces if isinstance(piece, Gap)), 0)
    topics = {
        number: topic for number, piece in enumerate(pieces) if (topic := _topic(piece, theme, not number))
    }
    longest = max(topics.values(), key=lambda topic: (len(topic), topic), default="")
    found: list[Piece] = []
    for number, piece in enumerate(pieces):
        topic = topics.get(number, "")
        if not topic or not isinstance(piece, str):
            found.append(piece)
            continue
        left, _, right = piece.partition(topic)
        new: list[Piece] = [left, Gap((topic,) * rows, topic == longest), right]
        found += [one for one in new if one]
    merged = _merged(found)
    return merged if any(isinstance(piece, str) and set(piece) - MARKS for piece in merged) else list(pieces)


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else ""
        if isinstance(piece, Gap) and isinstance(last, Gap):
            merged[-1] = Gap(tuple(a + b for a, b in zip(last.values, piece.values, strict=True)))
        else:
            merged.append(piece)
    return merged


def _topic(piece: Piece, theme: Sequence[str], opens: bool) -> str:
    """The longest words that a fixed piece has in common with the title, no verb that opens a clause."""
    if not isinstance(piece, str):
        return ""
    words = plain(piece)
    for length in range(len(words), LEAST - 1, -1):
        for start in range(len(words) - length + 1):
            one = words[start : start + length]
            head = words[start - 1] in MARKS if start else opens
            if set(one) & MARKS or (head and VERB.match(one)):
                continue
            if any(_whole(words, start, plain(title), length) for title in theme):
                return piece[start : start + length]
    return ""


def _whole(words: str, start: int, title: str, length: int) -> bool:
    """Whether a stretch of fixed words stands in the title and begins and ends with a word, here or there."""
    there = title.find(words[start : start + length])
    if there < 0:
        return False
    if length >= LONG:
        return True
    ends = [(start + place in cuts(words)) or (there + place in cuts(title)) for place in (0, length)]
    return all(ends)
