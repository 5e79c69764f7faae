"""A source becomes a document: the rules in their order, then the fold."""

from draftkit.read.fold import Words, fold
from draftkit.read.page import Piece, Pieces, pieces_of
from draftkit.read.rules import RULES
from draftkit.read.source import Source
from draftkit.read.styled import styled_pieces
from draftkit.tree import Document


def structure(source: Source) -> Document:
    """Return the document tree of a source; every character that is no white space is in it or in `dropped`."""
    if source.styled:
        marks = [mark for row in source.rows for mark in row.marks]
        return fold(source.name, Words(source.text, marks), styled_pieces(source))
    return fold(source.name, Words(source.text), understood(pieces_of(source)))


def understood(pieces: list[Piece]) -> Pieces:
    """Return the pieces after all rules."""
    for rule in RULES:
        pieces = rule(pieces)
    return pieces
