"""查什么: 失去分行的文本里与称谓、正文粘在一起的标题。 依据: 实务。

在全县…座谈会上的讲话同志们：今天…  →  在全县…座谈会上的讲话 | 同志们：今天…
"""

import re

from draftkit.read import lexicon
from draftkit.read.page import Piece, Pieces
from draftkit.read.rules.salutation import LONGEST, salutation_end
from draftkit.zh.verbs import starts_with_verb

_TITLE = re.compile(rf"[^。；！？：:]{{4,60}}?{lexicon.GENRE}(?:[（(][^（）()\d]{{1,20}}[）)])?\s*(?=\S)")
_DATED = re.compile(rf"\s*[（(]?\s*{lexicon.DATE}\s*[)）]?\s*")
_BEGINS = re.compile(r"一、|（一）|\(一\)|今天|近年来|今年|\s")
_HALF = re.compile(r"(?:[^，。；：、！？\s]{2,12}：)?([^，。；：、！？,.;:!?\s]{5,16})\s+(?=\S)")
_QUOTES = re.compile(r"[“”‘’\"]")
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
        return _couplet_end(text)
    for place in _ends(text, found.end()):
        dated = _DATED.match(text, place)
        if salutation_end(text[dated.end() if dated else place :][: LONGEST + 1]):
            return place
    if _BEGINS.match(text, found.end()) or text[found.end() - 1].isspace():
        return found.end()
    return _couplet_end(text)


def _couplet_end(text: str) -> int:
    """Where a couplet ends whose halves a space parts: its second half is as long as the first."""
    first = _HALF.match(text)
    if not first or not starts_with_verb(first[1]):
        return 0
    # The second half is as long as the first, quotation marks apart.
    length, end = len(_QUOTES.sub("", first[1])), first.end()
    while end < len(text) and length:
        length -= _QUOTES.match(text, end) is None
        end += 1
    end += text[end : end + 1] in ("”", "’")
    second = text[first.end() : end]
    return end if starts_with_verb(second) and not re.search(r"[，。；：、,.;:]", second) else 0


def _ends(text: str, first: int) -> list[int]:
    """The places at which the title may end: after the kind of speech, or a later one."""
    later = re.finditer(lexicon.GENRE, text[first - 2 : first + 60])
    return sorted({first, *(first - 2 + found.end() for found in later)})
