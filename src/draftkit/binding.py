"""汇编: drafts in, in the order given, whoever wrote them; one book out, and one review over the whole."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from draftkit import dropped, pipeline
from draftkit.errors import CannotRead, CannotWrite, DraftkitError, Place, Problem
from draftkit.files import read_text
from draftkit.finding import Finding
from draftkit.lines import blanks_of, lines_of
from draftkit.messages import _
from draftkit.office import Layout
from draftkit.offices import stationery_of
from draftkit.review.across import review_across
from draftkit.tree import Document, Speech
from draftkit.write.characters import NOT_IN_XML, unwritten
from draftkit.write.compilation import Cover, compiled
from draftkit.write.contents import Entry
from draftkit.write.docx import words_in
from draftkit.write.look import look_of
from draftkit.write.pages import Fit
from draftkit.write.profile import of_compilation, settled


class Draft(NamedTuple):
    """A draft to be bound: the file that it stands in, or what else it is called; what was read or composed;
    what the user should know of the reading."""

    file: str
    document: Document
    notes: tuple[str, ...] = ()


class Bound(NamedTuple):
    """A 汇编: the bytes of its .docx, its 目录, what the user should know; the pages of its speeches, the
    gaps that are left in them."""

    content: bytes
    entries: tuple[Entry, ...]
    notes: tuple[str, ...]
    pages: int
    gaps: int


def listed_files(path: Path) -> list[Path]:
    """Return the files that a list names, one a line, found from its folder; empty lines and those that begin
    with # are no names. Raises CannotRead."""
    text = read_text(path, _("Give a text file with one draft a line"))
    names = (line.strip() for line in text.splitlines())
    files = [path.parent / name for name in names if name and not name.startswith("#")]
    if not files:
        raise CannotRead([Problem(Place(str(path)), _("the list names no draft"), _("Name one draft a line"))])
    return files


def draft_files(paths: Sequence[Path], output: Path, template: Path | None = None) -> list[Path]:
    """Return the drafts among files and folders in the order given, each once.

    What was bound before into `output` is no draft of a folder. Raises CannotRead where there is none, and
    CannotWrite where `output` is named as a draft, is the template, or is no .docx.
    """
    if output.suffix.lower() != ".docx" or output.is_dir():
        message = _("“{name}” is no name for a 汇编").format(name=output.name)
        raise CannotWrite([Problem(Place(str(output)), message, _("Name a .docx file"))])
    target = output.resolve()
    if template and template.resolve() == target:
        raise CannotWrite([Problem(Place(str(output)), _("this is the template"), _("Name another file"))])
    if any(path.resolve() == target for path in paths):
        raise CannotWrite([Problem(Place(str(output)), _("this is one of the drafts"), _("Name another file"))])
    files = [path for path in pipeline.speech_files(paths) if path.resolve() != target]
    if not files:
        raise CannotRead([Problem(Place(", ".join(map(str, paths))), _("there are no speeches here"))])
    return files


def read_drafts(files: Iterable[Path]) -> list[Draft]:
    """Read drafts; raises CannotRead with the problems of all that cannot be bound."""
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for path in files:
        try:
            reading = pipeline.read_speech(path)
        except DraftkitError as error:
            problems += error.problems
        else:
            drafts.append(Draft(str(path), reading.document, reading.notes))
    problems += unbindable(drafts)
    if problems:
        raise CannotRead(problems)
    return drafts


def unbindable(drafts: Iterable[Draft]) -> list[Problem]:
    """Return what is in the way of binding drafts: no speech, a speech without a title for the 目录, characters
    that no Word file can hold."""
    problems: list[Problem] = []
    for draft in drafts:
        place = Place(draft.file)
        if not any(map(lines_of, draft.document.speeches)):
            problems.append(Problem(place, _("there is no speech in it"), _("Is it the right file?")))
            continue
        for number, speech in enumerate(draft.document.speeches, 1):
            problems += unwritten(NOT_IN_XML, words_in(lines_of(speech)), place)
            if not any(half for half in speech.title):
                message = _("speech {n} has no title for the 目录").format(n=number)
                problems.append(Problem(place, message, _("Put its title on a line of its own above it")))
    return problems


def bind(
    drafts: Sequence[Draft], cover: Cover, layout: Layout | None = None, template: Path | None = None
) -> Bound:
    """Return drafts as one 汇编, in the order given, laid out as the office has settled.

    Nothing is left out unsaid: the notes tell what the reading of each draft set aside. Raises CannotRead for
    drafts that cannot be bound and for a template that is none, CannotWrite for characters that no file can
    hold.
    """
    if problems := unbindable(drafts):
        raise CannotRead(problems)
    layout = layout or Layout()
    profile = of_compilation(settled(layout))
    look = look_of(profile)
    told: list[str] = []
    template = template or (Path(layout.template) if layout.template else None)
    if template:
        look, notes = stationery_of(template, profile)
        told = [*(f"{template}: {note}" for note in notes), _guess(template)]
    speeches = [speech for draft in drafts for speech in draft.document.speeches]
    book = compiled(cover, speeches, look, profile)
    fitted = (note for one in zip(book.entries, book.fits, strict=True) for note in _fit(*one))
    told += (note for draft in drafts for note in _told(draft))
    pages = sum(fit.pages for fit in book.fits)
    return Bound(book.content, book.entries, (*told, *fitted), pages, sum(map(_gaps, speeches)))


def review_together(drafts: Iterable[Draft]) -> tuple[Finding, ...]:
    """Return what drafts show only side by side: sentences that two share, one fact with two numbers."""
    return review_across((draft.file, draft.document) for draft in drafts)


def _guess(template: Path) -> str:
    message = _("{file}: the page numbers in the 目录 are worked out roughly; refresh them in Word (F9)")
    return message.format(file=template)


def _gaps(speech: Speech) -> int:
    return sum(1 for _blank in blanks_of(lines_of(speech)))


def _told(draft: Draft) -> Iterator[str]:
    """What the user should know of a draft: how it was read, what is not bound, what is still missing in it."""
    for note in draft.notes:
        yield f"{draft.file}: {note}"
    speeches = draft.document.speeches
    if len(speeches) > 1:
        yield _("{file}: {n} speeches").format(file=draft.file, n=len(speeches))
    for words in dropped.told(draft.document.dropped):
        yield _("{file}: not bound: {words}").format(file=draft.file, words=words)
    gaps = sum(map(_gaps, speeches))
    if gaps:
        yield _("{file}: {n} gaps are still to be filled").format(file=draft.file, n=gaps)


def _fit(entry: Entry, fit: Fit) -> Iterator[str]:
    """What was done to a speech so that its pages do not hang on the faces at hand."""
    if fit.turn:
        message = _("“{title}”: its end begins a new page, so that its pages hang on no typeface")
        yield message.format(title=entry.title)
    if not fit.sure:
        message = _("“{title}”: its last page hangs on the typeface; look whether the next one begins right")
        yield message.format(title=entry.title)
