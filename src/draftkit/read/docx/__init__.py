"""Reads .docx: what a document shows, in the order in which it is read, and what the file says of it."""

from collections import Counter
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from draftkit.errors import CannotRead, Place
from draftkit.messages import _
from draftkit.ooxml.markup import W
from draftkit.ooxml.package import Package, no_text
from draftkit.read.docx.beside import CHART, COMMENT, FOOTER, HEADER, NOTE, asks_in, stories_of
from draftkit.read.docx.numbering import Numbering
from draftkit.read.docx.sheet import TextSheet, is_page_number
from draftkit.read.docx.styles import Styles
from draftkit.read.docx.walk import Walk
from draftkit.read.docx.words import Counts
from draftkit.read.source import Source


def read_docx(raw: bytes, name: str) -> Source:
    """Return the text of a .docx and its rows, `name` being what the file is called.

    Changes that were tracked are taken as accepted, hidden words left out; tables, notes, comments, headers
    and footers, charts are set aside; the source's notes say so. Raises CannotRead, and nothing else, whatever
    the bytes are.
    """
    return walked(raw, name)[0]


def walked(raw: bytes, name: str) -> tuple[Source, TextSheet, Element]:
    """Return the source of a .docx as `read_docx` does, the sheet it was put down on, and the document part."""
    try:
        return _walked(Package(raw), name)
    except CannotRead as error:
        raise CannotRead([problem._replace(place=Place(name)) for problem in error.problems]) from error


def _walked(package: Package, name: str) -> tuple[Source, TextSheet, Element]:
    root = package.parsed(package.part(package.main) or b"")
    bodies = root.findall(f"{W}body")
    if root.tag != f"{W}document" or not bodies:
        raise no_text()
    styles = Styles(_root(package, "styles"))
    asks = asks_in(_root(package, "comments")) if styles.own else {}
    sheet = TextSheet(styles, Numbering(lambda: _root(package, "numbering")), asks)
    walk = Walk(sheet, styles, asks)
    for body in bodies:
        walk.story(body)
    stories = _beside(package, sheet, walk)
    notes = (*_not_read(walk.counts), *_set_aside(walk.counts, stories))
    return Source(name, sheet.text, tuple(sheet.rows), styles.own, notes), sheet, root


def _beside(package: Package, sheet: TextSheet, walk: Walk) -> Mapping[str, int]:
    """Walk what stands beside the text, and return how many stories of each kind there are. A header or a note
    may be empty; a chart is not, even without a word."""
    found = []
    for story in stories_of(package):
        put = len(sheet.rows)
        walk.story(story.element, story.aside)
        found.append((story.aside, sheet.rows[put:]))
    text = sheet.text
    return Counter(
        aside
        for aside, rows in found
        if aside == CHART or any(not is_page_number(text[row.start : row.end]) for row in rows)
    )


def _root(package: Package, kind: str) -> Element | None:
    raw = package.related(kind)
    return None if raw is None else package.parsed(raw)


def _set_aside(counts: Counts, stories: Mapping[str, int]) -> list[str]:
    """Return what was read and is no part of the text."""
    found = []
    if counts.tables:
        found.append(_("{n} tables were set aside").format(n=counts.tables))
    if notes := stories.get(NOTE):
        found.append(_("{n} footnotes and endnotes were set aside").format(n=notes))
    if comments := stories.get(COMMENT):
        found.append(_("{n} comments were set aside").format(n=comments))
    if edges := stories.get(HEADER, 0) + stories.get(FOOTER, 0):
        found.append(_("{n} headers and footers were set aside").format(n=edges))
    if charts := stories.get(CHART):
        found.append(_("{n} charts and diagrams were set aside").format(n=charts))
    return found


def _not_read(counts: Counts) -> list[str]:
    """Return what was not read as the file has it."""
    found = []
    if counts.changes:
        found.append(_("{n} tracked changes were taken as accepted").format(n=counts.changes))
    if counts.hidden:
        found.append(_("{n} hidden characters were left out").format(n=counts.hidden))
    if counts.readings:
        found.append(_("{n} readings above words were left out").format(n=counts.readings))
    if counts.drawn:
        found.append(_("{n} fields that Word draws itself were left out").format(n=counts.drawn))
    if counts.pictures:
        found.append(_("{n} pictures were left out").format(n=counts.pictures))
    if counts.embedded:
        found.append(_("{n} embedded documents were left out").format(n=counts.embedded))
    return found
