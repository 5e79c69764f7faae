"""XML parts of a package: parsed with nothing fetched or expanded, and the names of what stands in them."""

import codecs
import re
from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from draftkit.errors import CannotRead, Problem
from draftkit.messages import _

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VALUE: Final = f"{W}val"

MOST_TAGS = 1_800_000
"""Tags and attributes that a part may have together (ours): each costs up to 250 bytes of memory, and a speech
has one or two for each of its characters."""

_STRICT = tuple(
    (b"http://purl.oclc.org/ooxml/%s" % strict, name[1:-1].encode())
    for strict, name in (
        (b"wordprocessingml/main", W),
        (b"officeDocument/math", MATH),
        (b"drawingml/main", DRAWING),
        (b"drawingml/chart", CHART),
    )
)
_NUMBER = re.compile("-?[0-9]{1,9}", re.ASCII)


def refuse(message: str, advice: str) -> CannotRead:
    """Return the error that tells what is wrong with the file; its name is added where it is known."""
    return CannotRead([Problem(None, message, advice)])


def damaged() -> CannotRead:
    """Return the error for bytes that are not what a word processor writes."""
    return refuse(
        _("the file is damaged or incomplete"),
        _("Get it once more, or open it in WPS or Office and save it again"),
    )


def parse(raw: bytes) -> Element:
    """Return the root of an XML part; Strict names are made those of other files.

    Raises CannotRead: for XML that is not well-formed, and for what `checked` refuses.
    """
    try:
        # The encoding is given, since a declared one could hide a DOCTYPE; the format has no others.
        parser = ElementTree.XMLParser(encoding="utf-8")
        parser.feed(checked(raw))
        return parser.close()
    except (ElementTree.ParseError, ValueError) as error:
        raise damaged() from error


def checked(raw: bytes) -> bytes:
    """Return an XML part in UTF-8, with Strict names made those of other files.

    Raises CannotRead for one with a DOCTYPE, and for one that is too large; ValueError for one in no encoding.
    """
    raw = _in_utf8(raw)
    if b"<!DOCTYPE" in raw:
        raise doctype()
    if tags_in(raw) > MOST_TAGS:
        raise too_large()
    for strict, name in _STRICT:
        raw = raw.replace(b'"%s"' % strict, b'"%s"' % name) if strict in raw else raw
    return raw


def is_strict(raw: bytes) -> bool:
    """Tell whether a part is of the strict variant of the format; raises ValueError for one in no encoding."""
    text = _in_utf8(raw)
    return any(b'"%s"' % strict in text for strict, _name in _STRICT)


def _in_utf8(raw: bytes) -> bytes:
    utf16 = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return raw.decode("utf-16").encode() if utf16 else raw


def tags_in(raw: bytes) -> int:
    """Return how many tags and attributes a part has, more or less."""
    return raw.count(b"<") + raw.count(b"=")


def doctype() -> CannotRead:
    """Return the error for a part with a DOCTYPE: an entity could hide or multiply words."""
    return refuse(
        _("the file holds a DOCTYPE, which no office program writes"),
        _("Open it in WPS or Office and save it again, if you trust it"),
    )


def too_large() -> CannotRead:
    """Return the error for a file that would take more memory than a speech needs."""
    return refuse(
        _("the file is too large to be a speech"), _("Is it the right file? Pictures can be taken out")
    )


def bomb() -> CannotRead:
    """Return the error for a file that unpacks to more than anybody wrote."""
    return refuse(
        _("the file is too large when it is unpacked"), _("Is it the right file? Save it anew, or split it")
    )


def value(parent: Element | None, name: str) -> str:
    """Return the w:val of a child, "" where there is none."""
    found = None if parent is None else parent.find(W + name)
    return "" if found is None else found.get(VALUE, "")


def switched_on(element: Element | None) -> bool | None:
    """Return what an on-off property says, None where it is not there."""
    return None if element is None else element.get(VALUE, "1") not in ("0", "false", "off")


def whole_number(text: str | None) -> int | None:
    """Return the number, None for what is none or is out of all bounds."""
    return int(text) if text and _NUMBER.fullmatch(text) else None
