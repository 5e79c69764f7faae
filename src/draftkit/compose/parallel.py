"""排比 into sections: sibling headings on one pattern, numbered, with what stands under them."""

from collections.abc import Iterable, Iterator, Sequence

from draftkit.answer import missing
from draftkit.compose.passage import paragraphs_of
from draftkit.compose.realise import Realiser
from draftkit.compose.wording import fill
from draftkit.errors import did_you_mean
from draftkit.fact.facts import SectionFacts
from draftkit.frame import FORWARD, Parallel, SectionShape, id_of, room_in, share
from draftkit.messages import _
from draftkit.tree import Filled, Heading, Paragraph, Placement, Section
from draftkit.zh.numbering import Numbers


def sections_of(
    realiser: Realiser,
    shape: SectionShape,
    facts: tuple[SectionFacts, ...],
    numbers: Numbers,
    level: int = 1,
) -> tuple[Section, ...]:
    """Return sibling sections of one shape. All take the same parallel: the one that fits them best."""
    kept = [section for section in facts if section.key not in realiser.omitted]
    if not kept:
        return ()
    frame = _parallel(realiser, shape, kept)
    forward = realiser.forward if shape.move is None else shape.move in FORWARD
    found = []
    for section in kept:
        with realiser.at(section.key, forward):
            marker = numbers.next(shape.marker, section.marker)
            found.append(_section(realiser, shape, frame, section, marker, level))
    return tuple(found)


def _section(
    realiser: Realiser, shape: SectionShape, frame: Parallel, facts: SectionFacts, marker: str, level: int
) -> Section:
    as_written = realiser.skeleton.as_written
    body = paragraphs_of(realiser, facts.body, one=shape.placement == "within" and not as_written)
    stands: Placement = "line" if shape.placement == "line" and not body else "run-in"
    bare = as_written and not facts.slots
    inlines = () if bare else realiser.trimmed(fill(realiser, frame, frame.pattern, facts.slots))
    points = points_of(realiser, shape.points, facts, stands, level + 1)
    if level == 1 and not body and not points and not as_written:
        body = (Paragraph((realiser.blank("正文", "这一部分的做法、数据和成效"),)),)
    if bare and not facts.marker:
        return Section(Heading(()), body, points)
    heading = Heading(inlines, marker, shape.placement, shape.ending, Filled(id_of(frame)))
    return Section(heading, body, points)


def points_of(
    realiser: Realiser,
    shapes: tuple[SectionShape, ...],
    facts: SectionFacts,
    stands: Placement,
    level: int = 1,
) -> tuple[Section, ...]:
    """Return the points of a section; `stands` is "line" where there is no paragraph for them to stand in."""
    if not facts.points:
        return ()
    if not shapes:
        message = _("this skeleton has no points under such a section")
        advice = _("Move the points into body:, or choose a skeleton with points")
        realiser.problem(f"{facts.key}.points", message, advice)
        return ()
    low, high = room_in(shapes)
    if len(facts.points) > high:
        message = _("{n} points are given, the skeleton has room for {high}").format(
            n=len(facts.points), high=high
        )
        realiser.problem(f"{facts.key}.points", message, _("Join some of them"))
    numbers = Numbers(sum(point.key not in realiser.omitted for point in facts.points))
    shared = share(shapes, facts.points)
    found = tuple(
        section for shape, points in shared for section in sections_of(realiser, shape, points, numbers, level)
    )
    if len(found) == 1 and low > 1 and not realiser.skeleton.as_written:
        realiser.report(
            "single-point", _("one point stands alone, so it has no marker"), key=f"{facts.key}.points"
        )
    if found and stands == "line" and found[0].heading.placement == "within":
        return (_placed(found[0], "run-in"), *found[1:])
    return found


def _placed(section: Section, placement: Placement) -> Section:
    heading = section.heading
    moved = Heading(heading.inlines, heading.marker, placement, heading.stop, heading.origin)
    return Section(moved, section.body, section.sections)


def _parallel(realiser: Realiser, shape: SectionShape, facts: list[SectionFacts]) -> Parallel:
    """Return the parallel with fewest unknown and missing slots over all siblings, the first of equals and
    where nothing is given yet."""
    given = tuple([frozenset(section.slots) for section in facts])
    key = ("parallel", shape.headings, given)
    best = realiser.frames.once(key, lambda: _closest(_parallels(realiser, shape), given))
    for section, names in zip(facts, given, strict=True):
        for name in sorted(names.difference(best.slots)):
            message = _("unknown key “{key}”").format(key=name)
            known = {slot for frame in _parallels(realiser, shape) for slot in frame.slots}
            advice = did_you_mean(name, {*known, "body", "points"})
            realiser.problem(f"{section.slots[name].key}:", message, advice)
    return best


def _parallels(realiser: Realiser, shape: SectionShape) -> Iterator[Parallel]:
    frames = (realiser.frames[name] for name in shape.headings)
    return (frame for frame in frames if isinstance(frame, Parallel))


def _closest(frames: Iterable[Parallel], given: Sequence[frozenset[str]]) -> Parallel:
    misfits: dict[tuple[int, int], Parallel] = {}
    for frame in frames:
        misfits.setdefault(_misfit(frame, given), frame)
        if (0, 0) in misfits:
            break
    return misfits[min(misfits)]


def _misfit(frame: Parallel, given: Sequence[frozenset[str]]) -> tuple[int, int]:
    """Return how many slots given a parallel does not have, and how many of its own lack."""
    if not any(given):
        return 0, 0
    lacking = [missing(frame, frame.pattern, names) for names in given]
    return sum([len(names.difference(frame.slots)) for names in given]), sum(map(len, lacking))
