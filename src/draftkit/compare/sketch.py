"""What is compared of a draft: small, so that many can be held and sent between processes."""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from struct import unpack
from typing import NamedTuple

from draftkit.lines import Line, lines_of
from draftkit.tree import Document, Filled, Inline, Text, text_of
from draftkit.zh.sentence import sentences

RUN = 6
"""Characters of a run (the issue's measure)."""
SHORTEST = 12
"""Characters of a sentence that is worth telling, its mark included (ours)."""

EXACT = 100
"""Drafts of a batch up to which whole texts are compared run by run; in a larger one by an eighth of the runs,
those with the least hashes (ours)."""
_EIGHTH, _ALL = 1 << 29, 1 << 32

_LANE = 64
_WEIGHTS = (0xB5297A4D1F, 0x68E31DA4C3, 0x1B56C4E9B7, 0xC2B2AE3D27, 0x9E3779B97F, 0xD6E8FEB865)
_KERNEL = sum(weight << _LANE * place for place, weight in enumerate(_WEIGHTS))
"""A text whose characters are the digits of one number, 64 bits each, is multiplied by this: the digits of the
product are sums over six characters, each weighted by its place. That is faster than run by run. With weights
of five bytes no sum runs over into the next digit."""

_NUMBER = re.compile(r"\d[\d,.]*")
_MARKS = re.compile(r"[^\w○]+")
_HEAD = frozenset(("title", "subtitle", "byline", "date", "salutation", "signoff"))


class Sketch(NamedTuple):
    """What is compared of a draft: sorted hashes of the runs of its frames' words and of its whole text (an
    eighth of these in a large batch), the frames' words of its opening and closing (○ for the user's), its
    sentences with numbers and names masked."""

    name: str
    frame: "array[int]"
    text: "array[int]"
    opening: str
    closing: str
    sentences: tuple[str, ...]


def sketch_of(name: str, document: Document, names: Iterable[str] = (), total: int = 0) -> Sketch:
    """Return the sketch of a draft by its name in the report, for a batch of `total`; `names` are the street's
    own, which are masked.

    The head of the speech, its salutation and its signoff are left out: they are alike by protocol.
    """
    lines = [line for speech in document.speeches for line in lines_of(speech) if line.role not in _HEAD]
    masks = sorted({one for one in names if one}, key=len, reverse=True)
    said = [_masked(line.text, masks) for line in lines]
    return Sketch(
        name,
        _runs(_framed(lines)),
        _runs((_MARKS.sub("", line) for line in said), bound_of(total)),
        _part(lines, "opening", masks),
        _part(lines, "closing", masks),
        tuple(one for line in said for one in sentences(line) if len(one) >= SHORTEST),
    )


def bound_of(total: int) -> int:
    """Return the number below which are the hashes of whole texts that are compared in a batch of `total`."""
    return _EIGHTH if total > EXACT else _ALL


def _runs(lines: Iterable[str], bound: int = _ALL) -> "array[int]":
    """Return the sorted hashes below a bound of the runs within lines; a line shorter than a run has none.

    Four bytes each: that another run of a draft of 3,000 characters falls on the same is one in a million.
    """
    found: set[int] = set()
    for line in lines:
        if len(line) >= RUN:
            found.update(_hashes(line))
    return array("I", sorted(one for one in found if one < bound) if bound < _ALL else sorted(found))


def _hashes(line: str) -> Sequence[int]:
    """Return the hashes of the runs of a line in their order: the four middle bytes of each sum."""
    digits = int.from_bytes("\0".join(line).encode("utf-32-le"), "little")
    sums = (digits * _KERNEL >> _LANE // 4).to_bytes((len(line) + RUN) * _LANE // 8, "little")
    return unpack(f"<{'I4x' * (len(line) - RUN + 1)}", sums[(RUN - 1) * _LANE // 8 : len(line) * _LANE // 8])


def _framed(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the frames' words of each line, without punctuation; what is the user's in between is one ○."""
    for line in lines:
        yield re.sub("○+", "○", _MARKS.sub("", "".join(_frame_words(line.inlines))))


def _frame_words(inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        origin = inline.origin
        frame = origin.frame if isinstance(origin, Filled) else ""
        if frame != "punctuation":
            framed = isinstance(inline, Text) and "/" in frame and not frame.startswith("filter/")
            yield inline.text if framed else "○"


def _part(lines: Iterable[Line], part: str, masks: Sequence[str]) -> str:
    """Return the frames' words of an opening or a closing; the masked text where it is all the user's own."""
    stretches = (stretch for line in lines for stretch in line.stretches if stretch.part == part)
    inlines = [inline for stretch in stretches for inline in stretch.inlines]
    words = re.sub("○+", "○", "".join(_frame_words(inlines)))
    return words if words.strip("○") else _masked(text_of(inlines), masks)


def _masked(text: str, masks: Iterable[str]) -> str:
    for name in masks:
        text = text.replace(name, "○")
    return _NUMBER.sub("0", text)
