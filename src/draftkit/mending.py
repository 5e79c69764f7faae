"""Reviewed drafts out: a copy with the safe fixes made, a copy with each finding as a comment."""

from bisect import bisect_right
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from draftkit.errors import CannotWrite, Place, Problem
from draftkit.fact.facts import Facts
from draftkit.files import placed_in, read_bytes, save, save_beside
from draftkit.finding import Correction, Finding
from draftkit.messages import _
from draftkit.office import Office
from draftkit.pipeline import LARGEST_SPEECH, is_converted
from draftkit.read import read_with_places
from draftkit.read.docx.anchors import Anchor, anchors_of
from draftkit.read.places import Places
from draftkit.read.text import LINE_END, decoded
from draftkit.review import review
from draftkit.tree import Printed
from draftkit.write import write

if TYPE_CHECKING:
    from draftkit.write.amend import Stretch

MOST_RUNS = 8
"""How often fixes are made one after the other, at most (own): one can bring another to light."""


class Mended(NamedTuple):
    """A corrected copy: where it is, None where there was nothing to correct, and how many fixes were made."""

    path: Path | None
    fixes: int


def mended_copy(path: Path, wanted: Collection[str], facts: Facts | None, office: Office) -> Mended:
    """Write a copy with every safe fix made beside the draft, and return where it is.

    A second run on the copy finds nothing to fix, and nothing but the fixed words is changed: the copy is
    read again and held against what it must be. Raises CannotRead; CannotWrite where a copy cannot be made.
    """
    raw, fixes = _raw(path), 0
    with placed_in(path):
        for _run in range(MOST_RUNS):
            reading, places = read_with_places(raw, path.name)
            found = review(reading.document, wanted, facts, office)
            chosen = apart(one.fix for one in found if one.fix and one.fix.safe)
            if not chosen:
                break
            raw = _changed(raw, path, places, chosen)
            fixes += len(chosen)
    if not fixes:
        return Mended(None, 0)
    name = _("{name} (mended)").format(name=path.stem)
    return Mended(save_beside(path.parent, name, path.suffix, raw), fixes)


def apart(corrections: Iterable[Correction]) -> list[Correction]:
    """Return the corrections in the order of the text, those left out that overlap with one before them."""
    found: list[Correction] = []
    for one in sorted(corrections):
        if not found or one.span.start >= found[-1].span.end:
            found.append(one)
    return found


def _changed(raw: bytes, path: Path, places: Places, chosen: list[Correction]) -> bytes:
    expected = _applied(places.text, [(*one.span, one.words) for one in chosen])
    fresh = (
        _changed_docx(raw, path, chosen) if raw.startswith(b"PK") else _changed_text(raw, path, places, chosen)
    )
    after = read_with_places(fresh, path.name)[1].text
    if _bare(after) != _bare(expected):
        message = _("the fixes would change more than their own words")
        raise CannotWrite([Problem(Place(str(path)), message, _("Make them by hand: review shows where"))])
    return fresh


def _bare(text: str) -> str:
    return "".join(text.split("\n"))


def _applied(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _changed_text(raw: bytes, path: Path, places: Places, chosen: list[Correction]) -> bytes:
    """The bytes of a text file with the corrections, in its own encoding and with its own line ends."""
    if places.original is None:
        message = _("this kind of file cannot be corrected here")
        raise CannotWrite([Problem(Place(str(path)), message, _("Save it as .docx or .txt"))])
    text, encoding = decoded(raw, path.name)
    ends = [found[0] for found in LINE_END.finditer(text)]
    edits = [
        (places.in_file(one.span.start), places.in_file(one.span.end - 1) + 1, one.words) for one in chosen
    ]
    rows = _applied(places.original, edits).split("\n")
    return "".join(map("".join, zip(rows, [*ends, ""], strict=True))).encode(encoding)


def _in_file(places: Places, span: Printed) -> tuple[int, int]:
    start = places.in_file(span.start)
    return start, places.in_file(span.end - 1) + 1 if span.end > span.start else start


def _changed_docx(raw: bytes, path: Path, chosen: list[Correction]) -> bytes:
    from draftkit.write.amend import Change, changed

    held = Held(anchors_of(raw, path.name))
    return changed(raw, [Change(held.stretches(one.span), one.words) for one in chosen])


def annotated_copy(
    path: Path, output: Path, wanted: Collection[str], facts: Facts | None, office: Office, overwrite: bool
) -> Path:
    """Write a Word copy of a draft in which each finding is a comment at its words, and return its path.

    A Word file keeps all else as it is; another kind of file is laid out as a draft. Raises CannotRead,
    CannotWrite.
    """
    from draftkit.write.amend import Note, annotated

    if output.suffix.lower() != ".docx":
        message = _("comments stand in a Word file")
        raise CannotWrite([Problem(Place(str(output)), message, _("Name a file that ends in .docx"))])
    raw = _raw(path)
    with placed_in(path):
        if not raw.startswith(b"PK"):
            raw = write(read_with_places(raw, path.name)[0].document, ".docx")
        document = read_with_places(raw, "draft.docx")[0].document
        held = Held(anchors_of(raw, path.name))
    findings = review(document, wanted, facts, office)
    notes = (Note(held.stretches(one.span), _said(one)) for one in findings if one.span)
    return save(output, annotated(raw, [note for note in notes if note.stretches]), overwrite)


def _said(finding: Finding) -> str:
    fix = _(" → {words}").format(words=finding.fix.words or "∅") if finding.fix else ""
    return f"{finding.code} {finding.name}：{finding.message}{fix}"


def _raw(path: Path) -> bytes:
    raw = read_bytes(path, LARGEST_SPEECH)
    if is_converted(raw, path):
        message = _("this kind of file is only read, by way of LibreOffice")
        raise CannotWrite([Problem(Place(str(path)), message, _("Save it as .docx first"))])
    return raw


class Held:
    """Where the characters of a Word file's source stand in its text elements."""

    def __init__(self, anchors: tuple[Anchor, ...]) -> None:
        self._anchors = anchors
        self._starts = [anchor.start for anchor in anchors]

    def stretches(self, span: Printed) -> list["Stretch"]:
        """Return the stretches of a span of the source; characters that Word counts itself have none."""
        from draftkit.write.amend import Stretch

        found = []
        for anchor in self._anchors[max(0, bisect_right(self._starts, span.start) - 1) :]:
            if anchor.start >= max(span.end, span.start + 1):
                break
            start, end = max(span.start, anchor.start), min(span.end, anchor.end)
            if start < end:
                first = anchor.first - anchor.start
                found.append(Stretch(anchor.element, start + first, end + first))
        return found
