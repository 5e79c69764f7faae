"""The parts of an office's template that a draft is set in, cleaned: styles, settings, headers, pictures."""

import posixpath
from typing import NamedTuple
from xml.etree.ElementTree import Element

from draftkit.ooxml.archive import Relation
from draftkit.ooxml.package import Package
from draftkit.ooxml.verbatim import parse_verbatim
from draftkit.write.stationery.clean import Left, clean

PICTURES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".bmp": "image/bmp",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".emf": "image/x-emf",
    ".wmf": "image/x-wmf",
}
"""The kinds of pictures that stay, by the endings of their names, with their content types."""

SINGLE = ("styles", "settings", "fontTable", "numbering", "theme")
"""The parts that a document has once."""

# What tells how a page is laid out; who wrote it, where, and what is mailed or linked is no part of that.
_SETTINGS = frozenset(
    f"w:{name}"
    for name in (
        *("mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter"),
        *("gutterAtTop", "defaultTabStop", "autoHyphenation", "evenAndOddHeaders", "bookFoldPrinting"),
        *("drawingGridHorizontalSpacing", "drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery"),
        *("displayVerticalDrawingGridEvery", "noPunctuationKerning", "characterSpacingControl"),
        *("strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore", "hdrShapeDefaults", "compat"),
        *("themeFontLang", "clrSchemeMapping", "shapeDefaults", "decimalSymbol", "listSeparator"),
    )
)

_PROTECTION = frozenset(("w:documentProtection", "w:writeProtection"))


class Page(NamedTuple):
    """A header or a footer: its kind, its content, and its pictures' names in the order of its relations."""

    kind: str
    root: Element
    pictures: tuple[str, ...]


class Parts:
    """Takes the parts out of a package: `pages` and `pictures` by the names that they get; `left` tells what
    had to be left out, `protected` whether the template was."""

    def __init__(self, package: Package) -> None:
        self.pages: dict[str, Page] = {}
        self.pictures: dict[str, bytes] = {}
        self.left = Left()
        self.protected = False
        self._package = package
        self._relations = package.relations(package.main)
        self._names: dict[str, str] = {}

    def single(self, kind: str) -> Element | None:
        """Return one of the parts that a document has once, None where this one has none."""
        found = next((one for one in self._relations if one.kind == kind and not one.external), None)
        raw = None if found is None else self._package.part(found.target)
        if found is None or raw is None:
            return None
        root = parse_verbatim(raw)
        if kind == "settings":
            self.left.links += sum(one.external for one in self._package.relations(found.target))
            self.protected = any(one.tag in _PROTECTION for one in root)
            root[:] = [one for one in root if one.tag in _SETTINGS]
        clean(root, {}, self.left)
        return root

    def page(self, id_: str) -> str:
        """Take the header or footer with this id in the document's relations; return its name in `pages`."""
        found = next(
            (one for one in self._relations if one.id == id_ and one.kind in ("header", "footer")), None
        )
        raw = None if found is None or found.external else self._package.part(found.target)
        if found is None or raw is None:
            return ""
        if found.target not in self._names:
            number = sum(page.kind == found.kind for page in self.pages.values()) + 1
            name = self._names[found.target] = f"{found.kind}{number}.xml"
            self.pages[name] = self._cleaned(found, parse_verbatim(raw))
        return self._names[found.target]

    def _cleaned(self, page: Relation, root: Element) -> Page:
        images = [one for one in self._package.relations(page.target) if _is_picture(one)]
        clean(root, {one.id: f"rId{number}" for number, one in enumerate(images, 1)}, self.left)
        return Page(page.kind, root, tuple(self._picture(one.target) for one in images))

    def _picture(self, target: str) -> str:
        if target not in self._names:
            name = self._names[target] = f"media/image{len(self.pictures) + 1}{_ending(target)}"
            self.pictures[name] = self._package.part(target) or b""
        return self._names[target]


def _ending(name: str) -> str:
    return posixpath.splitext(name)[1].lower()


def _is_picture(relation: Relation) -> bool:
    return relation.kind == "image" and not relation.external and _ending(relation.target) in PICTURES
