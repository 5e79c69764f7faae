"""What the slots of a frame want of the facts: which of them lack, and whether the words for one fit it; how
many sections a skeleton wants."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from draftkit.errors import did_you_mean
from draftkit.fact.number import number_in
from draftkit.frame import Formula, Frame, SectionShape, SlotSpec, Wording, wordings_of
from draftkit.messages import _
from draftkit.pattern import Pattern
from draftkit.zh.dates import printed_date
from draftkit.zh.sentence import spoken_length

MOST_SECTIONS = 1_000
"""Sections and points that a skeleton may want (ours)."""


class Misfit(NamedTuple):
    """What does not fit, and what to do. What is only to be told (`refused` False) is left as it is."""

    message: str
    advice: str = ""
    refused: bool = True


def misfits(spec: SlotSpec, text: str) -> Iterator[Misfit]:
    """Yield what does not fit in the words for a slot, as they are printed: none of its choices, no number at
    the beginning, no date; another length than it reads best with is only told."""
    if spec.choices and text not in spec.choices:
        message = _("“{text}” is none of the choices for “{slot}”").format(text=text, slot=spec.name)
        yield Misfit(message, did_you_mean(text, spec.choices))
    if spec.type == "number" and not number_in(text):
        message = _("“{slot}” must begin with a number, not “{text}”").format(slot=spec.name, text=text)
        yield Misfit(message, _("Write digits and the unit, for example 6次"))
    if spec.type == "date" and not printed_date(text.strip("（）()")):
        message = _("“{text}” is no date").format(text=text)
        yield Misfit(message, _("Write it as 2026-11-20 or 2026年11月20日"))
    if spec.length and not spec.as_long(text):
        low, high = spec.length
        message = _("“{text}” has {n} characters; “{slot}” reads best with {low} to {high}")
        message = message.format(text=text, n=spoken_length(text), slot=spec.name, low=low, high=high)
        yield Misfit(message, refused=False)


def missing(frame: Frame, wording: Wording, given: Collection[str]) -> frozenset[str]:
    """Return the slots without which a wording has a gap: a pattern needs all that it has, a template leaves
    out what is optional."""
    lacking = wording.names.intersection(frame.slots).difference(given)
    if isinstance(wording, Pattern):
        return lacking
    return frozenset(name for name in lacking if frame.slots[name].required)


def gaps(frame: Frame, given: Collection[str], known: Collection[str]) -> int:
    """Return the least number of facts that any wording lacks, of slots and of what is quoted without one; a
    couplet needs all its halves."""
    lacks = [
        len(missing(frame, wording, given)) + len(wording.names - set(frame.slots) - set(known))
        for wording in wordings_of(frame)
    ]
    return min(lacks) if isinstance(frame, Formula) else sum(lacks)


def least_of(shapes: Iterable[SectionShape]) -> int:
    """Return how many sections and points there are at least in a speech of these shapes."""
    return sum(shape.count[0] * (1 + least_of(shape.points)) for shape in shapes)
