"""The walk over a story: its paragraphs in reading order, whatever they are wrapped in."""

from collections.abc import Container, Iterator
from typing import Protocol
from xml.etree.ElementTree import Element

from draftkit.ooxml.markup import CHART, DRAWING, W, switched_on, value
from draftkit.read.docx.styles import Styles
from draftkit.read.docx.words import (
    ADDED,
    LOOSE,
    REMOVED,
    SILENT,
    Counts,
    Look,
    Paragraph,
    Words,
    check_depth,
    chosen,
)

TABLE = "table"
"""What a row in a table is aside in."""

_PARAGRAPHS = frozenset((f"{W}p", f"{DRAWING}p", f"{CHART}pt"))
_GONE = SILENT | REMOVED
_BLOCKS = frozenset(W + name for name in ("p", "tbl", "tc"))


class Sheet(Protocol):
    """Where paragraphs are put down."""

    def put(self, words: list[Words], properties: Element | None, aside: str) -> None:
        """Take a paragraph with its properties; `aside` names what it stands in apart from the text."""


class Walk:
    """Walks stories, and puts their paragraphs on a sheet one by one."""

    def __init__(self, sheet: Sheet, styles: Styles, asks: Container[str]) -> None:
        self.counts = Counts()
        self._sheet = sheet
        self._styles = styles
        self._now = Paragraph(self.counts, styles, asks)

    def story(self, parent: Element, aside: str = "", depth: int = 0) -> None:
        """Walk what holds paragraphs: the body, a cell, a text box."""
        self._blocks(parent, aside, depth)
        if self._now.words or self._now.boxes:  # the mark of the last paragraph was deleted
            self._end_paragraph(None, aside)

    def _blocks(self, parent: Element, aside: str, depth: int) -> None:
        check_depth(depth)
        for child in parent:
            tag = child.tag
            if tag in _PARAGRAPHS:
                self._paragraph(child, aside, depth + 1)
            elif tag == f"{W}tbl":
                self._table(child, aside, depth + 1)
            elif tag in LOOSE:
                lone = Element(f"{W}p")
                lone.append(child)
                self._paragraph(lone, aside, depth + 1)
            elif tag == f"{W}altChunk":
                self.counts.embedded += 1
            elif tag in REMOVED:
                self.counts.changes += 1
            elif tag not in SILENT:
                self.counts.changes += tag in ADDED
                self._blocks(chosen(child), aside, depth + 1)

    def _table(self, table: Element, aside: str, depth: int) -> None:
        rows = [list(self._left(row, "tc")) for row in self._left(table, "tr")]
        # WPS frames whole texts in a table of one cell.
        apart = aside or (TABLE if sum(map(len, rows)) > 1 else "")
        self.counts.tables += apart != aside
        for cells in rows:
            for cell in cells:
                self.story(cell, apart, depth + 2)

    def _left(self, parent: Element, tag: str) -> Iterator[Element]:
        """Yield the rows of a table or the cells of a row that are not deleted."""
        for element in _below(parent, W + tag):
            if any(element.find(f"{W}{tag}Pr/{W}{gone}") is not None for gone in ("del", "cellDel")):
                self.counts.changes += 1
            else:
                yield element

    def _paragraph(self, paragraph: Element, aside: str, depth: int) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = self._styles.of_paragraph(value(properties, "pStyle"))
        self._now.take(paragraph, Look(hidden=bool(style.hidden)), depth)
        self._now.close()
        if not self._runs_on(properties):
            self._end_paragraph(properties, aside)

    def _runs_on(self, properties: Element | None) -> bool:
        """Tell whether the mark that ends a paragraph is deleted or hidden: the next goes on in its line."""
        mark = None if properties is None else properties.find(f"{W}rPr")
        if mark is None:
            return False
        if any(mark.find(tag) is not None for tag in REMOVED):
            self.counts.changes += 1
            return True
        return bool(switched_on(mark.find(f"{W}vanish")))

    def _end_paragraph(self, properties: Element | None, aside: str) -> None:
        words, boxes = self._now.words, self._now.boxes
        self._now.words, self._now.boxes = [], []
        self._sheet.put(words, properties, aside)
        for box, depth in boxes:
            self.story(box, aside, depth)


def _below(parent: Element, wanted: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, whatever they are wrapped in; what stands there without
    a row or a cell gets one."""
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        if element.tag == wanted:
            yield element
        elif element.tag in _BLOCKS:
            lone = Element(wanted)
            lone.append(element)
            yield lone
        elif element.tag not in _GONE:
            waiting.extend(reversed(chosen(element)))
