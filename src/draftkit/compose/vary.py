"""变化: the same facts on other frames, so that neighbours' speeches do not read alike.

Which frames is drawn by the unit's name alone, among all that do as well by the facts as those that would stand
there otherwise: no further gap, no fact less. Nothing of the head of a speech is varied, for that is protocol.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import NamedTuple

from draftkit.answer import missing
from draftkit.compose.draw import drawn_by_name
from draftkit.compose.formula import best_wordings
from draftkit.compose.phrasebook import Phrasebook
from draftkit.compose.plan import choose, provided_by
from draftkit.fact.facts import Facts, SectionFacts, Words
from draftkit.finding import Finding
from draftkit.frame import Formula, Role, SectionShape, Skeleton, id_of, room_in

TRIES = 4
"""Drafts that are drawn before a unit gets the plain one: longer words may cost a fact by the time (ours)."""

VARIED: tuple[Role, ...] = ("opening", "closing", "signoff")
_AHEAD = frozenset(("打算", "打算条目"))
_COUNTS = frozenset(("部分数", "打算数"))
_UNIT = frozenset(("单位",))

Pick = Callable[[str, int], int]


class _Fit(NamedTuple):
    """What a formula lacks and takes of the facts, and in how many wordings that do it equally well."""

    lacks: frozenset[str]
    takes: frozenset[str]
    wordings: int


def varied(skeleton: Skeleton, facts: Facts, book: Phrasebook, draw: int) -> Skeleton:
    """Return the skeleton that this unit draws: its shape of headings and points from any skeleton of the genre
    that has room for the sections, and for each frame named one of its family."""
    pick = partial(drawn_by_name, facts, draw)
    parts = dict(skeleton.parts)
    for role in VARIED:
        own = facts.opening if role == "opening" else facts.closing if role == "closing" else None
        if role in parts and own is None:
            parts[role] = _formulas(skeleton, role, facts, book, pick)
    return replace(skeleton, parts=parts, sections=_sections(skeleton, facts, book, pick))


def no_worse(found: Iterable[Finding], plain: Iterable[Finding]) -> bool:
    """Whether a draft tells of nothing (gap, unused fact, what was left out) that the plain one does not."""
    return {_told(one) for one in found} <= {_told(one) for one in plain}


def _told(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.fact, finding.quote if finding.code == "missing" else ""


def _formulas(skeleton: Skeleton, role: Role, facts: Facts, book: Phrasebook, pick: Pick) -> tuple[str, ...]:
    """Return the formula drawn for a part, as a list of one; the skeleton's own list where none can be."""
    known = provided_by(facts, ()).union(facts.named, facts.figures)
    drawable = book.once(
        ("drawable", skeleton.name, role, bool(facts.opening), known),
        lambda: tuple(_drawable(skeleton, role, facts, book, known)),
    )
    return (drawable[pick(role, len(drawable))],) if drawable else skeleton.parts[role]


def _drawable(
    skeleton: Skeleton, role: Role, facts: Facts, book: Phrasebook, known: frozenset[str]
) -> Iterator[str]:
    """Yield the formulas that do as well for a part as the one that would stand there, once for each wording.
    Which they are rests on the names of the facts alone."""
    frames = [book[name] for name in skeleton.parts[role]]
    plain = choose(skeleton, role, frames, facts, provided_by(facts, ()))
    if not isinstance(plain, Formula):
        return
    least = _fit(plain, facts, known)
    takes = (
        least.takes - _UNIT
        if role != "opening" and _named_before(skeleton, facts, book, known)
        else least.takes
    )
    for frame in _candidates(skeleton, role, book):
        fit = _fit(frame, facts, known)
        if fit.lacks <= least.lacks and fit.takes >= takes:
            yield from [id_of(frame)] * fit.wordings


def _named_before(skeleton: Skeleton, facts: Facts, book: Phrasebook, known: frozenset[str]) -> bool:
    """Whether the opening names the unit, so that 我们 will do for it at the end."""
    frames = [book[name] for name in skeleton.parts.get("opening", ())]
    opening = choose(skeleton, "opening", frames, facts, provided_by(facts, ())) if frames else None
    return not facts.opening and isinstance(opening, Formula) and _fit(opening, facts, known).takes >= _UNIT


