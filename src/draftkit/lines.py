"""The printed paragraphs of a speech: what every writer puts on paper, in reading order."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from draftkit.tree import Blank, Heading, Inline, Inlines, Paragraph, Passage, Section, Speech, Text

LineRole = Literal["title", "subtitle", "byline", "date", "salutation", "heading", "paragraph", "signoff"]
Part = Literal["", "greeting", "opening", "closing"]


class Span(NamedTuple):
    """An inline on its line. `level` is 0 in body text, else the depth of the heading it belongs to;
    `within` tells a heading in mid-paragraph from one that starts it; `part` names the part of the speech
    that the words belong to, "" for its sections and its head."""

    inline: Inline
    level: int = 0
    within: bool = False
    part: Part = ""


class Stretch(NamedTuple):
    """Inlines that stand together on their line and belong to the same."""

    inlines: Inlines
    level: int = 0
    within: bool = False
    part: Part = ""


class Line(NamedTuple):
    """A printed paragraph: what every writer puts on paper, in reading order."""

    role: LineRole
    stretches: tuple[Stretch, ...]
    level: int = 0

    @property
    def inlines(self) -> list[Inline]:
        """The inlines of the line."""
        return [inline for stretch in self.stretches for inline in stretch.inlines]

    @property
    def spans(self) -> list[Span]:
        """The inlines of the line, each with what it belongs to."""
        parted = ((inline, stretch) for stretch in self.stretches for inline in stretch.inlines)
        return [Span(inline, one.level, one.within, one.part) for inline, one in parted]

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join([inline.text for inline in self.inlines])


def lines_of(speech: Speech) -> tuple[Line, ...]:
    """Return the speech's printed paragraphs in order, each title half on a line of its own."""
    head: list[tuple[LineRole, Inlines]] = [("title", half) for half in speech.title]
    head += [("subtitle", speech.subtitle), ("byline", speech.byline)]
    head += [("date", speech.date), ("salutation", speech.salutation)]
    lines = [_line(role, inlines) for role, inlines in head if inlines]
    flow = _Flow()
    if speech.greeting:
        flow.start(Stretch(speech.greeting.inlines, part="greeting"))
        if speech.greeting.placement == "line":
            flow.end()
    flow.passage(speech.opening, "opening")
    flow.sections(speech.sections, 1)
    flow.end()
    flow.passage(speech.closing, "closing")
    lines += flow.finished()
    if speech.signoff:
        lines.append(_line("signoff", speech.signoff))
    return tuple(lines)


def blanks_of(lines: Iterable[Line]) -> Iterator[Blank]:
    """Yield each blank of a speech's lines in reading order."""
    for line in lines:
        for inline in line.inlines:
            if isinstance(inline, Blank):
                yield inline


def spoken_text(lines: Iterable[Line]) -> str:
    """Return what is read aloud, from the salutation to the signoff; title, byline and date are not."""
    return "".join(line.text for line in lines if line.role not in _UNSPOKEN)


_UNSPOKEN = frozenset(("title", "subtitle", "byline", "date"))


class _Flow:
    """Lays sections into lines; a heading that is run in or within keeps its line open for what follows."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._open: list[Stretch] | None = None
        self._part: Part = ""

    def start(self, stretch: Stretch) -> None:
        self.end()
        self._open = [stretch]

    def end(self) -> None:
        if self._open and any(stretch.inlines for stretch in self._open):
            self._lines.append(Line("paragraph", tuple(self._open)))
        self._open = None

    def finished(self) -> list[Line]:
        self.end()
        return self._lines

    def passage(self, passage: Passage, part: Part) -> None:
        self._part = part
        self._paragraphs(passage.paragraphs)
        self.sections(passage.sections, 1)
        self._part = ""

    def sections(self, sections: Iterable[Section], level: int) -> None:
        for section in sections:
            self._heading(section.heading, level)
            self._paragraphs(section.body)
            self.sections(section.sections, level + 1)

    def _heading(self, heading: Heading, level: int) -> None:
        within = heading.placement == "within" and self._open is not None
        words = (Text(heading.marker, heading.origin), *heading.inlines, Text(heading.stop, heading.origin))
        stretch = Stretch(tuple([inline for inline in words if inline.text]), level, within, self._part)
        if not stretch.inlines:
            return
        if heading.placement == "line":
            self.end()
            self._lines.append(Line("heading", (stretch,), level))
        elif within and self._open is not None:
            self._open.append(stretch)
        else:
            self.start(stretch)

    def _paragraphs(self, paragraphs: Iterable[Paragraph]) -> None:
        for number, paragraph in enumerate(paragraphs):
            stretch = Stretch(paragraph.inlines, part=self._part)
            if number == 0 and self._open is not None:
                self._open.append(stretch)
            else:
                self.start(stretch)


def _line(role: LineRole, inlines: Inlines) -> Line:
    return Line(role, (Stretch(inlines),))
