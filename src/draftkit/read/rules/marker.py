"""查什么: 层次序数：段首的、句中的，按其顺序辨认。 依据: GB/T 9704 7.3.3；实务。

A marker counts where it stands at a row's start, or where its neighbour in the sequence is there too:
“第一阶段”, “一、二、三产业” and a lone “首先，” are none.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from draftkit.read.page import OUTLINED, Head, Piece, Pieces, speeches_of
from draftkit.tree import Placement
from draftkit.zh.marker import LAST, Marker, markers_in

NUMBERED = frozenset(("01", "一、", "（一）", "1.", "1、", "（1）", "①", "1）", "第一部分"))
"""Families of numbered headings; the others are those of points, which are said."""

_AFTER_STOP = frozenset('。；！？：;:!?…”"）)】》')
_LEAD = re.compile(
    r"(?:“[^”]{0,60}”|‘[^’]{0,60}’|\"[^\"]{0,60}\"|《[^》]{0,80}》|（[^）]{0,80}）|\([^)]{0,80}\)|「[^」]{0,60}」|[^。：；，！？,:;!?])*"
)
_SENTENCE = re.compile(r"[^。]*")
_TRIM = "：；，、,:; \t\u3000"
ALONE = 60
"""Characters that a 第一， on a line of its own has at most to be a heading (our own)."""

Found = tuple[int, Marker]
"""A marker, and the number of the piece in which it stands."""


def find_markers(pieces: Pieces) -> list[Piece]:
    """Give each piece of text the headings and points that its markers open; levels come later."""
    result = list(pieces)
    for start, end in speeches_of(pieces):
        rows = [number for number in range(start, end) if pieces[number].role == ""]
        found = [(number, marker) for number in rows for marker in markers_in(pieces[number].text)]
        kept = _in_sequence([one for one in found if _anchored(pieces[one[0]].text, one[1])])
        for number, group in groupby(kept, key=itemgetter(0)):
            markers = [marker for _, marker in group]
            result[number] = pieces[number].headed(_heads(pieces[number], markers))
    return result


def lead_of(text: str, start: int) -> int:
    """Return where the first clause from `start` on ends; a comma in quotation marks or brackets ends none."""
    found = _LEAD.match(text, start)
    return found.end() if found else start


def _anchored(text: str, marker: Marker) -> bool:
    if marker.first:
        return True
    if marker.family == "01" or (text[marker.end - 1] in ".．，" and marker.family == "一、"):
        return False
    before = text[max(0, marker.start - 4) : marker.start].rstrip()[-1:]
    if marker.family in NUMBERED or marker.family == "首先，":
        return before in _AFTER_STOP and not (marker.family in ("1.", "1、") and before in '”"')
    return True


def _in_sequence(found: Sequence[Found]) -> list[Found]:
    """Keep a marker that opens its row, or has the one before or after it in the sequence."""
    kept: list[Found] = []
    last: dict[str, int] = {}
    latest = {(marker.family, marker.number): place for place, (_, marker) in enumerate(found)}
    for place, (number, marker) in enumerate(found):
        family, count = marker.family, marker.number
        follows = last.get(family) is not None and (
            count == last[family] + 1 or (count == LAST and last[family] > 1)
        )
        followed = latest.get((family, count + 1), -1) > place
        if follows or _opens(marker, followed):
            kept.append((number, marker))
            last[family] = count
    return kept


def _opens(marker: Marker, followed: bool) -> bool:
    """Whether a marker counts without one before it; `followed`: the next of its sequence comes later."""
    family, count = marker.family, marker.number
    if marker.bare:
        return False
    if marker.first and (family in NUMBERED or family in ("一是", "第一，")):
        return True
    if count > 1 and not marker.first:
        return False
    return family == "一是" or followed


def _heads(piece: Piece, markers: Sequence[Marker]) -> tuple[Head, ...]:
    heads = []
    for place, marker in enumerate(markers):
        limit = markers[place + 1].start if place + 1 < len(markers) else len(piece.text)
        end = min(_end(piece.text, marker), limit)
        after = piece.text[marker.end : end]
        bare = after.lstrip()
        words = marker.end + len(after) - len(bare)
        end = words + len(bare.rstrip(_TRIM))
        alone = marker.first and len(piece.text) - end <= 1
        placement: Placement = "line" if alone else "run-in" if marker.first else "within"
        heads.append(
            Head(
                piece.start + marker.start,
                piece.start + words,
                piece.start + end,
                marker.family,
                marker.number,
                0,
                placement,
            )
        )
    return tuple(heads)


def _end(text: str, marker: Marker) -> int:
    """Return where the words of a heading end: at the first 。 or, of a point, at the first stop or comma."""
    numbered = marker.family in NUMBERED and (marker.first or marker.family in ("一、", "（一）", "第一部分"))
    if marker.family == "第一，" and marker.first:
        sentence = _SENTENCE.match(text, marker.end)
        numbered = sentence is not None and len(text) - sentence.end() <= 1 and len(text) <= ALONE
    if numbered:
        found = _SENTENCE.match(text, marker.end)
        return found.end() if found else len(text)
    return lead_of(text, marker.end)


def is_numbered(head: Head) -> bool:
    """Tell whether a heading is one of those that part a speech: numbered, or of a file's own outline."""
    return head.family in NUMBERED or head.family[:1] == OUTLINED
