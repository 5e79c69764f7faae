"""Reads .docx: what a document shows, in the order in which it is read, and what the file says of it."""

from xml.etree.ElementTree import Element

from draftkit.errors import CannotRead, Place
from draftkit.messages import _
from draftkit.ooxml.markup import W, parse
from draftkit.ooxml.package import Package, no_text
from draftkit.read.docx.comments import asks_in, notes_speak
from draftkit.read.docx.numbering import Numbering
from draftkit.read.docx.sheet import TextSheet
from draftkit.read.docx.styles import Styles
from draftkit.read.docx.walk import Walk
from draftkit.read.docx.words import Counts
from draftkit.read.source import Source


def read_docx(raw: bytes, name: str) -> Source:
    """Return the text of a .docx and its rows, `name` being what the file is called.

    Changes that were tracked are taken as accepted; hidden words, notes, headers and footers are left
    out, tables set aside; the source's notes say so. Raises CannotRead, and nothing else, whatever the
    bytes are.
    """
    return walked(raw, name)[0]


def walked(raw: bytes, name: str) -> tuple[Source, TextSheet, Element]:
    """Return the source of a .docx as `read_docx` does, the sheet it was put down on, and the document part."""
    try:
        return _walked(Package(raw), name)
    except CannotRead as error:
        raise CannotRead([problem._replace(place=Place(name)) for problem in error.problems]) from error


def _walked(package: Package, name: str) -> tuple[Source, TextSheet, Element]:
    root = parse(package.part(package.main) or b"")
    body = root.find(f"{W}body")
    if root.tag != f"{W}document" or body is None:
        raise no_text()
    styles = Styles(_root(package, "styles"))
    asks = asks_in(_root(package, "comments")) if styles.own else {}
    sheet = TextSheet(styles, Numbering(lambda: _root(package, "numbering")), asks)
    walk = Walk(sheet, styles, asks)
    walk.story(body)
    notes = tuple(_notes(walk.counts, package))
    return Source(name, sheet.text, tuple(sheet.rows), styles.own, notes), sheet, root


def _root(package: Package, kind: str) -> Element | None:
    raw = package.related(kind)
    return None if raw is None else parse(raw)


def _notes(counts: Counts, package: Package) -> list[str]:
    """Return what the user should know of the reading."""
    found = []
    if counts.changes:
        found.append(_("{n} tracked changes were taken as accepted").format(n=counts.changes))
    if counts.hidden:
        found.append(_("{n} hidden characters were left out").format(n=counts.hidden))
    if counts.tables:
        found.append(_("{n} tables were set aside").format(n=counts.tables))
    if counts.pictures:
        found.append(_("{n} pictures were left out").format(n=counts.pictures))
    if counts.notes and any(notes_speak(_root(package, kind)) for kind in ("footnotes", "endnotes")):
        found.append(_("footnotes and endnotes were left out"))
    if counts.embedded:
        found.append(_("{n} embedded documents were left out").format(n=counts.embedded))
    return found
