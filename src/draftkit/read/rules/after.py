"""查什么: 正文之后的相关文章、点评、回帖：自此到下一篇或文末都不是讲话。 依据: 实务。"""

import re

from draftkit.read import site_words
from draftkit.read.page import Piece, Pieces
from draftkit.tree import Why
from draftkit.zh.marker import leading_marker

_RELATED = re.compile(site_words.RELATED)
_COMMENT = re.compile("点评|评析|简评|阅卷")
LONGEST = 60


def _goes_on(piece: Piece) -> bool:
    """Whether the text goes on after all: a numbered heading, or a paragraph."""
    marker = leading_marker(piece.text)
    numbered = marker is not None and marker.family in ("一、", "（一）")
    return piece.role == "" and (numbered or (len(piece.text) > LONGEST and "。" in piece.text))


def drop_after(pieces: Pieces) -> list[Piece]:
    """Set aside what follows a list of related pages or a comment, up to the next mark between speeches."""
    result = list(pieces)
    text = 0
    why: Why | None = None
    for number, piece in enumerate(pieces):
        if piece.opens:
            why, text = None, 0
        if (why == "synopsis" and piece.gap) or (why == "navigation" and _goes_on(piece)):
            why = None
        short = len(piece.text) <= LONGEST and piece.text[-1] not in "。；"
        found = _RELATED.search(piece.text) if text and (short or piece.text[0] == "【") else None
        if found:
            why = "synopsis" if _COMMENT.search(found[0]) else "navigation"
        if why and piece.role == "":
            result[number] = piece.drop(why)
        elif piece.role == "":
            text += len(piece.text) > LONGEST
    return result
