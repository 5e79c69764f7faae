"""Frames that a library has already, found again in a speech: mining and composing are inverses."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

from draftkit.frame import (
    Couplet,
    Evidence,
    Formula,
    Frame,
    Parallel,
    SectionShape,
    Skeleton,
    id_of,
    room_in,
    share,
)
from draftkit.mine.specs import quotable
from draftkit.pattern import Pattern
from draftkit.rhetoric.couplet import halves_in
from draftkit.rhetoric.listing import widened
from draftkit.rhetoric.passages import heading_text, siblings_of
from draftkit.tree import Inlines, Passage, Section, Speech, text_of
from draftkit.zh.marker import leading_marker

KEPT = 1024
"""Patterns of which it is remembered whether they have words (our own)."""


class Again(NamedTuple):
    """The id of a known frame, and where it was found again."""

    frame: str
    evidence: Evidence


class Known:
    """The frames of a library that can be told in a text: those with fixed words, and skeletons."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        by_id = {id_of(frame): frame for frame in frames}
        self._couplets = [one for one in by_id.values() if isinstance(one, Couplet)]
        self._parallels = [
            (id_of(one), one.pattern, one.pattern.fixed)
            for one in by_id.values()
            if isinstance(one, Parallel) and one.pattern.worded
        ]
        self._formulae: defaultdict[str, list[tuple[str, list[Pattern]]]] = defaultdict(list)
        for one in by_id.values():
            if isinstance(one, Formula):
                patterns = [word for word in one.wordings if isinstance(word, Pattern) and word.worded]
                self._formulae[one.role].append((id_of(one), patterns))
        self._skeletons = [one for one in by_id.values() if isinstance(one, Skeleton) and not one.as_written]
        self._patterns = {name: one.pattern for name, one in by_id.items() if isinstance(one, Parallel)}

    def found_in(
        self, speech: Speech, series: Iterable[Sequence[str]], source: str, place: str
    ) -> Iterator[Again]:
        """Yield the frames that stand in a speech, each with the place and the words of its slots."""
        found = chain(self._titles(speech), self._series(speech, series), self._said(speech))
        found = chain(found, ((id_of(one), {}) for one in self._skeletons if self._built(one, speech)))
        yield from (Again(frame, _seen(filling, source, place)) for frame, filling in found)

    def _titles(self, speech: Speech) -> Iterator[tuple[str, Mapping[str, str]]]:
        halves = halves_in(speech)
        for couplet in self._couplets if halves else ():
            filling = _couplet(couplet, halves or ())
            if filling is not None:
                yield id_of(couplet), filling

    def _series(
        self, speech: Speech, series: Iterable[Sequence[str]]
    ) -> Iterator[tuple[str, Mapping[str, str]]]:
        runs = ([heading_text(section) for section in run] for run in siblings_of(speech))
        groups = [[widened(member) for member in members] for members in (*series, *runs)]
        every = "\n".join(group[0] for group in groups)
        likely = [
            (name, pattern) for name, pattern, words in self._parallels if all(word in every for word in words)
        ]
        for wide in groups if likely else ():
            for name, pattern in likely:
                filling = pattern.match(wide[0])
                if filling is not None and all(pattern.match(member) for member in wide[1:]):
                    yield name, filling

    def _said(self, speech: Speech) -> Iterator[tuple[str, Mapping[str, str]]]:
        for role, text in _texts(speech):
            for name, patterns in self._formulae[role]:
                # The stop is the draft's where the frame has none.
                tried = ((one, words) for one in patterns for words in (text, text.removesuffix("。")))
                fillings = (filling for one, words in tried if (filling := one.match(words)) is not None)
                for filling in islice(fillings, 1):
                    yield name, filling

    def _built(self, skeleton: Skeleton, speech: Speech) -> bool:
        """Whether a speech has the shape of a skeleton, and a heading on one of its patterns if it has any."""
        hits = self._fits(skeleton.sections, speech.sections)
        return (
            bool(speech.sections) and hits is not None and (hits > 0 or not self._patterned(skeleton.sections))
        )

    def _fits(self, shapes: Sequence[SectionShape], sections: Sequence[Section]) -> int | None:
        """Return how many headings stand on a pattern with fixed words; None where the shapes do not fit."""
        low, high = room_in(shapes)
        if not (low <= len(sections) <= high):
            return None
        hits = 0
        for shape, given in share(shapes, sections):
            for section in given:
                if not _stands(shape, section, len(sections), section is sections[0]):
                    return None
                patterns = [self._patterns[name] for name in shape.headings if name in self._patterns]
                words = widened(text_of(section.heading.inlines))
                fitting = [pattern for pattern in patterns if pattern.match(words) is not None]
                below = self._fits(shape.points, section.sections) if section.sections else 0
                if not fitting or below is None:
                    return None
                hits += below + any(pattern.worded for pattern in fitting)
        return hits

    def _patterned(self, shapes: Sequence[SectionShape]) -> bool:
        """Whether the first choice for some heading is a pattern with fixed words."""
        firsts = (self._patterns.get(shape.headings[0]) for shape in shapes)
        return any(pattern.worded for pattern in firsts if pattern)


def _stands(shape: SectionShape, section: Section, siblings: int, first: bool) -> bool:
    """Whether a heading stands where its shape says; the first point in a paragraph may have to begin it."""
    marker = leading_marker(section.heading.marker)
    family = marker.family if marker else ""
    begins = first and (shape.placement, section.heading.placement) == ("within", "run-in")
    placed = begins or section.heading.placement == shape.placement
    return placed and family == (shape.marker if siblings > 1 else "")


def _couplet(couplet: Couplet, halves: Sequence[str]) -> Mapping[str, str] | None:
    if len(couplet.halves) != len(halves):
        return None
    found: dict[str, str] = {}
    for pattern, half in zip(couplet.halves, halves, strict=True):
        filling = pattern.match(half)
        if filling is None:
            return None
        found |= filling
    return found


def _texts(speech: Speech) -> Iterator[tuple[str, str]]:
    parts: dict[str, Sequence[Inlines]] = {
        "title": speech.title[:1] if len(speech.title) == 1 else (),
        "subtitle": [speech.subtitle],
        "salutation": [speech.salutation],
        "greeting": [speech.greeting.inlines] if speech.greeting else [],
        "opening": _paragraphs(speech.opening),
        "closing": _paragraphs(speech.closing),
        "signoff": [speech.signoff],
    }
    return ((role, widened(text_of(one))) for role, found in parts.items() for one in found if one)


def _paragraphs(passage: Passage) -> list[Inlines]:
    return [paragraph.inlines for paragraph in passage.paragraphs]


def _seen(filling: Mapping[str, str], source: str, place: str) -> Evidence:
    """The one place where a known frame was found again."""
    return Evidence(source, place, filling if all(map(quotable, filling.values())) else {})
