"""Which sections each shape of a skeleton takes."""

from collections.abc import Sequence

from draftkit.fact.facts import SectionFacts
from draftkit.frame import SectionShape

Shared = tuple[tuple[SectionShape, tuple[SectionFacts, ...]], ...]


def room_in(shapes: Sequence[SectionShape]) -> tuple[int, int]:
    """Return the least and the most sections that the shapes take together."""
    return sum(shape.count[0] for shape in shapes), sum(shape.count[1] for shape in shapes)


def share(shapes: Sequence[SectionShape], given: Sequence[SectionFacts]) -> Shared:
    """Give each shape its sections in order: the least it needs, then what is over to the first with room."""
    least, most = room_in(shapes)
    over = max(0, min(len(given), most) - least)
    found = []
    left = list(given)
    for shape in shapes:
        extra = min(over, shape.count[1] - shape.count[0])
        over -= extra
        take = shape.count[0] + extra
        found.append((shape, tuple(left[:take])))
        left = left[take:]
    return tuple(found)
