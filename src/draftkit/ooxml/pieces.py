"""Large XML parts, parsed piece by piece: nothing fetched or expanded, and only one piece in memory."""

import codecs
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeVar
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

from draftkit.ooxml.markup import bomb, damaged, doctype

MOST_IDLE = 50_000_000
"""Bytes without anything found after which a part is given up (ours): the longest row of a table has less."""

Found = TypeVar("Found")
Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


def new_parser() -> XMLParserType:
    """Return a parser for `found_in`; its handlers are still to be set."""
    # The encoding is given, since a declared one could hide a DOCTYPE; the format has no others.
    parser = ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def on_tags(parser: XMLParserType, start: Start, end: End | None = None) -> None:
    """Let the parser call these with the names of tags as they are without the prefix that the root has."""

    def root(name: str, attributes: dict[str, str]) -> None:
        prefix = name[: name.find(":") + 1]
        parser.StartElementHandler = _without(prefix, start)
        if end:
            parser.EndElementHandler = _without(prefix, end)
        parser.StartElementHandler(name, attributes)

    parser.StartElementHandler = root


def _without(prefix: str, handler: Callable[..., None]) -> Callable[..., None]:
    if not prefix:
        return handler
    return lambda name, *attributes: handler(name.removeprefix(prefix), *attributes)


def found_in(pieces: Iterable[bytes], parser: XMLParserType, found: list[Found]) -> Iterator[Found]:
    """Parse the pieces, and yield after each what the parser's handlers have put into `found`.

    Raises CannotRead: for XML that is not well-formed, has a DOCTYPE, or goes on and on with nothing to find.
    """
    idle = 0
    for piece in chain(_in_utf8(pieces), [b""]):
        try:
            parser.Parse(piece, not piece)
        except ExpatError as error:
            raise damaged() from error
        idle = 0 if found else idle + len(piece)
        if idle > MOST_IDLE:
            raise bomb()
        yield from found
        found.clear()


def _refuse_doctype(*_words: object) -> None:
    raise doctype()


def _in_utf8(pieces: Iterable[bytes]) -> Iterator[bytes]:
    decoder = None
    for number, piece in enumerate(pieces):
        if number == 0 and piece.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            decoder = codecs.getincrementaldecoder("utf-16")()
        try:
            piece = decoder.decode(piece).encode() if decoder else piece
        except UnicodeError as error:
            raise damaged() from error
        if piece:
            yield piece
