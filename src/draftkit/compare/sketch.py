"""What is compared of a draft: small, so that many can be held and sent between processes."""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from draftkit.lines import Line, Span, lines_of
from draftkit.tree import Document, Filled, Text
from draftkit.zh.sentence import sentences

RUN = 6
"""Characters of a run (the issue's measure)."""
SHORTEST = 12
"""Characters of a sentence that is worth telling, its mark included (ours)."""

_NUMBER = re.compile(r"\d[\d,.]*")
_MARKS = re.compile(r"[^\w○]+")
_HEAD = frozenset(("title", "subtitle", "byline", "date", "salutation", "signoff"))


class Sketch(NamedTuple):
    """What is compared of a draft: sorted hashes of the runs of its frames' words and of its whole text, the
    frames' words of its opening and closing (○ for the user's), its sentences with numbers and names masked."""

    name: str
    frame: "array[int]"
    text: "array[int]"
    opening: str
    closing: str
    sentences: tuple[str, ...]


def sketch_of(name: str, document: Document, names: Iterable[str] = ()) -> Sketch:
    """Return the sketch of a draft by its name in the report; `names` are the street's own, which are masked.

    The head of the speech, its salutation and its signoff are left out: they are alike by protocol.
    """
    lines = [line for speech in document.speeches for line in lines_of(speech) if line.role not in _HEAD]
    masks = sorted({one for one in names if one}, key=len, reverse=True)
    said = [_masked(line.text, masks) for line in lines]
    return Sketch(
        name,
        _runs(_framed(lines)),
        _runs(_MARKS.sub("", line) for line in said),
        _part(lines, "opening", masks),
        _part(lines, "closing", masks),
        tuple(one for line in said for one in sentences(line) if len(one) >= SHORTEST),
    )


def _runs(lines: Iterable[str]) -> "array[int]":
    """Return the sorted hashes of the runs within lines; a line shorter than a run has none.

    Four bytes each: that another run of a draft of 3,000 characters falls on the same is one in a million.
    """
    found: set[int] = set()
    for line in lines:
        raw = line.encode("utf-32-le")
        found.update(crc32(raw[place : place + 4 * RUN]) for place in range(0, len(raw) - 4 * RUN + 1, 4))
    return array("I", sorted(found))


def _framed(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the frames' words of each line, without punctuation; what is the user's in between is one ○."""
    for line in lines:
        yield re.sub("○+", "○", _MARKS.sub("", "".join(_frame_words(line.spans))))


def _frame_words(spans: Iterable[Span]) -> Iterator[str]:
    for span in spans:
        origin = span.inline.origin
        frame = origin.frame if isinstance(origin, Filled) else ""
        if frame != "punctuation":
            framed = isinstance(span.inline, Text) and "/" in frame and not frame.startswith("filter/")
            yield span.inline.text if framed else "○"


def _part(lines: Iterable[Line], part: str, masks: Sequence[str]) -> str:
    """Return the frames' words of an opening or a closing; the masked text where it is all the user's own."""
    spans = [span for line in lines for span in line.spans if span.part == part]
    words = re.sub("○+", "○", "".join(_frame_words(spans)))
    return words if words.strip("○") else _masked("".join(span.inline.text for span in spans), masks)


def _masked(text: str, masks: Iterable[str]) -> str:
    for name in masks:
        text = text.replace(name, "○")
    return _NUMBER.sub("0", text)
