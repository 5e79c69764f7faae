"""查什么: 水印一类的行在段落之间原样重复。 依据: 实务。

A short line that returns three times and more, and is no heading, is a watermark.
"""

from collections import Counter

from draftkit.read.page import Piece, Pieces
from draftkit.read.rules.head import in_head
from draftkit.read.rules.salutation import greeting_end, salutation_end
from draftkit.read.rules.signoff import signoff_start
from draftkit.read.rules.title import of_genre
from draftkit.rhetoric.couplet import halves_of
from draftkit.zh.marker import leading_marker

LEAST = 3
"""How often a line must stand in a text to be a watermark (our own)."""
LONGEST = 40


def _belongs(text: str) -> bool:
    """Whether a line is one that speeches share: a heading, an address, a date, a title, parting words."""
    return bool(
        text[-1] in "。！？"
        or leading_marker(text)
        or salutation_end(text)
        or greeting_end(text)
        or in_head(text) in ("date", "subtitle", "byline")
        or of_genre(text)
        or signoff_start(text) is not None
        or halves_of(text)
    )


def drop_repeated(pieces: Pieces) -> list[Piece]:
    """Set aside lines that are repeated word for word."""
    rows = Counter(piece.text for piece in pieces if len(piece.text) <= LONGEST and piece.role == "")
    again = {text for text, count in rows.items() if count >= LEAST and not _belongs(text)}
    return [piece.drop("watermark") if piece.text in again else piece for piece in pieces]
