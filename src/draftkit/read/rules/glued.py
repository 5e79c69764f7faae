"""查什么: 失去分行的文本里与称谓、正文粘在一起的标题。 依据: 实务。

在全县…座谈会上的讲话同志们：今天…  →  在全县…座谈会上的讲话 | 同志们：今天…
"""

import re

from draftkit.read import lexicon
from draftkit.read.page import Piece, Pieces
from draftkit.read.rules.salutation import LONGEST, salutation_end

_TITLE = re.compile(rf"[^。；！？：:]{{4,60}}?{lexicon.GENRE}(?:[（(][^（）()\d]{{1,20}}[）)])?\s*(?=\S)")
_DATED = re.compile(rf"\s*[（(]?\s*{lexicon.DATE}\s*[)）]?\s*")
_BEGINS = re.compile(r"一、|（一）|\(一\)|今天|近年来|今年|\s")
LONG_ROW = 100
"""Characters from which on a row may hold a title and its speech (our own)."""


def part_glued_titles(pieces: Pieces) -> list[Piece]:
    """Part a title from the speech that goes on after it in its row."""
    result: list[Piece] = []
    for piece in pieces:
        place = _title_end(piece.text) if piece.role == "" and len(piece.text) >= LONG_ROW else 0
        if not place:
            result.append(piece)
            continue
        title, rest = piece.cut(place)
        result.append(title._replace(role="title"))
        dated = _DATED.match(rest.text)
        parts = rest.cut(dated.end()) if dated else [rest]
        result += [parts[0]._replace(role="date"), *parts[1:]] if dated else parts
    return result


def _title_end(text: str) -> int:
    found = _TITLE.match(text[:200])
    if not found:
        return 0
    for place in _ends(text, found.end()):
        dated = _DATED.match(text, place)
        if salutation_end(text[dated.end() if dated else place :][: LONGEST + 1]):
            return place
    if _BEGINS.match(text, found.end()) or text[found.end() - 1].isspace():
        return found.end()
    return 0


def _ends(text: str, first: int) -> list[int]:
    """The places at which the title may end: after the kind of speech, or a later one."""
    later = re.finditer(lexicon.GENRE, text[first - 2 : first + 60])
    return sorted({first, *(first - 2 + found.end() for found in later)})
