"""查什么: 水印一类的行在段落之间原样重复。 依据: 实务。

A short line that returns three times and more, and is no heading, is a watermark.
"""

from collections import Counter

from draftkit.read.page import Piece, Pieces
from draftkit.zh.marker import leading_marker

LEAST = 3
"""How often a line must stand in a text to be a watermark (our own)."""
LONGEST = 40


def drop_repeated(pieces: Pieces) -> list[Piece]:
    """Set aside lines that are repeated word for word."""
    rows = Counter(piece.text for piece in pieces if len(piece.text) <= LONGEST and piece.role == "")
    again = {text for text, count in rows.items() if count >= LEAST and not leading_marker(text)}
    return [piece.drop("watermark") if piece.text in again else piece for piece in pieces]
