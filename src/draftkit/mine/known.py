"""Frames that a library has already, found again in a speech: mining and composing are inverses."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

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
from draftkit.pattern import Fixed, Pattern
from draftkit.rhetoric.couplet import halves_of
from draftkit.rhetoric.listing import widened
from draftkit.rhetoric.passages import heading_text, siblings_of
from draftkit.tree import Inlines, Passage, Section, Speech, text_of
from draftkit.zh.marker import leading_marker

AnyFrame = TypeVar("AnyFrame", bound=Frame)


class Known:
    """The frames of a library that can be told in a text: those with fixed words, and skeletons."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        by_id = {id_of(frame): frame for frame in frames}
        self._couplets = [one for one in by_id.values() if isinstance(one, Couplet)]
        self._parallels = [one for one in by_id.values() if isinstance(one, Parallel) and _worded(one.pattern)]
        self._formulae = [one for one in by_id.values() if isinstance(one, Formula) and one.role in _ROLES]
        self._skeletons = [one for one in by_id.values() if isinstance(one, Skeleton) and not one.as_written]
        self._patterns = {name: one.pattern for name, one in by_id.items() if isinstance(one, Parallel)}

    def found_in(
        self, speech: Speech, series: Iterable[Sequence[str]], source: str, place: str
    ) -> Iterator[Frame]:
        """Yield the frames that stand in a speech, each with the place and the words of its slots."""
        printed = [text_of(half) for half in speech.title]
        halves = printed if len(printed) > 1 else halves_of(printed[0]) if printed else None
        for couplet in self._couplets if halves else ():
            filling = _couplet(couplet, halves or ())
            if filling is not None:
                yield _seen(couplet, filling, source, place)
        runs = ([heading_text(section) for section in run] for run in siblings_of(speech))
        for members in (*series, *runs):
            wide = [widened(member) for member in members]
            for one in self._parallels:
                filling = one.pattern.match(wide[0])
                if filling is not None and all(one.pattern.match(member) for member in wide[1:]):
                    yield _seen(one, filling, source, place)
        for role, text in _texts(speech):
            for formula in self._formulae:
                filling = _said(formula, text) if formula.role == role else None
                if filling is not None:
                    yield _seen(formula, filling, source, place)
        yield from (_seen(one, {}, source, place) for one in self._skeletons if self._built(one, speech))

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
                patterns = [self._patterns[name] for name in shape.headings if name in self._patterns]
                words = widened(text_of(section.heading.inlines))
                fitting = [pattern for pattern in patterns if pattern.match(words) is not None]
                below = self._fits(shape.points, section.sections) if section.sections else 0
                if not fitting or below is None or not _stands(shape, section, len(sections)):
                    return None
                hits += below + any(map(_worded, fitting))
        return hits

    def _patterned(self, shapes: Sequence[SectionShape]) -> bool:
        names = (name for shape in shapes for name in shape.headings)
        return all(_worded(self._patterns[name]) for name in names if name in self._patterns)


_ROLES = ("title", "subtitle", "salutation", "greeting", "opening", "closing", "signoff")


def _stands(shape: SectionShape, section: Section, siblings: int) -> bool:
    marker = leading_marker(section.heading.marker)
    family = marker.family if marker else ""
    return section.heading.placement == shape.placement and family == (shape.marker if siblings > 1 else "")


def _worded(pattern: Pattern) -> bool:
    return any("一" <= c <= "龥" for part in pattern.parts if isinstance(part, Fixed) for c in part.text)


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


def _said(formula: Formula, text: str) -> Mapping[str, str] | None:
    patterns = (one for one in formula.wordings if isinstance(one, Pattern) and _worded(one))
    return next((filling for one in patterns if (filling := one.match(text)) is not None), None)


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


def _seen(frame: AnyFrame, filling: Mapping[str, str] | None, source: str, place: str) -> AnyFrame:
    """A known frame with the one place where it was found again."""
    shown = filling if filling and all(map(quotable, filling.values())) else {}
    return replace(frame, evidence=(Evidence(source, place, shown),))
