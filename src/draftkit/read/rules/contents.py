"""查什么: 目录：“目录”二字、带页码的行、与后文标题相同的连续各行。 依据: 实务。"""

import re

from draftkit.read import lexicon
from draftkit.read.page import Piece, Pieces
from draftkit.zh.marker import leading_marker

_CONTENTS = re.compile(lexicon.CONTENTS)
_CONTENTS_FIRST = frozenset("目cC")
_PAGE = re.compile(
    r"^(?P<title>.{4,60}?)\s*(?:[.．…·•—_-]{2,}\s*(?P<unit>[^\d.…·—_-]{0,16}?)[（(]?|(?P<space>\s+)[-—]?|[（(])\s*"
    r"(?P<page>\d{1,3})\s*[-—)）]?$"
)
_PAGE_ENDS = frozenset("0123456789-—)）")
LONGEST = 70


def drop_contents(pieces: Pieces) -> list[Piece]:
    """Set a table of contents aside."""
    result = list(pieces)
    texts = [squeezed(piece.text) if len(piece.text) <= LONGEST else "" for piece in pieces]
    latest = {text: number for number, text in enumerate(texts) if len(text) >= 4}
    in_contents, first = False, ""
    paged = _paged(pieces)
    for number, piece in enumerate(pieces):
        if piece.role == "dropped" or not piece.text:
            continue
        if piece.text[0] in _CONTENTS_FIRST and _CONTENTS.match(piece.text):
            in_contents = True
            result[number] = piece.drop("toc")
        elif number in paged or (
            in_contents
            and len(piece.text) <= LONGEST
            and (latest.get(texts[number], 0) > number or texts[number + 1 : number + 2] == [first])
        ):
            first = first or texts[number]
            result[number] = piece.drop("toc")
        else:
            in_contents = in_contents and len(piece.text) <= LONGEST and number - 1 in paged
    return result


def listed_titles(pieces: Pieces) -> frozenset[str]:
    """Return the titles that a table of contents names, without their numbers and the units before them."""
    titles = set()
    for piece in pieces:
        if piece.why == "toc":
            title = squeezed(piece.text)
            marker = leading_marker(title)
            title = title[marker.end :] if marker else title
            titles |= {title, title.partition("：")[2] or title}
    return frozenset(titles)


def squeezed(text: str) -> str:
    """Return the words of a line by which it is known again: no white space, no leader, no page number."""
    found = _PAGE.match(text) if text[-1:] in _PAGE_ENDS else None
    return "".join((found["title"] if found else text).split())


def _paged(pieces: Pieces) -> set[int]:
    """The lines with page numbers, where two of them follow one another and the numbers rise."""
    titled = any(piece.text[:1] in _CONTENTS_FIRST and _CONTENTS.match(piece.text) for piece in pieces)
    pages = {
        number: int(found["page"])
        for number, piece in enumerate(pieces)
        if piece.role == ""
        and len(piece.text) <= LONGEST
        and piece.text[-1] in _PAGE_ENDS
        and (found := _PAGE.match(piece.text))
        and not (found["space"] and piece.text[-1].isdigit() and not titled)
    }
    # Figures after white space alone are pages only under the word 目录, or with dashes around them.
    return {
        number
        for number, page in pages.items()
        if pages.get(number - 1, page + 1) <= page or pages.get(number + 1, page - 1) >= page
    }
