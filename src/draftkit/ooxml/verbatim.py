"""XML parts as they are spelled: what is not touched is written again as it stood, prefixes and all.

Other parts of a file name prefixes in text (mc:Ignorable), so that none may be renamed. The ones that are
looked at here are spelled by all word processors alike; a file that spells them otherwise is refused.
"""

from typing import Final
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat

from draftkit.errors import CannotRead
from draftkit.messages import _
from draftkit.ooxml.markup import COMPATIBILITY, W, checked, damaged, parse, refuse

DEEPEST = 200
"""Elements within elements (ours); headers with text boxes in tables have some forty."""

PREFIXES: Final = {
    "w": W[1:-1],
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": COMPATIBILITY[1:-1],
}
_NAMESPACES = {name: prefix for prefix, name in PREFIXES.items()}


def parse_verbatim(raw: bytes) -> Element:
    """Return the root of an XML part, its tags and attributes spelled as in the file (“w:p”).

    Raises CannotRead for what is no part of a Word file, and for one that spells its names in an unusual way.
    """
    builder = ElementTree.TreeBuilder()
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        for name, uri in attributes.items():
            if name.startswith("xmlns"):
                prefix = name[len("xmlns:") :]
                if PREFIXES.get(prefix, uri) != uri or _NAMESPACES.get(uri, prefix) != prefix:
                    raise unusual()
        if depth > DEEPEST:
            raise unusual()
        builder.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag)

    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(checked(raw), True)
    except (expat.ExpatError, ValueError) as error:
        raise damaged() from error
    return builder.close()


def unusual() -> CannotRead:
    """Return the error for a file whose names are not spelled as word processors spell them."""
    return refuse(
        _("the file was written by an unusual program"), _("Open it in WPS or Word and save it as .docx")
    )


def spell(root: Element) -> bytes:
    """Return a part as bytes; raises CannotRead where a prefix is not declared, or no more."""
    text = ElementTree.tostring(root, "unicode")
    raw = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()
    parse(raw)
    return raw


def child(parent: Element | None, tag: str) -> Element | None:
    """Return the first child with this tag; ElementTree's own find takes a prefix for a name to look up."""
    return next((one for one in (() if parent is None else parent) if one.tag == tag), None)


def value(parent: Element | None, tag: str, attribute: str = "w:val") -> str:
    """Return an attribute of a child, "" where there is none."""
    found = child(parent, tag)
    return "" if found is None else found.get(attribute, "")
