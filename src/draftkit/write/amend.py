"""A .docx of the user's, amended: corrections at their words and comments on them, all else as it was.

The one door to python-docx.
"""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from io import BytesIO
from typing import NamedTuple, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document as open_document
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.run import CT_R
from docx.text.run import Run
from lxml.etree import _Element as Element

AUTHOR, INITIALS = "draftkit", "dk"
_PROPERTIES = qn("w:rPr")
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


class Stretch(NamedTuple):
    """Characters of one text element: its number in the document part, from `start` to `end`."""

    element: int
    start: int
    end: int


class Change(NamedTuple):
    """Words that are to stand for those of the stretches, which follow one another."""

    stretches: Sequence[Stretch]
    words: str


class Note(NamedTuple):
    """A comment on the words of the stretches, which follow one another in one paragraph."""

    stretches: Sequence[Stretch]
    text: str


def changed(raw: bytes, changes: Iterable[Change]) -> bytes:
    """Return the .docx with the changes, which do not overlap; formats stay those of the first character."""
    document, texts = _opened(raw)
    for change in sorted(changes, key=_place, reverse=True):
        words = change.words
        for stretch in change.stretches:
            element = texts[stretch.element]
            whole = element.text or ""
            element.text = whole[: stretch.start] + words + whole[stretch.end :]
            element.set(_PRESERVE, "preserve")
            words = ""
    return _saved(document)


def annotated(raw: bytes, notes: Iterable[Note]) -> bytes:
    """Return the .docx with the notes as comments, runs parted where one begins or ends; notes whose words
    overlap become one."""
    document, texts = _opened(raw)
    for note in reversed(_apart(notes)):
        paragraph = _paragraph_of(texts[note.stretches[0].element])
        within = [one for one in note.stretches if _paragraph_of(texts[one.element]) is paragraph]
        runs = [_own_run(texts[one.element], one.start, one.end) for one in reversed(within)]
        ends = [Run(cast(CT_R, run), document._body) for run in (runs[-1], runs[0])]
        comment = document.add_comment(ends, note.text, AUTHOR, INITIALS)
        del comment._comment_elm.attrib[qn("w:date")]  # the same draft gives the same bytes
    return _saved(document)


def _apart(notes: Iterable[Note]) -> list[Note]:
    """The notes in the order of the text, those that overlap joined."""
    found: list[Note] = []
    for note in sorted((note for note in notes if note.stretches), key=_place):
        last = found[-1] if found else None
        if last and _place(note) < (last.stretches[-1].element, last.stretches[-1].end):
            stretches = sorted({*last.stretches, *note.stretches})
            found[-1] = Note(_joined(stretches), f"{last.text}\n{note.text}")
        else:
            found.append(note)
    return found


def _joined(stretches: Sequence[Stretch]) -> Sequence[Stretch]:
    """One stretch for each element, from where the first begins to where the last ends."""
    ends: dict[int, tuple[int, int]] = {}
    for element, start, end in stretches:
        first, last = ends.get(element, (start, end))
        ends[element] = (min(first, start), max(last, end))
    return [Stretch(element, *span) for element, span in ends.items()]


def _place(one: Change | Note) -> tuple[int, int]:
    return one.stretches[0].element, one.stretches[0].start


def _own_run(text: Element, start: int, end: int) -> Element:
    """Part the run of a text element so that the characters from `start` to `end` have one to themselves."""
    run, whole = next(text.iterancestors()), text.text or ""
    middle, after = _like(run), _like(run)
    middle.append(_text(whole[start:end]))
    if whole[end:]:
        after.append(_text(whole[end:]))
    after.extend(list(text.itersiblings()))
    run.addnext(middle)
    if _holds(after):
        middle.addnext(after)
    text.text = whole[:start]
    text.set(_PRESERVE, "preserve")
    if not text.text:
        run.remove(text)
    if not _holds(run):
        next(run.iterancestors()).remove(run)
    return middle


def _like(run: Element) -> Element:
    """An empty run with the properties of another."""
    fresh = OxmlElement("w:r")
    fresh.extend(deepcopy(run.findall(_PROPERTIES)))
    return fresh


def _holds(run: Element) -> bool:
    return any(child.tag != _PROPERTIES for child in run)


def _text(words: str) -> Element:
    fresh = OxmlElement("w:t")
    fresh.text = words
    fresh.set(_PRESERVE, "preserve")
    return fresh


def _paragraph_of(element: Element) -> Element:
    return next(element.iterancestors(qn("w:p")))


def _opened(raw: bytes) -> tuple[Document, list[Element]]:
    document = open_document(BytesIO(raw))
    return document, list(document.element.iter(qn("w:t")))


def _saved(document: Document) -> bytes:
    """The package with its parts undated: the same document gives the same bytes."""
    stream, undated = BytesIO(), BytesIO()
    document.save(stream)
    with ZipFile(stream) as dated, ZipFile(undated, "w", ZIP_DEFLATED) as fresh:
        for part in dated.infolist():
            fresh.writestr(ZipInfo(part.filename), dated.read(part), ZIP_DEFLATED)
    return undated.getvalue()
