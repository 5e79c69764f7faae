"""A .docx of the user's, amended: corrections at their words and comments on them, all else as it was.

Only the text and the comments are written anew, spelled as they were; every other part is copied.
"""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from draftkit.messages import _
from draftkit.ooxml.markup import damaged, is_strict, refuse
from draftkit.ooxml.package import Package
from draftkit.ooxml.verbatim import parse_verbatim, spell
from draftkit.write.remarks import Remarks


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
    """Return the .docx with the changes, which do not overlap; formats stay those of the first character.

    Raises CannotRead for a file that cannot be written as it was.
    """
    draft = _Draft(raw)
    for change in sorted(changes, key=_place, reverse=True):
        words = change.words
        for stretch in change.stretches:
            element = draft.texts[stretch.element]
            whole = element.text or ""
            _fill(element, whole[: stretch.start] + words + whole[stretch.end :])
            words = ""
    return draft.packed({})


def annotated(raw: bytes, notes: Iterable[Note]) -> bytes:
    """Return the .docx with the notes as comments, runs parted where one begins or ends; notes whose words
    overlap become one.

    Raises CannotRead for a file that cannot be written as it was, and for a template or one with macros.
    """
    draft = _Draft(raw)
    remarks = Remarks(draft.package)
    for note in reversed(_apart(notes)):
        paragraph = draft.paragraph_of(note.stretches[0])
        within = [one for one in note.stretches if draft.paragraph_of(one) is paragraph]
        runs = [draft.own_run(one) for one in reversed(within)]
        start, end, reference = remarks.add(note.text)
        draft.put_beside(runs[-1], before=[start])
        draft.put_beside(runs[0], after=[end, reference])
    return draft.packed(remarks.parts())


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


class _Draft:
    """A package that is open, and its document part, whose text elements are `texts`."""

    def __init__(self, raw: bytes) -> None:
        self.package = Package(raw)
        part = self.package.part(self.package.main) or b""
        if is_strict(part):
            message = _("the file is in the strict variant of the format, and is only read")
            raise refuse(message, _("Open it in WPS or Word and save it as .docx"))
        self._root = parse_verbatim(part)
        self.texts = list(self._root.iter("w:t"))
        self._parents: dict[Element, Element] = {}
        self._adopt(self._root)

    def _adopt(self, parent: Element) -> None:
        self._parents.update((one, within) for within in parent.iter() for one in within)

    def paragraph_of(self, stretch: Stretch) -> Element:
        element = self.texts[stretch.element]
        while element.tag != "w:p":
            element = self._parents[element]
        return element

    def own_run(self, stretch: Stretch) -> Element:
        """Part the run of a text element so that the characters of a stretch have one to themselves."""
        text = self.texts[stretch.element]
        run, whole = self._parents[text], text.text or ""
        middle, after = _like(run), _like(run)
        middle.append(_text(whole[stretch.start : stretch.end]))
        if whole[stretch.end :]:
            after.append(_text(whole[stretch.end :]))
        behind = list(run)[list(run).index(text) + 1 :]
        after.extend(behind)
        for one in behind:
            run.remove(one)
        _fill(text, whole[: stretch.start])
        if not text.text:
            run.remove(text)
        self.put_beside(run, after=[middle, *([after] if _holds(after) else [])])
        if not _holds(run):
            self._parents[run].remove(run)
        return middle

    def put_beside(self, run: Element, before: Iterable[Element] = (), after: Iterable[Element] = ()) -> None:
        """Put elements before a run and behind it."""
        parent = self._parents[run]
        place = list(parent).index(run)
        parent[place : place + 1] = [*before, run, *after]
        self._parents.update((one, parent) for one in (*before, *after))
        for one in (*before, *after):
            self._adopt(one)

    def packed(self, parts: dict[str, bytes]) -> bytes:
        """Return the package with its text and these parts anew; none is dated, so that bytes stay the same."""
        fresh = {self.package.spelled(name): content for name, content in parts.items()}
        fresh[self.package.spelled(self.package.main)] = spell(self._root)
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as file:
            for name in (*self.package.names, *(name for name in fresh if name not in self.package.names)):
                content = fresh.get(name)
                content = self.package.part(name) if content is None else content
                if content is None:
                    raise damaged()
                file.writestr(ZipInfo(name), content, ZIP_DEFLATED)
        return stream.getvalue()


def _like(run: Element) -> Element:
    """An empty run with the properties of another."""
    fresh = Element("w:r")
    fresh.extend(deepcopy([one for one in run if one.tag == "w:rPr"]))
    return fresh


def _holds(run: Element) -> bool:
    return any(child.tag != "w:rPr" for child in run)


def _text(words: str) -> Element:
    fresh = Element("w:t")
    _fill(fresh, words)
    return fresh


def _fill(text: Element, words: str) -> None:
    text.text = words
    text.set("xml:space", "preserve")