def _candidates(skeleton: Skeleton, role: Role, book: Phrasebook) -> Iterator[Formula]:
    """Yield the formulas that a skeleton has for a part; of its genre, their variants and those of others."""
    own = skeleton.parts[role]
    kin = (name for other in book.kin(skeleton) for name in other.parts.get(role, ()))
    for frame_id in dict.fromkeys(member for name in (*own, *kin) for member in book.family(name)):
        frame = book[frame_id]
        if isinstance(frame, Formula) and (frame_id in own or set(frame.genre) & set(skeleton.genre)):
            yield frame


def _fit(formula: Formula, facts: Facts, known: frozenset[str]) -> _Fit:
    """Return what the wordings that would be chosen lack, and what all of them take."""
    best = best_wordings(formula, facts.named)
    lacks = [missing(formula, one, facts.named) | (one.names - set(formula.slots) - known) for one in best]
    takes = [one.names & known for one in best]
    shared = frozenset.intersection(*takes) - _COUNTS
    return _Fit(
        frozenset.union(*lacks), (shared - _AHEAD) | ({"next"} if shared & _AHEAD else set()), len(best)
    )


def _sections(skeleton: Skeleton, facts: Facts, book: Phrasebook, pick: Pick) -> tuple[SectionShape, ...]:
    """Return the shapes of a skeleton in the look that is drawn, each parallel one of its family. Only a single
    run of sections takes another's look: where there are several, each has its own part in the speech."""
    shapes = skeleton.sections
    if len(shapes) == 1 and _is_free(facts):
        said = "".join(_prose(facts.sections))
        others = (shape for shape in _shapes(book.kin(skeleton)) if _takes(shape, facts, said))
        fits = list({_look(shape): shape for shape in (shapes[0], *others)}.values())
        shapes = (_in_look(shapes[0], fits[pick("sections", len(fits))]),)
    return tuple(_in_family(shape, book, pick) for shape in shapes)


def _is_free(facts: Facts) -> bool:
    """Whether no section of the facts has a marker of its own, which goes with the skeleton's."""
    return all(one.marker is None for one in chain(facts.sections, *(one.points for one in facts.sections)))


def _shapes(skeletons: Iterable[Skeleton]) -> Iterator[SectionShape]:
    return (one.sections[0] for one in skeletons if len(one.sections) == 1)


def _look(shape: SectionShape) -> tuple[object, ...]:
    """What is seen of a shape: markers, places and stops, down to its points."""
    return shape.marker, shape.placement, shape.ending, tuple(_look(point) for point in shape.points)


def _takes(shape: SectionShape, facts: Facts, said: str) -> bool:
    """Whether a shape has room for the sections and their points, and its markers for the words of the bodies
    (一是 within a section numbered 一是 would count on)."""
    low, high = shape.count
    points = [len(one.points) for one in facts.sections if one.points]
    if not low <= len(facts.sections) <= high or (points and len(shape.points) != 1):
        return False
    least, most = room_in(shape.points)
    markers = [shape.marker, *(one.marker for one in shape.points)]
    fitting = all(min(least, 2) <= count <= most for count in points)
    return fitting and not any(marker and marker in said for marker in markers)


def _in_look(shape: SectionShape, look: SectionShape) -> SectionShape:
    """Return a shape with its own parallels, and the marker, placement and stop of another; so its points."""
    points = shape.points
    if len(points) == len(look.points) == 1:
        points = (_in_look(points[0], look.points[0]),)
    return replace(shape, marker=look.marker, placement=look.placement, stop=look.stop, points=points)


def _in_family(shape: SectionShape, book: Phrasebook, pick: Pick) -> SectionShape:
    headings = tuple(_sibling(name, book, pick) for name in shape.headings)
    return replace(shape, headings=headings, points=tuple(_in_family(one, book, pick) for one in shape.points))


def _sibling(name: str, book: Phrasebook, pick: Pick) -> str:
    """Return the parallel that is drawn of those built from the same slots."""
    slots = book[name].slots.keys()
    family = [one for one in book.family(name) if book[one].slots.keys() == slots]
    return family[pick(name, len(family))] if len(family) > 1 else name


def _prose(sections: Iterable[SectionFacts]) -> Iterator[str]:
    for section in sections:
        yield from ("".join(item.pattern.fixed) for item in section.body if isinstance(item, Words))
        yield from _prose(section.points)
