"""Reviewed drafts out: a copy with the safe fixes made, a copy with each finding as a comment."""

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from draftkit.errors import CannotWrite, Place, Problem
from draftkit.fact.facts import Facts
from draftkit.files import placed_in, read_bytes, save, save_beside
from draftkit.finding import Finding
from draftkit.messages import _
from draftkit.office import Office
from draftkit.originals import TextFile, WordFile
from draftkit.pipeline import LARGEST_SPEECH, is_converted
from draftkit.read import read_with_places
from draftkit.review import review
from draftkit.review.mend import fitting, mended
from draftkit.write import write

MOST_RUNS = 8
"""How often fixes are made one after the other, at most (own): one can bring another to light."""


class Mended(NamedTuple):
    """A corrected copy: where it is, None where there was nothing to correct, and how many fixes were made."""

    path: Path | None
    fixes: int


def mended_copy(path: Path, wanted: Collection[str], facts: Facts | None, office: Office) -> Mended:
    """Write a copy with every safe fix made beside the draft, and return where it is.

    A second run on the copy finds nothing to fix, and nothing but the fixed words is changed: the copy is
    read again and held against what it must be. Words that the file parts (by a line's end, a tag) are left
    alone. Raises CannotRead; CannotWrite where a copy cannot be made.
    """
    raw, fixes = _raw(path), 0
    with placed_in(path):
        for _run in range(MOST_RUNS):
            reading, places = read_with_places(raw, path.name)
            found = review(reading.document, wanted, facts, office)
            safe = fitting(one.fix for one in found if one.fix and one.fix.safe)[0]
            file = WordFile(raw, path) if raw.startswith(b"PK") else TextFile(raw, path, places)
            chosen = [one for one in safe if file.holds(one.span)]
            if not chosen:
                break
            raw = _checked(file.changed(chosen), mended(places.text, chosen), path)
            fixes += len(chosen)
    if not fixes:
        return Mended(None, 0)
    name = _("{name} (mended)").format(name=path.stem)
    return Mended(save_beside(path.parent, name, path.suffix, raw), fixes)


def _checked(raw: bytes, expected: str, path: Path) -> bytes:
    """The bytes of a copy if it reads as it must, line ends apart, which a reader may join or part."""
    if "".join(read_with_places(raw, path.name)[1].text.split()) == "".join(expected.split()):
        return raw
    message = _("the fixes would change more than their own words")
    raise CannotWrite([Problem(Place(str(path)), message, _("Make them by hand: review shows where"))])


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
    if output.resolve() == path.resolve():
        raise CannotWrite([Problem(Place(str(output)), _("this is the draft itself"), _("Name another file"))])
    raw = _raw(path)
    with placed_in(path):
        if not raw.startswith(b"PK"):
            raw = write(read_with_places(raw, path.name)[0].document, ".docx")
        document = read_with_places(raw, "draft.docx")[0].document
        file = WordFile(raw, path)
        findings = review(document, wanted, facts, office)
        notes = (Note(file.stretches(one.span), _said(one)) for one in findings if one.span)
        commented = annotated(raw, [note for note in notes if note.stretches])
    return save(output, commented, overwrite)


def _said(finding: Finding) -> str:
    fix = _(" → {words}").format(words=finding.fix.words or "∅") if finding.fix else ""
    return f"{finding.code} {finding.name}：{finding.message}{fix}"


def _raw(path: Path) -> bytes:
    raw = read_bytes(path, LARGEST_SPEECH)
    if is_converted(raw, path):
        message = _("this kind of file is only read, by way of LibreOffice")
        raise CannotWrite([Problem(Place(str(path)), message, _("Save it as .docx first"))])
    return raw
