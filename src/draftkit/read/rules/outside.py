"""查什么: 讲话之外的各行：首篇标题之前、结束语和落款之后。 依据: 实务。

Before the first title stand a collection's title, a foreword, menus; after the end signatures and menus.
"""

import re

from draftkit.read import lexicon, site_words
from draftkit.read.page import Piece, Pieces, speeches_of
from draftkit.read.rules.head import in_head
from draftkit.read.rules.title import is_paragraph
from draftkit.tree import Why
from draftkit.zh.marker import leading_marker

_COLLECTION = re.compile(lexicon.COLLECTION)
_SYNOPSIS = re.compile(lexicon.SYNOPSIS)
_RELATED = re.compile(site_words.RELATED)
LONGEST = 40
"""Characters that a line of a signature has at most (our own)."""
_FULL_STOP = re.compile(r"[。！？；!?;：:…”）)]$")


def drop_synopses(pieces: Pieces) -> list[Piece]:
    """Set aside what calls itself a synopsis, a preface or a comment."""
    return [
        piece.drop("synopsis") if piece.role == "" and _SYNOPSIS.match(piece.text) else piece
        for piece in pieces
    ]


def drop_before(pieces: Pieces) -> list[Piece]:
    """Set aside what stands before the first speech."""
    result = list(pieces)
    first = next((n for n, piece in enumerate(pieces) if piece.role == "title" or piece.opens), 0)
    for number in range(first):
        if result[number].role in ("", "subtitle"):
            result[number] = result[number].drop(_before(result[number]))
    return result


def drop_tails(pieces: Pieces) -> list[Piece]:
    """Set aside what stands after the end of each speech."""
    result = list(pieces)
    for start, end in speeches_of(pieces):
        _drop_tail(result, start, end)
    return result


def _before(piece: Piece) -> Why:
    if _COLLECTION.search(piece.text):
        return "collection-title"
    if is_paragraph(piece):
        return "synopsis"
    return "metadata" if in_head(piece.text) == "date" else "navigation"


def _drop_tail(pieces: list[Piece], start: int, end: int) -> None:
    """Nothing is text after the parting words, or a list of related pages; nor are short lines at the end."""
    related = next(
        (n for n in range(start, end) if pieces[n].why == "navigation" and _RELATED.search(pieces[n].text)), end
    )
    signed = next((n for n in range(start, end) if pieces[n].role == "signoff"), end)
    for number in range(end - 1, start, -1):
        piece = pieces[number]
        if piece.role != "":
            continue
        if number > min(related, signed) or (
            len(piece.text) <= LONGEST and not _FULL_STOP.search(piece.text) and not leading_marker(piece.text)
        ):
            pieces[number] = piece.drop("metadata" if in_head(piece.text) else "navigation")
        else:
            break
