"""查什么: 讲话末尾转向今后的段落；失去分段的，是那一句。 依据: 实务。

A paragraph that turns to the future inside a section on plans belongs to its section.
"""

import re
from collections.abc import Sequence

from draftkit.read import lexicon
from draftkit.read.page import Piece, Pieces, speeches_of
from draftkit.read.rules.marker import is_numbered
from draftkit.zh.sentence import sentences

_NEXT = re.compile(lexicon.NEXT)
_FUTURE = re.compile(lexicon.FUTURE)
_PLAN = re.compile(lexicon.PLAN)
_CALL = re.compile(
    r"^(?:(?:(?:各位|尊敬的)[^，。！：、]{1,6}|[^，。！：、]{1,7}们)[，、])*(?:[^，。！：、]{1,7}们|各位[^，。！：]{2,6})[，！：]"
    r"|^让我们|^最后"
)
_PAST = re.compile(r"^(?:感谢|谢谢|以上|回顾|总之|综上)")
SHORTEST = 20
LONG_TEXT = 600
"""Characters from which on a row may be a whole text without breaks (our own)."""


def find_closings(pieces: Pieces) -> list[Piece]:
    """Mark the closing of each speech, and what follows it up to the parting words."""
    result: list[Piece] = []
    reached = 0
    for start, end in speeches_of(pieces):
        result += pieces[reached:start]
        result += _closed(list(pieces[start:end]))
        reached = end
    return result + list(pieces[reached:])


def _closed(pieces: list[Piece]) -> list[Piece]:
    rows = [number for number, piece in enumerate(pieces) if piece.role == ""]
    if not rows:
        return pieces
    first = _closing_row(pieces, rows)
    if first is not None:
        return [p._replace(role="closing") if n >= first and p.role == "" else p for n, p in enumerate(pieces)]
    last = rows[-1]
    place = _closing_sentence(pieces[last]) if len(rows) <= 3 and len(pieces[last].text) >= LONG_TEXT else None
    if place is None:
        return pieces
    before, after = pieces[last].cut(place)
    heads = pieces[last].heads
    before = before._replace(heads=tuple(head for head in heads if head.start < after.start))
    after = after._replace(role="closing", heads=tuple(head for head in heads if head.start >= after.start))
    return [*pieces[:last], before, after, *pieces[last + 1 :]]


def _opened(piece: Piece) -> bool:
    return bool(piece.heads) and piece.heads[0].start == piece.start


def _sectioned(piece: Piece) -> bool:
    """Whether the row opens a section; a point (一是) may hang on a closing."""
    return _opened(piece) and (is_numbered(piece.heads[0]) or piece.heads[0].family in ("", "·"))


def _closing_row(pieces: list[Piece], rows: Sequence[int]) -> int | None:
    above_tail = next((k for k in range(len(rows) - 1, 0, -1) if _sectioned(pieces[rows[k]])), 0)
    tail = rows[above_tail + 1 :]
    if not tail:
        return None
    headed = next((n for n in reversed(rows[: above_tail + 1]) if _opened(pieces[n])), None)
    above = None if headed is None else pieces[headed]
    planned = above is not None and bool(_PLAN.search(above.text[: above.heads[0].end - above.start]))
    bare = above is not None and above.heads[0].placement == "line" and above.heads[0].family != "一是"
    body = tail[1:] if bare and headed == rows[above_tail] else tail
    for number in body:
        text = pieces[number].text
        if not _opened(pieces[number]) and (
            (_NEXT.match(text) and not planned and _FUTURE.search(text + "将继续"))
            or (_CALL.match(text) and (number == body[-1] or _FUTURE.search(text)))
        ):
            return number
    last = body[-1] if body else None
    if last is None or _opened(pieces[last]) or (planned and not _after_points(pieces, rows)):
        return None
    text = pieces[last].text
    return last if len(text) >= SHORTEST and _FUTURE.search(text) and not _PAST.match(text) else None


def _after_points(pieces: list[Piece], rows: Sequence[int]) -> bool:
    """Whether the last row stands under points, so that it may close more than its section."""
    return len(rows) > 1 and _opened(pieces[rows[-2]]) and pieces[rows[-2]].heads[0].placement != "line"


def _closing_sentence(piece: Piece) -> int | None:
    """The place of the sentence that turns to the future at the end of a text without breaks."""
    last = max((head.end - piece.start for head in piece.heads), default=0)
    place, following, call = 0, None, None
    for sentence in sentences(piece.text):
        if place >= last and place > len(piece.text) * 0.7:
            if call is None and _CALL.match(sentence) and _FUTURE.search(sentence):
                call = place
            if following is None and _NEXT.match(sentence):
                following = place
        place += len(sentence)
    return following if call is None else call
