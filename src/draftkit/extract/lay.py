"""A speech laid into a skeleton: its titles, headings and leads in slots, its prose in bodies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from unicodedata import normalize

from draftkit.extract.quoting import Quoter
from draftkit.fact.facts import Facts, Given, SectionFacts, Words
from draftkit.frame import PART_NAMES, Formula, Frame, Parallel, Role, SectionShape, Skeleton, share
from draftkit.lines import lines_of
from draftkit.pattern import Pattern
from draftkit.rhetoric.bundle import bundles_of
from draftkit.tree import Inlines, Paragraph, Passage, Section, Speech, text_of
from draftkit.zh.numbering import Numbers


def lay(
    speech: Speech, skeleton: Skeleton, frames: Mapping[str, Frame], taken: Sequence[str] = ()
) -> tuple[Facts, tuple[str, ...]]:
    """Return the facts with which the skeleton prints a speech, and what of its text found no place in it.

    `taken` are names that no figure may have. Every figure is in `figures` once.
    """
    layer = _Layer(speech, skeleton, frames, taken)
    facts = Facts(
        skeleton=skeleton.name,
        named=layer.named(),
        title=tuple(layer.quoter.words(text_of(half), f"title[{n}]") for n, half in enumerate(speech.title)),
        opening=layer.passage(speech.opening, "opening"),
        sections=layer.sections(skeleton.sections, speech.sections, "sections"),
        closing=layer.passage(speech.closing, "closing"),
    )
    return replace(facts, figures=dict(layer.quoter.figures.named)), tuple(layer.left)


class _Layer:
    def __init__(
        self, speech: Speech, skeleton: Skeleton, frames: Mapping[str, Frame], taken: Sequence[str]
    ) -> None:
        self._speech, self._skeleton, self._frames = speech, skeleton, frames
        self.left: list[str] = []
        texts = [line.text for line in lines_of(speech)]
        self.quoter = Quoter(texts, bundles_of(speech), taken)

    def named(self) -> dict[str, Given]:
        """The slots of the small parts: subtitle, byline, date, salutation, greeting, signoff."""
        found: dict[str, Given] = {}
        for role, inlines in _parts(self._speech):
            filling = self._filling(self._skeleton.parts.get(role, ()), text_of(inlines))
            if filling is None:
                self.left.append(text_of(inlines))
            for name, value in (filling or {}).items():
                found[name] = self.quoter.words(value, name)
        return found

    def passage(self, passage: Passage, role: Role) -> SectionFacts | None:
        """An opening or a closing."""
        shapes = self._skeleton.passages.get(role, ())
        points = self.sections(shapes, passage.sections, f"{role}.points")
        ahead = len(self._speech.sections) if role == "opening" else 0
        body = self._body(passage.paragraphs, f"{role}.body", ahead)
        return SectionFacts(role, body=body, points=points) if body or points else None

    def sections(
        self, shapes: Sequence[SectionShape], sections: Sequence[Section], key: str
    ) -> tuple[SectionFacts, ...]:
        """Sibling sections, each in the shape whose turn it is."""
        numbers = Numbers(len(sections))
        found: list[SectionFacts] = []
        for shape, given in share(shapes, sections):
            for section in given:
                found.append(self._section(shape, section, numbers, f"{key}[{len(found)}]"))
        self.left += (text_of(section.heading.inlines) for section in sections[len(found) :])
        return tuple(found)

    def _section(self, shape: SectionShape, section: Section, numbers: Numbers, key: str) -> SectionFacts:
        heading = text_of(section.heading.inlines)
        filling = self._filling(shape.headings, heading) if heading else {}
        if filling is None:
            self.left.append(heading)
        slots = {name: self.quoter.words(value, f"{key}.{name}") for name, value in (filling or {}).items()}
        return SectionFacts(
            key=key,
            marker=_odd(numbers, shape.marker, section.heading.marker),
            slots=slots,
            body=self._body(section.body, f"{key}.body"),
            points=self.sections(shape.points, section.sections, f"{key}.points"),
        )

    def _body(self, paragraphs: Sequence[Paragraph], key: str, ahead: int = 0) -> tuple[Words, ...]:
        return tuple(
            self.quoter.words(text_of(paragraph.inlines), f"{key}[{n}]", ahead)
            for n, paragraph in enumerate(paragraphs)
        )

    def _filling(self, names: Sequence[str], text: str) -> dict[str, str] | None:
        """The slots with which the first of the frames that fits prints a text, none of them blank."""
        for name in names:
            frame = self._frames[name]
            wordings = frame.wordings if isinstance(frame, Formula) else ()
            for wording in (frame.pattern,) if isinstance(frame, Parallel) else wordings:
                filling = wording.match(text) if isinstance(wording, Pattern) else None
                if filling is not None and all(value.strip() for value in filling.values()):
                    return filling
        return None


def _parts(speech: Speech) -> Iterator[tuple[Role, Inlines]]:
    greeting = speech.greeting.inlines if speech.greeting else ()
    parts = {
        "subtitle": speech.subtitle,
        "byline": speech.byline,
        "date": speech.date,
        "salutation": speech.salutation,
        "greeting": greeting,
        "signoff": speech.signoff,
    }
    return ((role, parts[role]) for role in PART_NAMES if parts.get(role))


def _odd(numbers: Numbers, family: str, printed: str) -> str | None:
    """Return a marker that is another than the count gives; None where it is that one."""
    counted = replace(numbers).next(family)
    same = normalize("NFKC", counted) == normalize("NFKC", printed)
    numbers.next(family, None if same else printed)
    return None if same else printed
