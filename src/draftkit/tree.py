"""The document tree that every reader makes and every writer prints.

A section's level is its depth; what is missing is a Blank; every inline says where it comes from.
Origins are left out of equality, so the laws compare what is printed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

Placement = Literal["line", "run-in", "within"]
"""Where a heading stands: on its own line, at the start of its paragraph, or inside a paragraph."""

Why = Literal[
    "watermark", "advert", "navigation", "metadata", "toc", "collection-title", "synopsis", "truncation"
]


@dataclass(frozen=True, slots=True)
class Printed:
    """Stood in the source from `start` to `end` (characters, end excluded)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Filled:
    """Put there by the composer: the frame whose words these are ("" for the user's own), and the facts."""

    frame: str
    facts: tuple[str, ...] = ()


Origin = Printed | Filled


@dataclass(frozen=True, slots=True)
class Text:
    """Words as printed."""

    text: str
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Blank:
    """留空: ×× in a source, an unfilled slot in a draft. `text` is what is printed for it."""

    text: str
    slot: str | None = None
    ask: str = ""
    origin: Origin | None = field(default=None, compare=False, repr=False)


Inline = Text | Blank
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of body text."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    """小标题 or a point's lead: marker (层次序数), words, and the mark that ends it ("" on its own line)."""

    inlines: Inlines
    marker: str = ""
    placement: Placement = "line"
    stop: str = ""
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Section:
    """部分: a heading, its paragraphs, its subsections. The first paragraph of `body` goes on in the
    heading's own paragraph where the heading is run in or within."""

    heading: Heading
    body: tuple[Paragraph, ...] = ()
    sections: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """An opening or a closing: paragraphs, and the points that may hang on them."""

    paragraphs: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Greeting:
    """问候语, on its own line or run in at the start of the opening."""

    inlines: Inlines
    placement: Placement = "run-in"


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech. `title` holds the halves of a couplet, or the one title; each line may be empty."""

    title: tuple[Inlines, ...]
    subtitle: Inlines = ()
    byline: Inlines = ()
    date: Inlines = ()
    salutation: Inlines = ()
    greeting: Greeting | None = None
    opening: Passage = Passage()
    sections: tuple[Section, ...] = ()
    closing: Passage = Passage()
    signoff: Inlines = ()


@dataclass(frozen=True, slots=True)
class Dropped:
    """杂质: debris around a speech, kept with the reason."""

    text: str
    why: Why
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Document:
    """A source or a draft: its speeches, and what was left aside."""

    source: str
    speeches: tuple[Speech, ...]
    dropped: tuple[Dropped, ...] = ()


LineRole = Literal["title", "subtitle", "byline", "date", "salutation", "heading", "paragraph", "signoff"]


@dataclass(frozen=True, slots=True)
class Span:
    """An inline on its line. `level` is 0 in body text, else the depth of the heading it belongs to;
    `within` tells a heading in mid-paragraph from one that starts it."""

    inline: Inline
    level: int = 0
    within: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A printed paragraph: what every writer puts on paper, in reading order."""

    role: LineRole
    spans: tuple[Span, ...]
    level: int = 0

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(span.inline.text for span in self.spans)


def text_of(inlines: Iterable[Inline]) -> str:
    """Return the characters of the inlines."""
    return "".join(inline.text for inline in inlines)


def lines_of(speech: Speech) -> tuple[Line, ...]:
    """Return the speech's printed paragraphs in order, each title half on a line of its own."""
    head: list[tuple[LineRole, Inlines]] = [("title", half) for half in speech.title]
    head += [("subtitle", speech.subtitle), ("byline", speech.byline)]
    head += [("date", speech.date), ("salutation", speech.salutation)]
    lines = [_line(role, inlines) for role, inlines in head if inlines]
    flow = _Flow()
    if speech.greeting:
        flow.start(_spans(speech.greeting.inlines))
        if speech.greeting.placement == "line":
            flow.end()
    flow.passage(speech.opening)
    flow.sections(speech.sections, 1)
    flow.end()
    flow.passage(speech.closing)
    lines += flow.finished()
    if speech.signoff:
        lines.append(_line("signoff", speech.signoff))
    return tuple(lines)


def blanks_of(speech: Speech) -> Iterator[Blank]:
    """Yield each blank of the speech in reading order."""
    for line in lines_of(speech):
        for span in line.spans:
            if isinstance(span.inline, Blank):
                yield span.inline


def spoken_text(speech: Speech) -> str:
    """Return what is read aloud, from the salutation to the signoff; title, byline and date are not."""
    return "".join(line.text for line in lines_of(speech) if line.role not in _UNSPOKEN)


_UNSPOKEN = frozenset(("title", "subtitle", "byline", "date"))


class _Flow:
    """Lays sections into lines; a heading that is run in or within keeps its line open for what follows."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._open: list[Span] | None = None

    def start(self, spans: Iterable[Span]) -> None:
        self.end()
        self._open = list(spans)

    def end(self) -> None:
        if self._open:
            self._lines.append(Line("paragraph", tuple(self._open)))
        self._open = None

    def finished(self) -> list[Line]:
        self.end()
        return self._lines

    def passage(self, passage: Passage) -> None:
        self._paragraphs(passage.paragraphs)
        self.sections(passage.sections, 1)

    def sections(self, sections: Iterable[Section], level: int) -> None:
        for section in sections:
            self._heading(section.heading, level)
            self._paragraphs(section.body)
            self.sections(section.sections, level + 1)

    def _heading(self, heading: Heading, level: int) -> None:
        within = heading.placement == "within" and self._open is not None
        words = (Text(heading.marker, heading.origin), *heading.inlines, Text(heading.stop, heading.origin))
        spans = list(_spans((inline for inline in words if inline.text), level, within))
        if heading.placement == "line":
            self.end()
            self._lines.append(Line("heading", tuple(spans), level))
        elif within and self._open is not None:
            self._open += spans
        else:
            self.start(spans)

    def _paragraphs(self, paragraphs: Iterable[Paragraph]) -> None:
        for number, paragraph in enumerate(paragraphs):
            spans = _spans(paragraph.inlines)
            if number == 0 and self._open is not None:
                self._open += spans
            else:
                self.start(spans)


def _spans(inlines: Iterable[Inline], level: int = 0, within: bool = False) -> Iterator[Span]:
    return (Span(inline, level, within) for inline in inlines)


def _line(role: LineRole, inlines: Inlines) -> Line:
    return Line(role, tuple(_spans(inlines)))
