"""The outline of a document for people, a line for each thing that an editor sees in it."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from draftkit.lines import lines_of
from draftkit.messages import _
from draftkit.rhetoric.bundle import bundles_of
from draftkit.rhetoric.parallel import parallels_of
from draftkit.tree import Document, Inlines, Passage, Section, Speech, text_of

Kind = Literal["part", "heading", "device", "debris"]
LONGEST = 60
"""Characters of a line's words that are shown (our own)."""


class ViewLine(NamedTuple):
    """A line of the view: what it tells of, its depth (headings count from 1), a label, words, and a note."""

    kind: Kind
    depth: int
    label: str
    words: str
    note: str = ""


def view(document: Document, depth: int | None = None) -> Iterator[ViewLine]:
    """Yield the lines that show a document, headings down to `depth` (None: all)."""
    for speech in document.speeches:
        yield from _speech(speech, depth)
    for dropped in document.dropped:
        yield ViewLine("debris", 0, _("debris"), shortened(dropped.text), dropped.why)


def shortened(words: str) -> str:
    """Return the words in one line, cut with an ellipsis where they are too long."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _speech(speech: Speech, depth: int | None) -> Iterator[ViewLine]:
    title = "　".join(text_of(half) for half in speech.title)
    yield _part(_("title"), title or _("(none)"), _("couplet") if len(speech.title) > 1 else "")
    greeting = speech.greeting.inlines if speech.greeting else ()
    head: list[tuple[str, Inlines]] = [(_("subtitle"), speech.subtitle), (_("byline"), speech.byline)]
    head += [(_("date"), speech.date), (_("salutation"), speech.salutation), (_("greeting"), greeting)]
    yield from (_part(label, text_of(inlines)) for label, inlines in head if inlines)
    yield from _passage(_("opening"), speech.opening, depth)
    yield from _sections(speech.sections, 1, depth)
    yield from _passage(_("closing"), speech.closing, depth)
    if speech.signoff:
        yield _part(_("signoff"), text_of(speech.signoff))
    for series in parallels_of(speech):
        yield ViewLine("device", 0, _("parallel"), " | ".join(series))
    for bundle in bundles_of(speech):
        yield ViewLine("device", 0, _("bundle"), f"{bundle.name}：{'、'.join(bundle.items)}")


def _part(label: str, words: str, note: str = "") -> ViewLine:
    return ViewLine("part", 0, label, shortened(words), note)


def _passage(label: str, passage: Passage, depth: int | None) -> Iterator[ViewLine]:
    lines = lines_of(Speech((), opening=passage))
    if lines:
        yield _part(label, lines[0].text)
    yield from _sections(passage.sections, 1, depth)


def _sections(sections: Iterable[Section], level: int, depth: int | None) -> Iterator[ViewLine]:
    if depth is not None and level > depth:
        return
    for section in sections:
        heading = section.heading
        if heading.marker or heading.inlines:
            note = "" if heading.placement == "line" else _placed(heading.placement)
            yield ViewLine("heading", level, heading.marker, text_of(heading.inlines), note)
        yield from _sections(section.sections, level + 1, depth)


def _placed(placement: str) -> str:
    return _("run in") if placement == "run-in" else _("within a paragraph")
