"""A source becomes a document: the rules in their order, then the fold."""

from draftkit.read.fold import fold
from draftkit.read.page import pieces_of
from draftkit.read.rules import RULES
from draftkit.read.source import Source
from draftkit.read.unwrap import unwrap
from draftkit.tree import Document


def structure(source: Source) -> Document:
    """Return the document tree of a source; every character that is no white space is in it or in `dropped`."""
    source = unwrap(source)
    pieces = pieces_of(source)
    for rule in RULES:
        pieces = rule(pieces)
    return fold(source.name, source.text, pieces)
