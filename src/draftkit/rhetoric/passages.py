"""What is searched for devices: the paragraphs of a speech as text, and its runs of sibling headings."""

from collections.abc import Iterator, Sequence
from itertools import chain

from draftkit.tree import Section, Speech, text_of
from draftkit.zh.marker import leading_marker

MOST_SIBLINGS = 60
"""Siblings that are held against each other at most (ours): more are built on no pattern, and the time grows
with the cube of their number."""


def paragraphs_of(speech: Speech) -> Iterator[str]:
    """Yield the text of each paragraph in reading order; what follows a heading is one of its own."""
    yield from (text_of(paragraph.inlines) for paragraph in speech.opening.paragraphs)
    for sections in (speech.opening.sections, speech.sections):
        yield from _bodies(sections)
    yield from (text_of(paragraph.inlines) for paragraph in speech.closing.paragraphs)
    yield from _bodies(speech.closing.sections)


def _bodies(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        yield from (text_of(paragraph.inlines) for paragraph in section.body)
        yield from _bodies(section.sections)


def siblings_of(speech: Speech) -> Iterator[tuple[Section, ...]]:
    """Yield each run of two and more sibling sections of one family of markers, counted on."""
    for sections in (speech.opening.sections, speech.sections, speech.closing.sections):
        yield from _runs(sections)


def _runs(sections: Sequence[Section]) -> Iterator[tuple[Section, ...]]:
    run: list[Section] = []
    family = ""
    for section in sections:
        marker = leading_marker(section.heading.marker)
        mine = marker.family if marker else ""
        if run and (mine != family or (marker is not None and marker.number == 1)):
            if len(run) > 1:
                yield tuple(run)
            run = []
        run.append(section)
        family = mine
    if len(run) > 1:
        yield tuple(run)
    yield from chain.from_iterable(_runs(section.sections) for section in sections)


def heading_text(section: Section) -> str:
    """Return the words of a section's heading."""
    return text_of(section.heading.inlines)
